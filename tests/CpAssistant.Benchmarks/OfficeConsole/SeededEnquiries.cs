using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>Enquiries for the conversations of a seeded log: most are closed, the newest wait.</summary>
internal static class SeededEnquiries
{
    private static readonly string[] Provinces = ["Long An", "Đồng Tháp", "Bến Tre", "Sơn La"];
    private static readonly string[] Industries = ["sản xuất bia", "chế biến thủy sản", "xay xát lúa gạo", "khai thác khoáng sản"];

    /// <returns>How many were written; fewer where there are fewer conversations.</returns>
    internal static Task<int> WriteAsync(Database database, int count, DateTimeOffset now) => database.Writer.WriteAsync(connection =>
    {
        var random = new Random(20261122);
        var turns = connection.Query<(string Conversation, string Question, string Written, string Folded, string Channel, long At)>(
            "SELECT conversation_id, question, written, folded, channel, at FROM turn WHERE reply_sequence = 2 ORDER BY id").ToList();
        var chosen = turns.Where((_, index) => index % Math.Max(1, turns.Count / count) == 0).Take(count).ToList();
        foreach (var (turn, number) in chosen.Select((turn, index) => (turn, index + 1)))
        {
            var isOld = number < chosen.Count * 98 / 100;
            connection.Execute(
                """
                INSERT INTO enquiry (reference, conversation_id, channel, language, status, province, industry, question, written, folded, opened_at, opened_in, due_on, answered_at, changed_at)
                VALUES (@reference, @Conversation, @Channel, 'vi', @status, @province, @industry, @Question, @Written, @Folded, @At, 2, @due, @answered, @At);
                INSERT INTO enquiry_event (enquiry_id, at, kind, sequence) VALUES (last_insert_rowid(), @At, 'opened', 1)
                """,
                new
                {
                    reference = $"CP-2025-{number:D5}",
                    turn.Conversation,
                    turn.Channel,
                    turn.Question,
                    turn.Written,
                    turn.Folded,
                    turn.At,
                    status = isOld ? (random.Next(10) == 0 ? "answered" : "closed") : "new",
                    province = Provinces[random.Next(Provinces.Length)],
                    industry = Industries[random.Next(Industries.Length)],
                    due = $"{(isOld ? DateTimeOffset.FromUnixTimeMilliseconds(turn.At) : now).AddDays(random.Next(-3, 7)):yyyy-MM-dd}",
                    answered = isOld ? turn.At : (long?)null,
                });
        }

        return chosen.Count;
    });
}
