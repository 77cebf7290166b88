using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads where the money comes from.</summary>
internal sealed class FundingReader(FundingRules rules, QuantityReader quantities)
{
    private readonly Cues _headings = new(rules.Headings);
    private readonly Cues _sources = new(rules.Sources);

    internal IEnumerable<FundingSource> Read(DocumentTokens tokens)
    {
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                continue;
            }

            var headed = tokens.Document.PathTo(provision).Any(node => _headings.In(node.Heading));
            foreach (var sentence in provision.Sentences)
            {
                var words = tokens.In(sentence);
                var sources = _sources.All(words);
                if (sources.Count == 0)
                {
                    continue;
                }

                var amount = quantities.In(tokens.Document.Text, words).FirstOrDefault(quantity => quantity.IsMoney);
                foreach (var source in sources.DistinctBy(match => match.Value))
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
}
