using System.Text.Json.Serialization;

namespace CpAssistant.Channels.Telegram;

/// <summary>A button under a message.</summary>
/// <param name="CallbackData">1 to 64 bytes; see <see cref="ButtonData"/>.</param>
public sealed record InlineButton(string Text, [property: JsonPropertyName("callback_data")] string CallbackData);
