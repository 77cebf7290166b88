using System.Text.Json;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Conversations;

internal sealed record ConversationRow(string Id, string Channel, string UserId, string Locale, string State, string? Draft, long LastSequence, long ChangedAt)
{
    internal Conversation ToConversation(EnquiryIntake enquiries) => new(
        Id, Channel, UserId, Locale, JsonSerializer.Deserialize<ConversationState>(State, JsonText.Line)! with { Draft = enquiries.Unseal(Draft) }, LastSequence, DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt));
}

internal sealed record MessageRow(string ConversationId, long Sequence, string Author, string? MessageId, long? ReplyTo, string Text, string? Reply, long At, long? ShownAt)
{
    internal Message ToMessage() => new(
        ConversationId,
        Sequence,
        Enum.Parse<MessageAuthor>(Author, ignoreCase: true),
        MessageId,
        ReplyTo,
        Text,
        Reply is null ? null : JsonSerializer.Deserialize<Reply>(Reply, JsonText.Line),
        DateTimeOffset.FromUnixTimeMilliseconds(At),
        ShownAt is { } shown ? DateTimeOffset.FromUnixTimeMilliseconds(shown) : null);
}

/// <summary>A turn as it is written; all that takes time is worked out before the writer's turn comes.</summary>
/// <param name="draft">The enquiry that is being written now, sealed; null for none.</param>
/// <param name="enquiry">What goes to the office; null for nothing.</param>
internal sealed class TurnRow(PlayedTurn turn, string pseudonym, string? draft, EnquiryIntake.Row? enquiry)
{
    private readonly object _values = new
    {
        turn.Conversation.Id,
        Before = turn.Conversation.LastSequence,
        Asked = turn.Conversation.LastSequence + 1,
        Replied = turn.Conversation.LastSequence + 2,
        turn.Conversation.Channel,
        User = pseudonym,
        turn.MessageId,
        Question = turn.Text,
        ReplyText = turn.Outcome.Reply,
        Reply = JsonSerializer.Serialize(turn.Reply, JsonText.Line),
        State = JsonSerializer.Serialize(turn.Outcome.State, JsonText.Line),
        Draft = draft,
        AskedAt = turn.At.ToUnixTimeMilliseconds(),
        RepliedAt = turn.At.ToUnixTimeMilliseconds() + 1,
        turn.Outcome.Log.Language,
        turn.Outcome.Log.Intent,
        Province = turn.Outcome.Log.Provinces.Count > 0 ? string.Join(", ", turn.Outcome.Log.Provinces) : null,
        Outcome = Stored.Key(turn.Outcome.Log.Outcome),
        Citations = JsonSerializer.Serialize(
            turn.Outcome.Answer.Citations.Select(citation => new { Document = citation.Document.Id, citation.Section, citation.Span.Start, citation.Span.End }), JsonText.Line),
        turn.Outcome.Log.Confidence,
        turn.Elapsed.TotalMilliseconds,
        KnowledgeVersion = turn.Knowledge.Version,
        StateBefore = JsonSerializer.Serialize(turn.State, JsonText.Line),
        Trace = JsonSerializer.Serialize(turn.Outcome.Answer.Trace, JsonText.Line),
        Written = VietnameseText.Normalize(turn.Text),
        Folded = VietnameseText.Fold(turn.Text),
        Gist = turn.Outcome.Log.Gist?.ToString(),
        GistVersion = turn.Knowledge.Language.Version,
    };

    /// <returns>False, and nothing is written, where the conversation is no longer where the turn began.</returns>
    internal bool Write(SqliteConnection connection)
    {
        if (enquiry?.IsFree(connection) == false || connection.Execute(
            "UPDATE conversation SET state = @State, draft = @Draft, last_sequence = @Replied, changed_at = @RepliedAt WHERE id = @Id AND last_sequence = @Before", _values) == 0)
        {
            return false;
        }

        connection.Execute(
            """
            INSERT INTO message (conversation_id, sequence, author, message_id, reply_to, text, reply, at)
            VALUES (@Id, @Asked, 'user', @MessageId, NULL, @Question, NULL, @AskedAt), (@Id, @Replied, 'assistant', NULL, @Asked, @ReplyText, @Reply, @RepliedAt);
            INSERT INTO turn (conversation_id, reply_sequence, at, channel, user, question, language, intent, province, outcome, citations, confidence, milliseconds,
                knowledge_version, state, trace, written, folded, gist, gist_version)
            VALUES (@Id, @Replied, @AskedAt, @Channel, @User, @Question, @Language, @Intent, @Province, @Outcome, @Citations, @Confidence, @TotalMilliseconds,
                @KnowledgeVersion, @StateBefore, @Trace, @Written, @Folded, @Gist, @GistVersion)
            """,
            _values);
        enquiry?.Write(connection);
        return true;
    }
}
