using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>A stretch of a provision that may charge an agency of its own: a sentence, or what stands between two semicolons of one.</summary>
/// <param name="Span">From the label, for the first one.</param>
/// <param name="Words">What it says beyond the label and the heading of the provision.</param>
/// <param name="OpensSentence">Whether a sentence begins with it.</param>
internal sealed record ProvisionPart(TextSpan Span, IReadOnlyList<Token> Words, bool OpensSentence)
{
    /// <returns>The parts that say something, in order; none where the provision is a heading only.</returns>
    internal static IReadOnlyList<ProvisionPart> Of(DocumentTokens tokens, Provision provision)
    {
        var all = tokens.In(provision.Span);
        var skip = Analyzer.Exact.Analyze(provision.Heading).Count + Analyzer.Exact.Analyze(provision.Label).Count + (provision.Kind == ProvisionKind.Article ? 1 : 0);
        if (all.Count - skip < 3)
        {
            return [];
        }

        var body = all[skip].Start;
        var parts = new List<ProvisionPart>();
        foreach (var (span, opens) in provision.Sentences.SelectMany(sentence => AtSemicolons(tokens.Document.Text, sentence).Select(span => (span, span.Start == sentence.Start))).Where(part => part.span.End > body))
        {
            var words = tokens.In(new TextSpan(Math.Max(span.Start, body), span.End));
            if (words.Count > 0)
            {
                parts.Add(new ProvisionPart(parts.Count == 0 ? new TextSpan(provision.Span.Start, span.End) : span, words, opens));
            }
        }

        return parts;
    }

    /// <returns>What stands between the semicolons of a sentence, each part with the one that ends it.</returns>
    internal static IEnumerable<TextSpan> AtSemicolons(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        for (var stop = text.IndexOf(';', start, sentence.End - start); stop >= 0 && stop + 1 < sentence.End; stop = text.IndexOf(';', start, sentence.End - start))
        {
            yield return new TextSpan(start, stop + 1);
            start = stop + 1;
            while (start < sentence.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        if (start < sentence.End)
        {
            yield return new TextSpan(start, sentence.End);
        }
    }
}
