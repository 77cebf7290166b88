using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests.Storage;

public sealed class DatabaseWriterTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly Database _database;

    public DatabaseWriterTests() => _database = new Database(new DataFolder(_data.Path));

    public void Dispose()
    {
        _database.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Work_that_fails_takes_none_with_it()
    {
        var works = Enumerable.Range(0, 100).Select(i => _database.Writer.WriteAsync(connection =>
        {
            Insert(connection, $"c{i}");
            return i % 10 == 0 ? throw new InvalidOperationException("broken") : i;
        })).ToList();

        await Task.WhenAll(works).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(10, works.Count(work => work.IsFaulted));
        using var reader = _database.Read();
        Assert.Equal(90, reader.ExecuteScalar<int>("SELECT count(*) FROM conversation"));
    }

    [Fact]
    public async Task What_is_acknowledged_is_seen_by_every_reader()
    {
        await _database.Writer.WriteAsync(connection => Insert(connection, "c1"));

        using var reader = _database.Read();

        Assert.Equal("c1", reader.QuerySingle<string>("SELECT id FROM conversation"));
    }

    [Fact]
    public void Readers_cannot_write()
    {
        using var reader = _database.Read();

        Assert.Throws<SqliteException>(() => Insert(reader, "c1"));
    }

    [Fact]
    public async Task Every_commit_waits_for_the_disk()
    {
        var settings = await _database.Writer.WriteAsync(connection =>
            (connection.ExecuteScalar<string>("PRAGMA journal_mode"), connection.ExecuteScalar<int>("PRAGMA synchronous"), connection.ExecuteScalar<int>("PRAGMA secure_delete")));

        Assert.Equal(("wal", 2, 1), settings);
    }

    private static int Insert(SqliteConnection connection, string id) => connection.Execute(
        "INSERT INTO conversation (id, channel, user_id, locale, state, last_sequence, started_at, changed_at) VALUES (@id, 'test', 'u', 'vi-VN', '{}', 0, 0, 0)", new { id });
}
