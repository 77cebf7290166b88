using System.Text.Json;
using CpAssistant.Configuration;

namespace CpAssistant.Conversations;

/// <summary>A batch line: all turns of one conversation, the last to be answered.</summary>
/// <param name="Id">A text or a number, given back as it came; null where there is none.</param>
public sealed record ConversationRequest(JsonElement? Id, IReadOnlyList<string> Turns)
{
    /// <summary>Checks what came from outside; properties that are not known are passed over.</summary>
    public static ConversationRequestResult Read(string json, Limits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, limits);
        }
        catch (JsonException exception)
        {
            return new ConversationRequestResult.Bad(null, $"không phải JSON hợp lệ (vị trí {exception.BytePositionInLine})");
        }
    }

    public static ConversationRequestResult Read(JsonElement json, Limits limits)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new ConversationRequestResult.Bad(null, "phải là một đối tượng JSON {\"id\", \"turns\"}");
        }

        JsonElement? id = null;
        if (json.TryGetProperty("id", out var given) && given.ValueKind != JsonValueKind.Null)
        {
            if (given.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || given.GetRawText().Length > 1000 || (given.ValueKind == JsonValueKind.String && JsonText.TextOf(given) is null))
            {
                return new ConversationRequestResult.Bad(null, "\"id\" phải là chữ hoặc số");
            }

            id = given.Clone();
        }

        if (!json.TryGetProperty("turns", out var turns) || turns.ValueKind != JsonValueKind.Array)
        {
            return new ConversationRequestResult.Bad(id, "thiếu \"turns\": danh sách các câu của cuộc trò chuyện");
        }

        if (turns.GetArrayLength() is var count && (count == 0 || count > limits.Turns))
        {
            return new ConversationRequestResult.Bad(id, $"\"turns\" phải có từ 1 đến {limits.Turns} câu, không phải {count}");
        }

        var texts = turns.EnumerateArray().Select(JsonText.TextOf).ToList();
        return texts.Contains(null) ? new ConversationRequestResult.Bad(id, "mỗi câu trong \"turns\" phải là chữ")
            : texts.FirstOrDefault(text => text!.Length > limits.QuestionCharacters) is { } tooLong
                ? new ConversationRequestResult.Bad(id, QuestionText.TooLong(tooLong, limits))
            : string.IsNullOrWhiteSpace(texts[^1]) ? new ConversationRequestResult.Bad(id, "câu cuối trong \"turns\" để trống")
            : new ConversationRequestResult.Good(new ConversationRequest(id, texts!));
    }
}

public abstract record ConversationRequestResult
{
    public sealed record Good(ConversationRequest Request) : ConversationRequestResult;

    /// <param name="Id">Where it could be read.</param>
    public sealed record Bad(JsonElement? Id, string Reason) : ConversationRequestResult;

    private ConversationRequestResult() { }
}
