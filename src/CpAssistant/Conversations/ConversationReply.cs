using System.Text.Json;
using System.Text.Json.Serialization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Conversations;

/// <summary>The answer to a batch line.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Milliseconds">Time of the last turn.</param>
/// <param name="Table">Address of the look-up page that holds the same as a table, from the service's root on; left out where there is none.</param>
public sealed record ConversationReply(
    JsonElement? Id, Outcome Outcome, string Text, IReadOnlyList<CitationItem> Citations, double Confidence, double Milliseconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Table = null)
{
    public static ConversationReply Of(JsonElement? id, TurnOutcome outcome, TimeSpan elapsed) => new(
        id,
        outcome.Answer.Outcome,
        outcome.Reply,
        [.. outcome.Answer.Citations.Select(CitationItem.Of)],
        Math.Round(outcome.Answer.Confidence, 3),
        Math.Round(elapsed.TotalMilliseconds, 3),
        outcome.Answer.Table is { } table ? LinkedTable.AddressOf(table, outcome.Log.Language == "en") : null);
}

/// <summary>The words an answer stands on, and their place.</summary>
/// <param name="Document">The file's name.</param>
/// <param name="Start">Offset in the file's text in UTF-16 units.</param>
/// <param name="Source">A digest's words are a retelling and no quotation.</param>
public sealed record CitationItem(string Document, string Title, string? Number, string? Province, string Section, string Quote, int Start, int End, SourceKind Source)
{
    public static CitationItem Of(Citation citation) => new(
        citation.Document.File,
        citation.Document.Metadata.Title,
        citation.Document.Metadata.Number?.Value,
        citation.Document.Metadata.Province?.Value,
        citation.Section,
        citation.Quote,
        citation.Span.Start,
        citation.Span.End,
        citation.Source);
}

/// <summary>What stands in place of a reply to a line that cannot be answered.</summary>
/// <param name="Line">Counted from 1.</param>
public sealed record LineError(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Id, int Line, string Error);
