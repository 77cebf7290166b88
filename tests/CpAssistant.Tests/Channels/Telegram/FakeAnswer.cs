using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>Answers of the Bot API, for handlers of <see cref="FakeTelegram"/>.</summary>
internal static class FakeAnswer
{
    internal static IResult Done(object result) => Results.Text(JsonSerializer.Serialize(new { ok = true, result }), "application/json");

    internal static IResult Refused(int code, string description, object? parameters = null) =>
        Results.Text(JsonSerializer.Serialize(new { ok = false, error_code = code, description, parameters }), "application/json", null, code);
}
