using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Cuts a document into passages: one for each node of its outline that says more than a heading.</summary>
public static class DocumentPassages
{
    /// <summary>Room for the signs around a heading: stops, brackets, markup.</summary>
    private const int Signs = 12;

    /// <param name="shortForms">What is found by its full words too.</param>
    public static IEnumerable<Passage> Of(Document document, ShortForms shortForms)
    {
        var parents = document.Provisions.Select(provision => provision.Parent).ToHashSet();
        foreach (var provision in document.Provisions)
        {
            if (parents.Contains(provision.Index) && IsOnlyHeading(provision))
            {
                // Its words stand in the headings of what is below it.
                continue;
            }

            var heading = provision.Parent is { } parent ? document.SectionOf(document.Provisions[parent]) : document.Metadata.Title;
            var text = provision.Span.Slice(document.Text);
            yield return new Passage(document.Id, document.Metadata.Province?.Value, document.Metadata.Kind, heading, text, provision.Span)
            {
                Provision = provision.Index,
                InFull = InFull(heading, text, shortForms),
            };
        }
    }

    /// <summary>A text that has both the short form and the full words counts once.</summary>
    private static string InFull(string heading, string text, ShortForms shortForms)
    {
        var full = shortForms.In(heading).Concat(shortForms.In(text)).Select(static match => match.Full).Distinct(StringComparer.Ordinal).ToList();
        if (full.Count == 0)
        {
            return "";
        }

        var said = $" {Terms(heading)} {Terms(text)} ";
        return string.Join('\n', full.Where(words => !said.Contains($" {Terms(words)} ", StringComparison.Ordinal)));

        static string Terms(string words) => string.Join(' ', Analyzer.Exact.Analyze(words).Select(static token => token.Term));
    }

    private static bool IsOnlyHeading(Provision provision) =>
        provision.Heading.Length > 0 && provision.Span.Length <= provision.Label.Length + provision.Heading.Length + Signs;
}
