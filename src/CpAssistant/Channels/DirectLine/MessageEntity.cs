using System.Text.Json.Serialization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>A message in the words of schema.org: what it cites, and that it can be voted on. Web Chat 4.18 reads no other form.</summary>
public sealed record MessageEntity(IReadOnlyList<ClaimEntity> Citation, IReadOnlyList<VoteAction> PotentialAction)
{
    public string Type { get; } = "https://schema.org/Message";

    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Message";

    /// <summary>Empty: this very message.</summary>
    [JsonPropertyName("@id")]
    public string SchemaId { get; } = "";
}

/// <param name="Position">The number of the reference in the text, from 1.</param>
public sealed record ClaimEntity(int Position, DigitalDocument Appearance)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Claim";
}

/// <param name="Name">The source line.</param>
/// <param name="Abstract">The words cited; a digest's under its label.</param>
/// <param name="Text">The same; Web Chat reads this one.</param>
/// <param name="Url">Absolute; where the words are marked in their document.</param>
public sealed record DigitalDocument(string Name, string Abstract, string Text, string Url)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "DigitalDocument";
}

/// <summary>👍 or 👎, to be given; it comes back as an entity of an event, with its object untouched.</summary>
/// <param name="SchemaType">"LikeAction" or "DislikeAction".</param>
public sealed record VoteAction([property: JsonPropertyName("@type")] string SchemaType, [property: JsonPropertyName("object")] VotedMessage Target)
{
    public string ActionStatus { get; } = "PotentialActionStatus";

    internal static IReadOnlyList<VoteAction> Both(string activity) =>
        [new("LikeAction", new VotedMessage(activity)), new("DislikeAction", new VotedMessage(activity))];
}

/// <param name="Identifier">Id of the activity: the vote comes without <c>replyToId</c>.</param>
public sealed record VotedMessage(string Identifier)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Message";
}
