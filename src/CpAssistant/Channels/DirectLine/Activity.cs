using System.Text.Json.Serialization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>An activity as it goes out; the fields in use of the Bot Framework's activity schema.</summary>
public sealed record Activity
{
    public string Type { get; init; } = "message";

    public required string Id { get; init; }

    /// <summary>Strictly rising within a conversation: clients sort by it.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public string ChannelId { get; } = "directline";

    public required ConversationAccount Conversation { get; init; }

    public required ChannelAccount From { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    /// <summary>"plain" or "markdown".</summary>
    public string? TextFormat { get; init; }

    public string? Text { get; init; }

    /// <summary>Of an event.</summary>
    public string? Name { get; init; }

    public ChannelData? ChannelData { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }
}

/// <param name="Watermark">What the client asks with next.</param>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

public sealed record ConversationAccount(string Id);

/// <param name="Role">"user" or "bot".</param>
public sealed record ChannelAccount(string Id, string Role, string? Name = null);

/// <param name="ClientActivityId">By which a client knows its own message again.</param>
public sealed record ChannelData([property: JsonPropertyName("clientActivityID")] string? ClientActivityId = null);

public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions)
{
    /// <summary>Ids of the users who see the buttons; none named: everyone. Web Chat does not know its user's id, which stands in the token alone.</summary>
    public IReadOnlyList<string> To { get; } = [];
}

/// <summary>A button that says its value in the person's name.</summary>
public sealed record CardAction(string Title, string Value)
{
    public string Type { get; } = "imBack";
}
