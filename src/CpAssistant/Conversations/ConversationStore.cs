using System.Text.Json;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Conversations;

/// <summary>Conversations, their transcripts and the log, in the database.</summary>
public sealed class ConversationStore(Database database, Pseudonyms pseudonyms, EnquiryIntake enquiries, Erasure erasure, TimeProvider time)
{
    /// <summary>How long a conversation in which nothing is said is kept; its token then opens nothing, and the page asks for another.</summary>
    private static readonly TimeSpan UnusedFor = TimeSpan.FromDays(1);

    /// <summary>Starts a conversation; those in which nothing was said for a day make room for it.</summary>
    /// <returns>False where it has been started before.</returns>
    public Task<bool> StartAsync(NewConversation conversation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var language = conversation.Locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : null;
        var state = JsonSerializer.Serialize(ConversationState.Empty with { Province = conversation.Province, Park = conversation.Park, Language = language }, JsonText.Line);
        return database.Writer.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM conversation WHERE last_sequence = 0 AND changed_at < @unused", new { unused = now - (long)UnusedFor.TotalMilliseconds });
            return connection.Execute(
                """
                INSERT INTO conversation (id, channel, user_id, locale, state, last_sequence, started_at, changed_at)
                VALUES (@Id, @Channel, @UserId, @Locale, @state, 0, @now, @now)
                ON CONFLICT (id) DO NOTHING
                """,
                new { conversation.Id, conversation.Channel, conversation.UserId, conversation.Locale, state, now }) == 1;
        });
    }

    public Conversation? Find(string id)
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<ConversationRow>(
            "SELECT id, channel, user_id AS UserId, locale, state, draft, last_sequence AS LastSequence, changed_at AS ChangedAt FROM conversation WHERE id = @id", new { id })?.ToConversation(enquiries);
    }

    /// <returns>The messages after a sequence in their order.</returns>
    public IReadOnlyList<Message> MessagesAfter(string conversationId, long after, int limit)
    {
        using var connection = database.Read();
        return [.. connection.Query<MessageRow>(
            """
            SELECT conversation_id AS ConversationId, sequence, author, message_id AS MessageId, reply_to AS ReplyTo, text, reply, at, shown_at AS ShownAt
            FROM message WHERE conversation_id = @conversationId AND sequence > @after ORDER BY sequence LIMIT @limit
            """,
            new { conversationId, after, limit }).Select(row => row.ToMessage())];
    }

    /// <summary>What is asked next is meant for this province, whatever was asked before.</summary>
    /// <param name="province">A name of the gazetteer; null for none.</param>
    /// <param name="park">Industrial park, as it is called; null for none.</param>
    /// <returns>False where there is no such conversation.</returns>
    public Task<bool> ChooseProvinceAsync(string id, string? province, string? park = null) =>
        ChangeAsync(id, state => ConversationState.Empty with { Province = province, Park = park, Language = state.Language, Enquiries = state.Enquiries });

    /// <param name="language">"vi" or "en", of replies to what could be of either.</param>
    /// <returns>False where there is no such conversation.</returns>
    public Task<bool> ChooseLanguageAsync(string id, string language) => ChangeAsync(id, state => state with { Language = language });

    /// <returns>False where there is no such reply. What was thought of it before is replaced.</returns>
    public Task<bool> GiveFeedbackAsync(string id, long replySequence, Feedback feedback) => database.Writer.WriteAsync(connection => connection.Execute(
        "UPDATE turn SET helpful = @Helpful, comment = @comment WHERE conversation_id = @id AND reply_sequence = @replySequence",
        new { id, replySequence, feedback.Helpful, comment = feedback.Comment is { } comment ? PersonalNumbers.Mask(comment) : null }) == 1);

    /// <summary>Removes all that is kept of a conversation, from the file too.</summary>
    /// <returns>False where there is no such conversation.</returns>
    public Task<bool> EraseAsync(string id) =>
        database.Writer.WriteAsync(connection => erasure.Erase(connection, [id]).Count == 1, erases: true);

    private Task<bool> ChangeAsync(string id, Func<ConversationState, ConversationState> change) => database.Writer.WriteAsync(connection =>
        connection.QuerySingleOrDefault<string>("SELECT state FROM conversation WHERE id = @id", new { id }) is { } state
        && connection.Execute(
            "UPDATE conversation SET state = @state WHERE id = @id",
            new { id, state = JsonSerializer.Serialize(change(JsonSerializer.Deserialize<ConversationState>(state, JsonText.Line)!), JsonText.Line) }) == 1);

    /// <returns>Sequence of the person's message that the channel gave this id; null where none has come.</returns>
    internal long? FindMessage(string conversationId, string messageId)
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<long?>(
            "SELECT sequence FROM message WHERE conversation_id = @conversationId AND message_id = @messageId", new { conversationId, messageId });
    }

    /// <summary>A channel has shown what officers wrote, up to a sequence.</summary>
    internal Task MarkShownAsync(string id, long sequence) => database.Writer.WriteAsync(connection => connection.Execute(
        "UPDATE message SET shown_at = @now WHERE conversation_id = @id AND sequence <= @sequence AND author = 'officer' AND shown_at IS NULL",
        new { id, sequence, now = time.GetUtcNow().ToUnixTimeMilliseconds() }));

    /// <summary>Message, reply, state, log entry and what goes to the office in one transaction.</summary>
    /// <returns>False, and nothing is written, where the conversation has gone on or gone since the turn was played, or a number was taken.</returns>
    internal Task<bool> CommitAsync(PlayedTurn turn)
    {
        var row = new TurnRow(
            turn,
            pseudonyms.Of(turn.Conversation.Channel, turn.Conversation.UserId),
            enquiries.Seal(turn.Outcome.State.Draft),
            enquiries.RowOf(turn.Outcome.Enquiry, turn.Conversation, turn.At));
        return database.Writer.WriteAsync(connection => row.Write(connection));
    }
}
