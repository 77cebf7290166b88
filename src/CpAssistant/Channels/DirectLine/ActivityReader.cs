using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.Conversations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Reads the activities that clients send; what is not in use is passed over.</summary>
internal static class ActivityReader
{
    private const int LongestId = 200;
    private const int LongestComment = 500;
    private const int LongestProvince = 100;

    internal static IncomingActivity Read(JsonElement json, string conversation, Limits limits)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Bad("Hoạt động phải là một đối tượng JSON. / An activity is a JSON object.");
        }

        var clientId = json.Find("channelData").Find("clientActivityID").Text();
        return clientId is { Length: > LongestId } ? Bad("channelData.clientActivityID quá dài. / channelData.clientActivityID is too long.") : json.Find("type").Text() switch
        {
            "message" => ReadMessage(json, clientId, limits),
            "event" when json.Find("name").Text() == "province" => ReadProvince(json.Find("value"), clientId),
            "event" when json.Find("name").Text() == "webchat:activity-status/feedback" => ReadVote(json, conversation, clientId),
            "invoke" when json.Find("name").Text() == "message/submitAction" && json.Find("value").Find("actionName").Text() == "feedback" => ReadSubmitted(json, conversation, clientId),
            "messageReaction" => ReadReaction(json, conversation, clientId),
            null or "" => Bad("Thiếu \"type\" của hoạt động. / The activity has no \"type\"."),
            _ => new IncomingActivity.Other(),
        };
    }

    private static IncomingActivity ReadMessage(JsonElement json, string? clientId, Limits limits)
    {
        if (json.Find("attachments") is { ValueKind: JsonValueKind.Array } attachments && attachments.GetArrayLength() > 0)
        {
            return new IncomingActivity.Bad(ProtocolError.NoFiles with { Status = StatusCodes.Status400BadRequest });
        }

        // A button's value may come without its text.
        var text = json.Find("text").Text() is { Length: > 0 } written ? written : json.Find("value").Text();
        return string.IsNullOrWhiteSpace(text) ? Bad("Hãy nhập câu hỏi. / The message has no text.")
            : text.Length > limits.QuestionCharacters ? Bad($"{QuestionText.TooLong(text, limits)}. / The question is too long: at most {limits.QuestionCharacters} characters.")
            : new IncomingActivity.Message(new IncomingMessage(clientId is "" ? null : clientId, text));
    }

    private static IncomingActivity ReadProvince(JsonElement? value, string? clientId) => value.Text() switch
    {
        null when value is { ValueKind: not JsonValueKind.Null } => Bad("Tên tỉnh phải là chữ. / The province's name has to be text."),
        { Length: > LongestProvince } => Bad("Tên tỉnh quá dài. / The province's name is too long."),
        var name => new IncomingActivity.Province(string.IsNullOrWhiteSpace(name) ? null : name, clientId),
    };

    /// <summary>👍 or 👎 of Web Chat 4.18; our page sends it once more with a comment where there is one.</summary>
    private static IncomingActivity ReadVote(JsonElement json, string conversation, string? clientId)
    {
        var entities = json.Find("entities") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Take(20).ToList() : [];
        var vote = entities.FindIndex(entity => IsHelpful(((JsonElement?)entity).Find("@type").Text()) is not null);
        if (vote < 0)
        {
            return Bad("Thiếu LikeAction hoặc DislikeAction. / There is no LikeAction or DislikeAction.");
        }

        JsonElement? action = entities[vote];
        var reply = action.Find("object").Find("identifier").Text() ?? json.Find("replyToId").Text();
        return Vote(reply, IsHelpful(action.Find("@type").Text())!.Value, json.Find("value").Find("comment").Text(), conversation, clientId);
    }

    /// <summary>The form that later clients send.</summary>
    private static IncomingActivity ReadSubmitted(JsonElement json, string conversation, string? clientId)
    {
        var value = json.Find("value").Find("actionValue");
        return IsHelpful(value.Find("reaction").Text()) is { } helpful
            ? Vote(json.Find("replyToId").Text(), helpful, value.Find("feedback").Find("feedbackText").Text() ?? CommentIn(value.Find("feedback").Text()), conversation, clientId)
            : Bad("\"reaction\" phải là \"like\" hoặc \"dislike\". / \"reaction\" has to be \"like\" or \"dislike\".");
    }

    private static IncomingActivity ReadReaction(JsonElement json, string conversation, string? clientId)
    {
        var added = json.Find("reactionsAdded") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => IsHelpful(((JsonElement?)item).Find("type").Text())).OfType<bool>().ToList() : [];
        return added.Count == 0 ? new IncomingActivity.Other() : Vote(json.Find("replyToId").Text(), added[^1], null, conversation, clientId);
    }

    private static IncomingActivity Vote(string? reply, bool helpful, string? comment, string conversation, string? clientId) =>
        ActivityId.SequenceOf(reply, conversation) is not { } sequence ? Bad("Không rõ ý kiến về câu trả lời nào. / It is not clear which reply the feedback is about.")
        : comment is { Length: > LongestComment } ? Bad($"Ý kiến dài quá {LongestComment} ký tự. / The comment is longer than {LongestComment} characters.")
        : new IncomingActivity.Vote(sequence, new Feedback(helpful, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim()), clientId);

    private static bool? IsHelpful(string? reaction) => reaction switch
    {
        "LikeAction" or "like" => true,
        "DislikeAction" or "dislike" => false,
        _ => null,
    };

    /// <summary>Some clients send the comment as JSON within a text.</summary>
    private static string? CommentIn(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = BoundedJson.Read(json);
        return document is null ? json : document.RootElement.Find("feedbackText").Text();
    }

    private static IncomingActivity.Bad Bad(string message) => new(ProtocolError.Bad(message));
}
