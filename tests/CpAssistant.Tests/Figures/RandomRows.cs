using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests.Figures;

/// <summary>Turns and enquiries at random times of ten months, the same for the same seed.</summary>
internal sealed class RandomRows(int seed)
{
    private static readonly DateTimeOffset First = new(2025, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly string?[] Provinces = [null, "Long An", "Bến Tre", "Long An, Bến Tre", "Bến Tre, Sơn La", "An Giang, Long An, Sơn La"];
    private static readonly string[] Channels = ["webchat", "telegram", "directline"];
    private static readonly string[] Intents = ["Target", "Funding", "Passage", "Greeting", "Enquiry", "Handoff"];
    private static readonly string[] Outcomes = ["answered", "answered", "answered", "clarification", "not_found", "small_talk", "handoff"];
    private static readonly string?[] Industries = [null, "sản xuất bia", "giấy"];

    private readonly Random _random = new(seed);
    private long _turn;

    /// <returns>How many turns were written; there is an enquiry for every third.</returns>
    internal int Write(SqliteConnection connection, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var conversation = $"c{_random.Next(20)}";
            connection.Execute("INSERT INTO conversation VALUES (@conversation, 'webchat', 'u', 'vi-VN', '{}', 2, 0, 0, NULL) ON CONFLICT DO NOTHING", new { conversation });
            var citations = string.Join(",", Enumerable.Range(0, _random.Next(4)).Select(_ => $$"""{"document":"d-{{_random.Next(6)}}","section":"Điều {{_random.Next(6)}}","start":1,"end":2}"""));
            connection.Execute(
                """
                INSERT INTO turn (conversation_id, reply_sequence, at, channel, user, question, language, intent, province, outcome, citations, confidence, milliseconds, knowledge_version)
                VALUES (@conversation, @sequence, @at, @channel, 'p', 'q', 'vi', @intent, @province, @outcome, @citations, 0.5, 1, 'v')
                """,
                new { conversation, sequence = ++_turn, at = At(), channel = Pick(Channels), intent = Pick(Intents), province = Pick(Provinces), outcome = Pick(Outcomes), citations = $"[{citations}]" });
            if (i % 3 == 0)
            {
                Send(connection, conversation, Pick(Provinces[..3]));
            }
        }

        return count;
    }

    private void Send(SqliteConnection connection, string conversation, string? province)
    {
        var at = At();
        var answered = _random.Next(3) > 0;
        var status = answered ? "answered" : Pick(["new", "assigned", "closed"]);
        connection.Execute(
            """
            INSERT INTO enquiry (reference, conversation_id, channel, language, status, province, industry, question, written, folded, opened_at, opened_in, due_on, answered_at, closed_at, changed_at)
            VALUES (@reference, @conversation, @channel, 'vi', @status, @province, @industry, 'q', 'q', 'q', @at, 2, @due, @answered, @closed, @at)
            """,
            new
            {
                reference = $"CP-2026-{_turn:D5}",
                conversation,
                channel = Pick(Channels),
                status,
                closed = status == "closed" ? at + (long)(_random.NextDouble() * 9 * 86_400_000) : (long?)null,
                province,
                industry = Pick(Industries),
                at,
                due = DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromHours(7)).AddDays(5).ToString("yyyy-MM-dd", null),
                // On the last day too, at midnight and just before.
                answered = !answered ? (long?)null : _random.Next(3) == 0 ? Midnight(at, 6) - _random.Next(2) : at + (long)(_random.NextDouble() * 9 * 86_400_000),
            });
    }

    /// <summary>Votes, changed votes, and votes that are taken back.</summary>
    internal int Vote(SqliteConnection connection)
    {
        for (var i = 0; i < 300; i++)
        {
            connection.Execute("UPDATE turn SET helpful = @vote WHERE id = @id", new { id = _random.Next((int)_turn + 1), vote = Pick(new int?[] { 1, 1, 0, null }) });
        }

        return 300;
    }

    /// <returns>Any time of some months; now and then the first or the last moment of a half month in Việt Nam.</returns>
    private long At()
    {
        var at = (First + ((new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero) - First) * _random.NextDouble())).ToUnixTimeMilliseconds();
        if (_random.Next(3) > 0)
        {
            return at;
        }

        var day = DateTimeOffset.FromUnixTimeMilliseconds(at);
        var slot = new DateTimeOffset(day.Year, day.Month, _random.Next(2) == 0 ? 1 : 15, 0, 0, 0, TimeSpan.FromHours(7));
        return slot.ToUnixTimeMilliseconds() - _random.Next(2);
    }

    /// <returns>The first moment of the day so many days later, in Việt Nam.</returns>
    private static long Midnight(long at, int days)
    {
        var there = DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromHours(7));
        return new DateTimeOffset(there.Date.AddDays(days), there.Offset).ToUnixTimeMilliseconds();
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
