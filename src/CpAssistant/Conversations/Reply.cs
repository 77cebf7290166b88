using System.Text.Json.Serialization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;
using CpAssistant.Documents;

namespace CpAssistant.Conversations;

/// <summary>An answer as it was given, for a channel to lay out and for the record: what the knowledge says later does not change it.</summary>
/// <param name="Language">"vi" or "en".</param>
/// <param name="Table">Where the same stands as a table; null where there is none, and in replies from before there were any.</param>
public sealed record Reply(
    Outcome Outcome, string Language, string Lead, IReadOnlyList<CitedSource> Sources, IReadOnlyList<string> Notes, IReadOnlyList<string> Suggestions, LinkedTable? Table = null)
{
    /// <param name="knowledge">That the turn was played on.</param>
    internal static Reply Of(TurnOutcome outcome, KnowledgeSnapshot knowledge)
    {
        var say = new Phrasebook(knowledge.Language.Replies, outcome.Log.Language == "en");
        return new(
            outcome.Answer.Outcome,
            outcome.Log.Language,
            outcome.Answer.Lead,
            [.. outcome.Answer.Citations.Select(citation => CitedSource.Of(citation, say))],
            outcome.Answer.Notes,
            outcome.Answer.Suggestions,
            outcome.Answer.Table is { } table ? LinkedTable.Of(table, say) : null);
    }
}

/// <summary>Words that a reply stands on, and where they are read.</summary>
/// <param name="Label">"Tóm tắt, không phải nguyên văn" and the like; null for an original's own words.</param>
/// <param name="Line">"Kế hoạch … (50/KH-UBND, 14/03/2016), mục III › 5".</param>
/// <param name="Address">Page of the document at these words, from the service's root on.</param>
public sealed record CitedSource(CitationItem Citation, string? Label, string Line, string Address)
{
    /// <summary>An original's own words; all else is shown under its label and never as a quotation.</summary>
    [JsonIgnore]
    public bool IsQuotation => Label is null && Citation.Source == SourceKind.Original;

    internal static CitedSource Of(Citation citation, Phrasebook say) =>
        new(CitationItem.Of(citation), ReplyText.Label(citation.Source, say), ReplyText.SourceLine(citation, say), SourceAddress.Of(citation));
}
