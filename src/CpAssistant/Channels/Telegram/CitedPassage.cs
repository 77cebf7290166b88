using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;
using CpAssistant.Documents;

namespace CpAssistant.Channels.Telegram;

/// <summary>Sources that stand under one source line: words of one place, or a heading with what stands below it.</summary>
internal sealed class CitedPassage
{
    private readonly List<CitedSource> _sources;

    private CitedPassage(CitedSource first) => _sources = [first];

    /// <summary>"Tóm tắt, không phải nguyên văn" and the like; null for an original's own words.</summary>
    internal string? Label => Last.Label;

    internal bool IsQuotation => Last.IsQuotation;

    internal IEnumerable<string> Quotes => _sources.Select(source => source.Citation.Quote);

    /// <summary>Of the innermost place: it names those above.</summary>
    internal string Line => Last.Line;

    /// <summary>The page of the document with all of the words marked.</summary>
    internal string Address => SourceAddress.With(_sources[0].Address, _sources.Skip(1).Select(source => (source.Citation.Start, source.Citation.End)));

    /// <summary>"mục III › 5": the source line without the document; null where the line does not end with the section.</summary>
    internal string? Place => DocumentName?.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? Line[(comma + 2)..] : null;

    private CitedSource Last => _sources[^1];

    /// <summary>"Kế hoạch … (50/KH-UBND, 14/03/2016), mục "; null where the line does not end with the section.</summary>
    private string? DocumentName =>
        Last.Citation.Section.Length > 0 && Line.EndsWith(Last.Citation.Section, StringComparison.Ordinal) ? Line[..^Last.Citation.Section.Length] : null;

    internal static IReadOnlyList<CitedPassage> Of(IReadOnlyList<CitedSource> sources)
    {
        var passages = new List<CitedPassage>();
        foreach (var source in sources)
        {
            if (passages.Count > 0 && passages[^1].GoesOnIn(source))
            {
                passages[^1]._sources.Add(source);
            }
            else
            {
                passages.Add(new CitedPassage(source));
            }
        }

        return passages;
    }

    internal bool IsOfSameDocument(CitedPassage other) =>
        Last.Citation.Document == other.Last.Citation.Document && DocumentName is { } name && name == other.DocumentName;

    private bool GoesOnIn(CitedSource next) =>
        next.Citation.Document == Last.Citation.Document && next.Label == Last.Label && next.Citation.Source == Last.Citation.Source && Last.Citation.Section.Length > 0
        && (next.Citation.Section == Last.Citation.Section || next.Citation.Section.StartsWith(Last.Citation.Section + SectionPath.Separator, StringComparison.Ordinal));
}
