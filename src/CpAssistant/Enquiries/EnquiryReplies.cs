using System.Text.Json;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Enquiries;

/// <summary>What officers answer: it stands in the transcript, and goes out over the channel that the enquiry came in by.</summary>
public sealed class EnquiryReplies(
    EnquiryStore enquiries, ConversationStore conversations, IEnumerable<IChannel> channels, KnowledgeStore knowledge, TimeProvider time)
{
    /// <summary>Longest answer, in UTF-16 units.</summary>
    public const int MaxLength = 4000;

    /// <param name="text">Plain text, 1 to <see cref="MaxLength"/> units.</param>
    /// <param name="closes">Whether nothing more is expected.</param>
    public async Task<EnquiryChange> SendAsync(EnquiryEdit edit, string text, bool closes)
    {
        if (enquiries.Find(edit.Reference) is not { ConversationId: { } id } enquiry || conversations.Find(id) is not { } conversation)
        {
            return await enquiries.ChangeAsync(edit, "enquiry.replied", (_, _) => false);
        }

        var channel = channels.FirstOrDefault(channel => channel.Serves(conversation.Channel));
        var reply = ReplyOf(enquiry, text);
        var result = await enquiries.ChangeAsync(edit, closes ? "enquiry.replied_closed" : "enquiry.replied", (connection, enquiryId) =>
        {
            // The conversation may have gone on, or gone, since it was read.
            if (connection.QuerySingleOrDefault<(long Last, long ChangedAt)?>("SELECT last_sequence, changed_at FROM conversation WHERE id = @id", new { id }) is not var (last, changedAt))
            {
                return false;
            }

            var at = DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), changedAt + 1));
            var message = new Message(id, last + 1, MessageAuthor.Officer, null, null, reply.Lead, reply, at);
            Write(connection, message, enquiryId, closes);
            enquiries.WriteEvent(connection, edit, enquiryId, "reply", closes ? "closed" : null, message.Sequence);
            channel?.Send(connection, conversation, message);
            return true;
        });
        if (result == EnquiryChange.Done)
        {
            channel?.Wake(id);
        }

        return result;
    }

    /// <returns>How an officer's message stands with the person.</returns>
    public Delivery DeliveryOf(Message message, string channelName) =>
        message.ShownAt is { } at ? new Delivery.Shown(at)
        : channels.FirstOrDefault(channel => channel.Serves(channelName))?.ObstacleOf(message.ConversationId) is { } obstacle ? new Delivery.Obstructed(obstacle)
        : new Delivery.Waiting();

    private Reply ReplyOf(Enquiry enquiry, string text)
    {
        var say = new Phrasebook(knowledge.Current.Language.Replies, enquiry.Language == "en");
        return new Reply(Outcome.Handoff, enquiry.Language, say.Say("officeReplies", enquiry.Reference) + "\n" + text, [], [], [say.Say("enquiryAdd", enquiry.Reference)]);
    }

    private static void Write(SqliteConnection connection, Message message, long enquiryId, bool closes)
    {
        var at = message.At.ToUnixTimeMilliseconds();
        connection.Execute(
            """
            INSERT INTO message (conversation_id, sequence, author, text, reply, at) VALUES (@ConversationId, @Sequence, 'officer', @Text, @reply, @at);
            UPDATE conversation SET last_sequence = @Sequence, changed_at = @at WHERE id = @ConversationId;
            UPDATE enquiry SET status = @status, answered_at = coalesce(answered_at, @at), closed_at = CASE @status WHEN 'closed' THEN @at END WHERE id = @enquiryId
            """,
            new { message.ConversationId, message.Sequence, message.Text, reply = JsonSerializer.Serialize(message.Reply, JsonText.Line), at, status = closes ? "closed" : "answered", enquiryId });
    }
}

/// <summary>How an officer's message stands with the person.</summary>
public abstract record Delivery
{
    public sealed record Shown(DateTimeOffset At) : Delivery;

    /// <summary>It is on its way, or shown when the person comes back.</summary>
    public sealed record Waiting : Delivery;

    /// <param name="Reason">As the channel tells it.</param>
    public sealed record Obstructed(string Reason) : Delivery;

    private Delivery() { }
}
