using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads who reports to whom and how often.</summary>
internal sealed class ReportingReader(AgencyReader agencies, ReportingRules rules)
{
    private readonly Cues _verbs = new(rules.Verbs, exact: true);
    private readonly Cues _frequencies = new(rules.Frequencies, exact: true);
    private readonly Cues _towards = new(rules.Towards, exact: true);
    private readonly Cues _none = new(rules.None, exact: true);

    /// <param name="responsibilities">What was read before: it tells whose provision a sentence is.</param>
    internal IEnumerable<ReportingDuty> Read(DocumentTokens tokens, ILookup<int, Responsibility> responsibilities)
    {
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                continue;
            }

            foreach (var sentence in provision.Sentences)
            {
                var words = tokens.In(sentence);
                if (_verbs.First(words) is not { } verb || _none.In(words))
                {
                    continue;
                }

                var to = Recipients(tokens.Document.Text, words, verb.First);
                var frequencies = _frequencies.All(words);
                if (frequencies.Count == 0 && to.Count == 0)
                {
                    continue;
                }

                yield return new ReportingDuty
                {
                    Document = tokens.Document,
                    Provision = provision,
                    Span = sentence,
                    Rule = "reports",
                    From = Reporters(tokens.Document.Text, words, verb.First, responsibilities[provision.Index]),
                    To = to,
                    Frequency = string.Join(", ", frequencies.Select(match => tokens.Document.Quote(new TextSpan(words[match.First].Start, words[match.End - 1].End))).Distinct()),
                };
            }
        }
    }

    private IReadOnlyList<Agency> Recipients(string text, IReadOnlyList<Token> words, int verb)
    {
        for (var i = verb; i < words.Count; i++)
        {
            var first = _towards.At(words, i) is { } towards ? towards.End : i == verb ? i + 1 : -1;
            if (first > 0 && NextList(text, words, first) is { } list)
            {
                return list;
            }
        }

        return [];
    }

    /// <summary>The list right behind a word of direction; "báo cáo UBND tỉnh" has none before it.</summary>
    private IReadOnlyList<Agency>? NextList(string text, IReadOnlyList<Token> words, int first)
    {
        for (var i = first; i < Math.Min(first + 2, words.Count); i++)
        {
            if (agencies.ListAt(text, words, i) is { } list)
            {
                return list.Agencies;
            }
        }

        return null;
    }

    private IReadOnlyList<Agency> Reporters(string text, IReadOnlyList<Token> words, int verb, IEnumerable<Responsibility> own)
    {
        for (var i = 0; i < verb; i++)
        {
            if (agencies.ListAt(text, words, i) is { } list && list.End <= verb)
            {
                return list.Agencies;
            }
        }

        return [.. own.Where(fact => fact.Role != AgencyRole.Support || fact.Rule != "partner-of-lead").Select(fact => fact.Agency).DistinctBy(agency => agency.Id)];
    }
}
