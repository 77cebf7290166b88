using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Text;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>The worst case of grouping: a log of questions that are nearly all different and were not answered, put together of pieces of the documents.</summary>
internal static class VariedLog
{
    private const int TurnsOfConversation = 3;

    private static readonly string[] Heads =
    [
        "Ai phụ trách {0} và {1}?", "{0} cần những gì để {1}?", "Khi nào phải {0} {1}?", "Mức phí {0} của {1} là bao nhiêu?", "Có được {0} khi {1} không?", "Vì sao {0} phải {1}?",
        "Xin phép {0} cho {1} ở đâu?", "{0} {1} năm {2} thế nào?", "Cho tôi hỏi về {0} với {1}", "{0} khác gì {1}?", "Thủ tục {0} {1} gồm những bước nào?", "{1} có ảnh hưởng gì đến {0}?",
    ];

    /// <summary>Writes turns that have not been read into gists.</summary>
    internal static void Write(DataFolder folder, KnowledgeSnapshot knowledge, int turns, DateTimeOffset now)
    {
        string path;
        using (var made = new Database(folder))
        {
            path = made.FilePath;
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=True");
        connection.Open();
        connection.Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
        var (random, words) = (new Random(20261123), knowledge.Documents.Select(document => Analyzer.Exact.Analyze(document.Text).Select(token => token.Term).ToList()).Where(list => list.Count > 10).ToList());
        using var transaction = connection.BeginTransaction();
        for (var first = 0; first < turns; first += TurnsOfConversation)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"varied-{first}");
            var at = now.AddMinutes(-5.0 * (turns - first)).ToUnixTimeMilliseconds();
            connection.Execute("INSERT INTO conversation (id, channel, user_id, locale, state, last_sequence, started_at, changed_at) VALUES (@id, 'webchat', 'dl_x', 'vi-VN', '{}', 6, @at, @at)", new { id, at });
            connection.Execute(
                """
                INSERT INTO turn (conversation_id, reply_sequence, at, channel, user, question, language, intent, province, outcome, citations, confidence, milliseconds, knowledge_version, state, written, folded)
                VALUES (@id, @sequence, @at, 'webchat', 'x', @question, 'vi', 'Passage', @province, @outcome, '[]', 0.1, 1, 'seeded', '{}', @question, @question)
                """,
                Enumerable.Range(0, Math.Min(TurnsOfConversation, turns - first)).Select(i => new { id, sequence = (2 * i) + 2, at = at + i, question = Ask(), province = random.Next(2) == 0 ? "Long An" : null, outcome = random.Next(4) == 0 ? "clarification" : "not_found" }));
        }

        transaction.Commit();

        string Ask()
        {
            var question = string.Format(CultureInfo.InvariantCulture, Heads[random.Next(Heads.Length)], Piece(), Piece(), random.Next(2010, 2035));
            return random.Next(5) < 2 ? VietnameseText.Fold(question) : question;
        }

        string Piece()
        {
            var document = words[random.Next(words.Count)];
            var length = random.Next(2, 5);
            return string.Join(' ', document.Skip(random.Next(document.Count - length)).Take(length));
        }
    }
}
