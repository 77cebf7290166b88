using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Takes one activity: a message becomes a turn, a choice or a vote is kept, all else is acknowledged only.</summary>
public sealed class ActivityPost(TurnRunner turns, ConversationStore conversations, KnowledgeStore knowledge, Streams streams, Limits limits, TimeProvider time)
{
    /// <param name="response">The conversation's streams wait until it has gone out.</param>
    /// <returns>The activity's id, or why it was not taken.</returns>
    internal async Task<(string? Id, ProtocolError? Error)> TakeAsync(JsonElement json, Token token, HttpResponse response, CancellationToken cancellation)
    {
        var conversation = token.Conversation;
        switch (ActivityReader.Read(json, conversation, limits))
        {
            case IncomingActivity.Bad { Error: var error }:
                return (null, error);
            case IncomingActivity.Message { Content: var message }:
                streams.HoldUntilAcknowledged(conversation, response);
                return await turns.RunAsync(conversation, message, cancellation) is TurnResult.Done { Message: var sequence }
                    ? (ActivityId.Of(conversation, sequence), null)
                    : (null, ProtocolError.NoConversation);
            case IncomingActivity.Province { Name: var name, ClientId: var clientId }:
                var province = name is null ? null : ProvinceFilter.Find(name, knowledge.Current.Gazetteer)?.Province.Name;
                return name is not null && province is null
                    ? (null, ProtocolError.Bad($"Không có tỉnh tên \"{name}\". / There is no province of this name."))
                    : Kept(await conversations.ChooseProvinceAsync(conversation, province), "province", clientId);
            case IncomingActivity.Vote { Reply: var reply, Feedback: var feedback, ClientId: var clientId }:
                return Kept(await conversations.GiveFeedbackAsync(conversation, reply, feedback), "webchat:activity-status/feedback", clientId);
            default:
                return conversations.Find(conversation) is null ? (null, ProtocolError.NoConversation) : (NewId(conversation), null);
        }

        (string? Id, ProtocolError? Error) Kept(bool kept, string name, string? clientId)
        {
            if (!kept)
            {
                return (null, ProtocolError.NoConversation);
            }

            var echo = EchoOf(token, name, clientId);
            streams.HoldUntilAcknowledged(conversation, response);
            streams.Echo(echo);
            return (echo.Id, null);
        }
    }

    /// <summary>Clients look for what they have sent, events as well.</summary>
    private Activity EchoOf(Token token, string name, string? clientId) => new()
    {
        Type = "event",
        Id = NewId(token.Conversation),
        Timestamp = time.GetUtcNow(),
        Conversation = new ConversationAccount(token.Conversation),
        From = new ChannelAccount(token.User, "user"),
        Name = name,
        ChannelData = clientId is null ? null : new ChannelData(clientId),
    };

    /// <summary>Of an activity that stands in no transcript.</summary>
    private static string NewId(string conversation) => $"{conversation}|{Guid.NewGuid():N}";
}
