using System.Text;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>An answer as plain text: lead, quotes with their sources, notes, suggestions.</summary>
public static class ReplyText
{
    public static string Of(Answer answer, Phrasebook say)
    {
        var text = new StringBuilder(answer.Lead.Trim());
        foreach (var group in Joined(answer.Citations))
        {
            text.Append("\n\n");
            foreach (var citation in group)
            {
                text.Append(Quoted(citation, say)).Append('\n');
            }

            text.Append("— ").Append(SourceLine(group[^1], say));
        }

        if (answer.Notes.Count > 0)
        {
            text.Append("\n\n").AppendJoin('\n', answer.Notes.Select(note => say.Say("note", note)));
        }

        if (answer.Suggestions.Count > 0)
        {
            text.Append("\n\n").AppendJoin(' ', answer.Suggestions.Select(suggestion => $"[{suggestion}]"));
        }

        return text.ToString();
    }

    /// <returns>The words in quotation marks; a digest's without, under its label.</returns>
    public static string Quoted(Citation citation, Phrasebook say) =>
        Label(citation.Source, say) is { } label ? $"{label}: {citation.Quote}" : $"“{citation.Quote}”";

    /// <returns>What is said of words that are no quotation; null for an original's.</returns>
    public static string? Label(SourceKind source, Phrasebook say) => source switch
    {
        SourceKind.Original => null,
        SourceKind.Office => say.Say("officeLabel"),
        _ => say.Say("digestLabel"),
    };

    /// <returns>"Kế hoạch … (50/KH-UBND, 14/03/2016), mục III. … › 5"; an answer of the office has no sections.</returns>
    public static string SourceLine(Citation citation, Phrasebook say)
    {
        var metadata = citation.Document.Metadata;
        var facts = new[] { metadata.Number?.Value ?? (metadata.About is { } about ? say.Say("aboutDocument", about.Value) : null), metadata.Date is { } date ? Phrasebook.Date(date.Value) : null, metadata.Province?.Value is { } province && !metadata.Title.Contains(province, StringComparison.OrdinalIgnoreCase) ? province : null };
        var known = string.Join(", ", facts.OfType<string>());
        return metadata.Title + (known.Length > 0 ? $" ({known})" : "") + (citation.Source == SourceKind.Office ? "" : ", " + say.Say("section", citation.Section));
    }

    /// <summary>A heading and the item it introduces stand under one source line.</summary>
    private static IEnumerable<IReadOnlyList<Citation>> Joined(IReadOnlyList<Citation> citations)
    {
        var group = new List<Citation>();
        foreach (var citation in citations)
        {
            if (group.Count > 0 && !IsAbove(group[^1], citation))
            {
                yield return group;
                group = [];
            }

            group.Add(citation);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private static bool IsAbove(Citation heading, Citation item) =>
        heading.Document.Id == item.Document.Id && heading.Provision.Index != item.Provision.Index
        && item.Document.PathTo(item.Provision).Any(node => node.Index == heading.Provision.Index);
}
