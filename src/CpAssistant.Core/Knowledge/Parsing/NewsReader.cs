using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads which document a news item tells of.</summary>
internal static partial class NewsReader
{
    /// <returns>The number in the first sentence that tells of an issue, else the first number at all; with that sentence.</returns>
    internal static Extracted<string>? About(Outline outline, IReadOnlyList<Provision> provisions)
    {
        var numbered = provisions.SelectMany(provision => provision.Sentences)
            .Select(span => (Span: span, Number: DocumentNumber.Find(Words.Of(outline.Text, span))))
            .Where(sentence => sentence.Number is not null).Take(20).ToList();
        var found = numbered.Find(sentence => Issued().IsMatch(Words.Of(outline.Text, sentence.Span)));
        found = found.Number is null && numbered.Count > 0 ? numbered[0] : found;
        return found.Number is { } number ? new Extracted<string>(number, found.Span) : null;
    }

    [GeneratedRegex(@"\b(?:ban hành|ký|phê duyệt|công bố)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();
}
