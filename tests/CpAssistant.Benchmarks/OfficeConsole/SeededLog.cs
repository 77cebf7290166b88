using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>A database with turns of two years. The answers are true ones, played once for a few thousand conversations and then repeated with other words in the questions.</summary>
internal static class SeededLog
{
    private const int PlayedConversations = 2500;

    private static readonly TimeSpan Span = TimeSpan.FromDays(730);

    private static readonly string[] Channels = ["webchat", "webchat", "webchat", "telegram", "telegram", "directline"];

    /// <summary>Writes turns as a service would have that was in use for two years.</summary>
    /// <returns>Id of a turn in the middle of a conversation.</returns>
    internal static long Write(DataFolder folder, KnowledgeSnapshot knowledge, int turns, DateTimeOffset now)
    {
        string path;
        using (var made = new Database(folder))
        {
            path = made.FilePath;
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=True");
        connection.Open();
        connection.Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
        var random = new Random(20261122);
        var questions = new AskedQuestions([.. knowledge.Gazetteer.ProvinceNames], random);
        var played = Enumerable.Range(0, PlayedConversations).Select(_ => Play(questions.Conversation(), knowledge, now)).ToList();
        using var transaction = connection.BeginTransaction();
        for (var (written, number) = (0, 0); written < turns; number++)
        {
            var conversation = played[random.Next(played.Count)];
            var at = now - Span + (Span * ((double)written / turns));
            var channel = Channels[random.Next(Channels.Length)];
            written += Write(connection, conversation, questions, new Conversation($"seed-{number}", channel, $"dl_{random.Next(turns / 5)}", "vi-VN", ConversationState.Empty, 0, at), knowledge, random);
        }

        transaction.Commit();
        return connection.ExecuteScalar<long>("SELECT max(id) FROM turn WHERE reply_sequence = 6 AND id < (SELECT max(id) FROM turn) / 2");
    }

    private static IReadOnlyList<(string Question, ConversationState State, TurnOutcome Outcome)> Play(IReadOnlyList<string> questions, KnowledgeSnapshot knowledge, DateTimeOffset at)
    {
        var (state, turns) = (ConversationState.Empty, new List<(string, ConversationState, TurnOutcome)>());
        foreach (var question in questions)
        {
            var outcome = Assistant.Reply(new Turn(question, state, at), knowledge);
            turns.Add((question, state, outcome));
            state = outcome.State;
        }

        return turns;
    }

    /// <returns>How many turns it has.</returns>
    private static int Write(
        SqliteConnection connection,
        IReadOnlyList<(string Question, ConversationState State, TurnOutcome Outcome)> played,
        AskedQuestions questions,
        Conversation conversation,
        KnowledgeSnapshot knowledge,
        Random random)
    {
        connection.Execute(
            """
            INSERT INTO conversation (id, channel, user_id, locale, state, last_sequence, started_at, changed_at)
            VALUES (@Id, @Channel, @UserId, @Locale, '{}', 0, @at, @at)
            """,
            new { conversation.Id, conversation.Channel, conversation.UserId, conversation.Locale, at = conversation.ChangedAt.ToUnixTimeMilliseconds() });
        for (var i = 0; i < played.Count; i++)
        {
            // Each turn as the service writes it, in a savepoint of its own: the index of words grows in the same small pieces.
            connection.Execute("SAVEPOINT job");
            var (question, state, outcome) = played[i];
            var turn = new PlayedTurn(
                conversation with { LastSequence = 2 * i },
                $"m{i}",
                questions.Varied(question),
                state,
                outcome,
                knowledge,
                conversation.ChangedAt.AddSeconds((i * 40) + random.Next(30)),
                TimeSpan.FromMilliseconds(0.3 + (random.NextDouble() * 3)));
            new TurnRow(turn, conversation.UserId[3..], draft: null, enquiry: null).Write(connection);
            if (random.Next(8) == 0)
            {
                connection.Execute(
                    "UPDATE turn SET helpful = @helpful, comment = @comment WHERE conversation_id = @Id AND reply_sequence = @sequence",
                    new { conversation.Id, sequence = (2 * i) + 2, helpful = random.Next(4) > 0, comment = random.Next(5) == 0 ? "trả lời chưa rõ, cần nêu cơ quan" : null });
            }

            connection.Execute("RELEASE job");
        }

        return played.Count;
    }
}
