using CpAssistant.Core.Knowledge.Parsing;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads a text as an official document: outline by numbering, sentences, and what the text says of itself.</summary>
public static class DocumentParser
{
    /// <param name="file">The file's name, without a folder.</param>
    /// <param name="text">The decoded file; front matter may stand at its beginning.</param>
    /// <param name="provinces">Names of provinces and cities, old and new, without "tỉnh" and "thành phố": only these count as provinces.</param>
    /// <param name="frontMatter">What the head of the file says, already read (see <see cref="FrontMatter.Find"/>); null where there is none.</param>
    public static ParseResult Parse(string file, string text, IReadOnlyList<string> provinces, FrontMatter? frontMatter = null)
    {
        var composed = ComposedText.Of(text);
        var from = FrontMatterBlock.Find(composed.Text)?.Block.End ?? 0;
        var flaws = TextHealth.Check(composed.Text, from);
        return flaws.FirstOrDefault(flaw => flaw.IsFatal) is { } fatal
            ? new ParseResult.Refused(fatal.Warning.Code, fatal.Warning.Message, fatal.Warning.Span is { } place ? composed.ToSource(place) : null)
            : new ParseResult.Accepted(SourceOffsets.Restore(composed, Read(file, text, composed.Text, from, provinces, frontMatter, flaws)));
    }

    private static Document Read(
        string file, string text, string composed, int from, IReadOnlyList<string> provinces, FrontMatter? frontMatter, IReadOnlyList<TextFlaw> flaws)
    {
        var outline = OutlineReader.Read(composed, from);
        var provisions = OutlineReader.ToProvisions(outline);
        var read = MetadataReader.Read(outline, provisions, provinces);
        var metadata = frontMatter is null ? read : FrontMatterMerge.Override(read, frontMatter);

        // A digest tells of annexes in its own words; what is missing stands in its front matter.
        var missing = metadata.Source == SourceKind.Digest ? [] : AnnexReader.Missing(outline, provisions);
        return new Document
        {
            Id = Path.GetFileNameWithoutExtension(file).ToLowerInvariant(),
            File = file,
            Text = text,
            Metadata = metadata,
            Provisions = provisions,
            Noise = outline.Noise,
            MissingAnnexes = [.. missing.Select(name => name.Value).Concat(frontMatter?.Missing ?? []).Distinct()],
            Warnings = [.. flaws.Select(flaw => flaw.Warning), .. WarningReader.Read(outline, metadata, missing)],
        };
    }
}
