using CpAssistant.Core.Answering;
using CpAssistant.Storage;
using CpAssistant.TurnLog;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests.TurnLog;

public sealed class TurnMigrationTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Turns_of_an_older_database_are_found_and_shown_without_what_was_not_kept_then()
    {
        WriteOld();

        using var database = new Database(new DataFolder(_data.Path));
        var log = new TurnLogStore(database);
        var found = log.Search(new TurnQuery { Text = TurnTextQuery.Read("mía đường") }, before: null, limit: 10).Turns;
        var turn = log.Find(found.Single().Id)!;

        Assert.Equal("Công ty Mía ĐƯỜNG hoà bình?", turn.Question);
        Assert.Equal((null, null), (turn.State, turn.Trace));
        Assert.Equal(Outcome.NotFound, turn.Outcome);
        Assert.Equal((1, 0), (Count("duong"), Count("dương")));
        Assert.Equal(1, Count("\"hòa bình\""));

        int Count(string typed) => log.Search(new TurnQuery { Text = TurnTextQuery.Read(typed) }, before: null, limit: 10).Count;
    }

    [Fact]
    public async Task A_turn_of_an_older_database_can_be_erased()
    {
        WriteOld();

        using var database = new Database(new DataFolder(_data.Path));
        await database.Writer.WriteAsync(connection => connection.Execute("DELETE FROM conversation"), erases: true);

        Assert.Empty(new TurnLogStore(database).Search(new TurnQuery { Text = TurnTextQuery.Read("duong") }, before: null, limit: 10).Turns);
    }

    /// <summary>A database as the service wrote it before turns could be searched.</summary>
    private void WriteOld()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "cp-assistant.db")};Pooling=False");
        connection.Open();
        foreach (var number in new[] { "0001", "0002", "0003" })
        {
            using var script = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream($"Schema/{number}")!);
            connection.Execute(script.ReadToEnd());
        }

        connection.Execute(
            """
            PRAGMA user_version = 3;
            INSERT INTO conversation VALUES ('c1', 'webchat', 'u', 'vi-VN', '{}', 2, 0, 0);
            INSERT INTO message VALUES ('c1', 1, 'user', NULL, NULL, 'Công ty Mía ĐƯỜNG hoà bình?', NULL, 1), ('c1', 2, 'assistant', NULL, 1, 'Không thấy.', NULL, 2);
            INSERT INTO turn VALUES (1, 'c1', 2, 1, 'webchat', 'p', 'Công ty Mía ĐƯỜNG hoà bình?', 'vi', 'Passage', NULL, 'not_found', '[]', 0.2, 1.5, 'v1', NULL, NULL);
            """);
    }
}
