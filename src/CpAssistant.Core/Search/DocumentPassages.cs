using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Search;

/// <summary>Cuts a document into passages: one for each node of its outline that says more than a heading.</summary>
public static class DocumentPassages
{
    /// <summary>Room for the signs around a heading: stops, brackets, markup.</summary>
    private const int Signs = 12;

    public static IEnumerable<Passage> Of(Document document)
    {
        var parents = document.Provisions.Select(provision => provision.Parent).ToHashSet();
        foreach (var provision in document.Provisions)
        {
            if (parents.Contains(provision.Index) && IsOnlyHeading(provision))
            {
                // Its words stand in the headings of what is below it.
                continue;
            }

            yield return new Passage(
                document.Id,
                document.Metadata.Province?.Value,
                document.Metadata.Kind,
                provision.Parent is { } parent ? document.SectionOf(document.Provisions[parent]) : document.Metadata.Title,
                provision.Span.Slice(document.Text),
                provision.Span);
        }
    }

    private static bool IsOnlyHeading(Provision provision) =>
        provision.Heading.Length > 0 && provision.Span.Length <= provision.Label.Length + provision.Heading.Length + Signs;
}
