using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests;

/// <summary>The database of a data folder, looked at from outside.</summary>
internal static class DatabaseFile
{
    private const string Name = "cp-assistant.db";

    internal static IReadOnlyList<T> Query<T>(string dataFolder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, Name)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. connection.Query<T>(sql)];
    }

    /// <returns>All bytes of the database and its log, as letters: what was erased must not be in it.</returns>
    internal static string Text(string dataFolder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(dataFolder, Name + "*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
