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
        var outline = OutlineReader.Read(composed.Text, FrontMatterBlock.Find(composed.Text)?.Block.End ?? 0);
        var provisions = OutlineReader.ToProvisions(outline);
        var metadata = MetadataReader.Read(outline, provisions, provinces);
        return new ParseResult.Accepted(SourceOffsets.Restore(composed, new Document
        {
            Id = Path.GetFileNameWithoutExtension(file).ToLowerInvariant(),
            File = file,
            Text = text,
            Metadata = frontMatter is null ? metadata : FrontMatterMerge.Override(metadata, frontMatter),
            Provisions = provisions,
            Noise = outline.Noise,
            MissingAnnexes = [],
            Warnings = [],
        }));
    }
}
