using System.Text.Json.Serialization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>A message in the words of schema.org: what it cites.</summary>
public sealed record MessageEntity(IReadOnlyList<ClaimEntity> Citation)
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
/// <param name="Url">Absolute; where the words are marked in their document.</param>
public sealed record DigitalDocument(string Name, string Abstract, string Url)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "DigitalDocument";
}
