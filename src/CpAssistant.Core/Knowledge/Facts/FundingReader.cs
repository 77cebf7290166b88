using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads where the money comes from.</summary>
/// <param name="namesAgencies">Whether a heading only names agencies: "Sở Tài chính" is no heading about money.</param>
internal sealed class FundingReader(FundingRules rules, QuantityReader quantities, Func<string, bool> namesAgencies)
{
    private readonly Cues _headings = new(rules.Headings, exact: true);
    private readonly Cues _sources = new(rules.Sources, exact: true);

    internal IEnumerable<FundingSource> Read(DocumentTokens tokens, ILookup<int, Responsibility> responsibilities)
    {
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                continue;
            }

            var headed = tokens.Document.PathTo(provision).Any(node => _headings.In(node.Heading) && !namesAgencies(node.Heading));
            foreach (var sentence in provision.Sentences)
            {
                var words = tokens.In(sentence);
                var sources = _sources.All(words);
                var amount = quantities.In(tokens.Document.Text, words).FirstOrDefault(quantity => quantity.IsMoney);
                if (headed && sources.Count == 0 && amount is not null)
                {
                    yield return new FundingSource
                    {
                        Document = tokens.Document,
                        Provision = provision,
                        Span = sentence,
                        Rule = "funding-amount",
                        Source = tokens.Document.Quote(new TextSpan(sentence.Start, amount.Span.Start)).Trim(' ', ':', '-', '+'),
                        Amount = amount,
                    };
                }

                if (sources.Count == 0 || !(headed || responsibilities.Contains(provision.Index)))
                {
                    continue;
                }

                foreach (var source in Specific(sources, headed))
                {
                    yield return new FundingSource
                    {
                        Document = tokens.Document,
                        Provision = provision,
                        Span = sentence,
                        Rule = headed ? "funding-heading" : "funding-mention",
                        Source = tokens.Document.Quote(new TextSpan(words[source.First].Start, words[source.End - 1].End)),
                        Amount = amount,
                    };
                }
            }
        }
    }

    /// <summary>"Nguồn vốn" by itself says nothing where a source is named, nor outside a passage about money.</summary>
    private List<PhraseMatch<string>> Specific(IReadOnlyList<PhraseMatch<string>> sources, bool headed)
    {
        var named = sources.Where(source => !rules.Generic.Contains(source.Value)).ToList();
        return [.. (named.Count > 0 || !headed ? named : sources).DistinctBy(source => source.Value)];
    }
}
