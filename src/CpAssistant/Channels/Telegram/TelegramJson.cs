using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CpAssistant.Channels.Telegram;

/// <summary>JSON of the Bot API, which may come from anyone: whatever is of another type than expected counts as absent. Nothing throws.</summary>
internal static class TelegramJson
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static JsonElement? Find(this JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair stands beside the one that was looked for.
            return null;
        }
    }

    internal static JsonElement? Find(this JsonElement? json, string name) => json?.Find(name);

    internal static JsonElement? FindObject(this JsonElement? json, string name) => json.Find(name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <returns>Null where it is no text, or half of a surrogate pair stands alone in it.</returns>
    internal static string? Text(this JsonElement? json) => json is { } element ? JsonText.TextOf(element) : null;

    /// <returns>A whole number, written as such or as text; null for anything else.</returns>
    internal static long? Number(this JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var value) ? value : null,
        { ValueKind: JsonValueKind.String } text => long.TryParse(JsonText.TextOf(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        _ => null,
    };

    internal static bool IsTrue(this JsonElement? json) => json is { ValueKind: JsonValueKind.True };

    internal static IEnumerable<JsonElement> Items(this JsonElement? json) => json is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
