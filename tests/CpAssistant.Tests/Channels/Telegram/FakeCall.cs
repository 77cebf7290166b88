using System.Text.Json;
using System.Text.Json.Nodes;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>A call that has come to <see cref="FakeTelegram"/>.</summary>
/// <param name="At">Since the server started; never runs backwards.</param>
/// <param name="Path">With the prefix of the base address and the token.</param>
internal sealed record FakeCall(string Method, JsonObject Body, TimeSpan At, string Path)
{
    internal long? ChatId => Number("chat_id");

    internal long? MessageId => Number("message_id");

    internal string? Text => Body["text"]?.GetValue<string>();

    internal long? Number(string name) => Body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<long>() : null;

    public override string ToString() => $"{At.TotalSeconds:F3} {Method} {Body.ToJsonString(FakeTelegram.Readable)}";
}

/// <summary>A message as its chat shows it now.</summary>
/// <param name="Text">As people read it, without tags.</param>
/// <param name="Source">As it was sent.</param>
/// <param name="Keyboard">Rows of buttons; empty for none.</param>
internal sealed record ShownMessage(long Id, bool FromBot, string Text, string Source, IReadOnlyList<IReadOnlyList<ShownButton>> Keyboard)
{
    internal long? ReplyTo { get; init; }

    internal long? ThreadId { get; init; }

    internal bool Edited { get; init; }

    internal IEnumerable<ShownButton> Buttons => Keyboard.SelectMany(static row => row);

    public override string ToString() =>
        $"{Id} {(FromBot ? "bot" : "person")}{(ReplyTo is { } to ? $" to {to}" : "")}{(Edited ? " (edited)" : "")}: {Text} {string.Join(' ', Buttons.Select(static button => $"[{button.Text}|{button.Data}]"))}";
}

internal sealed record ShownButton(string Text, string Data);
