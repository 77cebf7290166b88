using System.Text.Json.Serialization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>What opens a conversation to a client.</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="StreamUrl">Absolute, opened by a WebSocket within two minutes.</param>
public sealed record Session(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

/// <param name="Id">Of the activity that was taken.</param>
public sealed record ResourceResponse(string Id);
