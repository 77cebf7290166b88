using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Storage;

/// <summary>
/// The SQLite file of the service: created at the first start, write-ahead log, every commit on disk before it counts. Anyone
/// reads; all writing goes through the one <see cref="Writer"/>.
/// </summary>
public sealed class Database : IDisposable
{
    private const string FileName = "cp-assistant.db";

    private readonly string _reading;

    /// <exception cref="StorageException">The file cannot be opened or is of a newer program.</exception>
    public Database(DataFolder folder)
    {
        FilePath = Path.Combine(folder.Path, FileName);
        var connection = new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false, ForeignKeys = true };
        _reading = new SqliteConnectionStringBuilder(connection.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ConnectionString;
        try
        {
            MakePrivate(FilePath);
            var writing = new SqliteConnection(connection.ConnectionString);
            writing.Open();
            // FULL: what was acknowledged outlives a loss of power. secure_delete: what was erased cannot be read from the file.
            writing.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            Migrator.Run(writing);
            // What was erased just before the process ended may still stand in the log.
            writing.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            Writer = new DatabaseWriter(writing);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"không mở được cơ sở dữ liệu {FilePath}: {exception.Message}", exception);
        }
    }

    /// <summary>SQLite gives the files beside the database the rights of the database.</summary>
    private static void MakePrivate(string path)
    {
        if (!File.Exists(path))
        {
            new FileStream(path, DataFolder.NewFile).Dispose();
        }
    }

    public string FilePath { get; }

    public DatabaseWriter Writer { get; }

    /// <returns>An open connection that cannot write; to be disposed.</returns>
    public SqliteConnection Read()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        return connection;
    }

    /// <summary>The writer goes last, so that it leaves the whole database in the one file.</summary>
    public void Dispose()
    {
        using (var pooled = new SqliteConnection(_reading))
        {
            SqliteConnection.ClearPool(pooled);
        }

        Writer.Dispose();
    }
}
