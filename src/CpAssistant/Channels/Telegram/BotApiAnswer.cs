using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CpAssistant.Channels.Telegram;

/// <summary>Reads what a Bot API server answers: <c>{"ok":true,"result":…}</c> or <c>{"ok":false,"error_code":…,"description":…,"parameters":{…}}</c>.</summary>
/// <remarks>
/// Only the API's own words refuse a call: a 403 of a proxy on the way says nothing about the person. 429 is taken from anyone.
/// </remarks>
internal static class BotApiAnswer
{
    private const double LongestPauseSeconds = 24 * 60 * 60;

    /// <summary>For a 429 that names no pause.</summary>
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);

    /// <summary>A deeper update is to be passed over by its reader rather than to hold up those behind it.</summary>
    private static readonly JsonDocumentOptions Shape = new() { MaxDepth = 1000 };

    /// <param name="retryAfter">Of the Retry-After header; null for none.</param>
    /// <returns>The result, of the kind "undefined" where there is none.</returns>
    internal static BotApiResult<JsonElement> Read(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlyMemory<byte> body)
    {
        var json = Parse(body);
        var ok = json.Find("ok");
        if ((int)status is >= 200 and < 300 && ok.IsTrue())
        {
            return new BotApiResult<JsonElement>.Done(json.Find("result") ?? default);
        }

        if ((int)status is >= 200 and < 300 && json.Find("error_code") is null)
        {
            return new BotApiResult<JsonElement>.Failed("Neither done nor refused", MayBeDone: true, Answered: true);
        }

        var code = ok is { ValueKind: JsonValueKind.False } ? CodeOf(json, status) : (int)status;
        var description = json.Find("description").Text() ?? json.Find("message").Text() ?? "";
        var pause = PauseOf(json.Find("parameters").Find("retry_after")) ?? (code == 429 ? Within(retryAfter ?? UsualPause) : null);
        return code == 429 || (ok is { ValueKind: JsonValueKind.False } && code is >= 400 and < 500)
            ? new BotApiResult<JsonElement>.Refused(code, description, pause, json.Find("parameters").Find("migrate_to_chat_id").Number())
            : new BotApiResult<JsonElement>.Failed(json is null ? $"HTTP {(int)status}, not JSON" : $"HTTP {(int)status}, not the Bot API's answer: {description}", MayBeDone: true, Answered: true);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shape);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int CodeOf(JsonElement? json, HttpStatusCode status) =>
        json.Find("error_code").Number() is { } code and >= 400 and < 600 ? (int)code : (int)status >= 400 ? (int)status : 400;

    private static TimeSpan? PauseOf(JsonElement? seconds) => seconds switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => Within(value),
        { ValueKind: JsonValueKind.String } text when double.TryParse(JsonText.TextOf(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => Within(value),
        _ => null,
    };

    private static TimeSpan Within(TimeSpan pause) => Within(pause.TotalSeconds);

    private static TimeSpan Within(double seconds) => TimeSpan.FromSeconds(double.IsNaN(seconds) ? 1 : Math.Clamp(seconds, 1, LongestPauseSeconds));
}
