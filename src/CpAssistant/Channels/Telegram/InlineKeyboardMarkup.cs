using System.Text.Json.Serialization;

namespace CpAssistant.Channels.Telegram;

/// <summary>Buttons under a message, as Telegram takes them.</summary>
internal sealed record InlineKeyboardMarkup([property: JsonPropertyName("inline_keyboard")] IReadOnlyList<IReadOnlyList<InlineButton>> InlineKeyboard);
