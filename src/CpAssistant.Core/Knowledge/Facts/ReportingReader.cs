using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads who reports to whom and how often.</summary>
internal sealed class ReportingReader(AgencyReader agencies, ReportingRules rules)
{
    private readonly Cues _verbs = new(rules.Verbs, exact: true);
    private readonly Cues _sendings = new(rules.Sendings, exact: true);
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
                var duties = ProvisionPart.AtSemicolons(tokens.Document.Text, sentence)
                    .SelectMany(part => ReadPart(tokens, provision, part, [.. responsibilities[provision.Index]])).ToList();
                var isOne = duties.Select(duty => duty.Span).Distinct().Count() == 1;
                foreach (var duty in duties)
                {
                    yield return isOne ? duty with { Span = sentence } : duty;
                }
            }
        }
    }

    /// <summary>What stands between two semicolons says at most one duty, and to whom its report goes on.</summary>
    private IEnumerable<ReportingDuty> ReadPart(DocumentTokens tokens, Provision provision, TextSpan part, IReadOnlyList<Responsibility> responsibilities)
    {
        var words = tokens.In(part);
        var times = Times(tokens.Document.Text, words);
        if ((_verbs.First(words) ?? SendingBefore(words, times)) is not { } verb || _none.In(words))
        {
            yield break;
        }

        var to = Recipients(tokens.Document.Text, words, verb.First);
        if (to.Agencies.Count == 0 && (times.Count == 0 || _verbs.At(words, verb.First) is null))
        {
            yield break;
        }

        var duty = new ReportingDuty
        {
            Document = tokens.Document,
            Provision = provision,
            Span = part,
            Rule = "reports",
            From = Reporters(tokens.Document.Text, words, verb.First, responsibilities.Where(fact => fact.Span.Overlaps(part))),
            To = to.Agencies,
            Frequency = string.Join(", ", times.Select(tokens.Document.Quote).Distinct()),
        };
        yield return duty;

        if (to.Agencies.Count > 0 && Onward(tokens.Document.Text, words, to.End) is { Count: > 0 } onward)
        {
            yield return duty with { From = to.Agencies, To = onward, Frequency = "", Rule = "reports-onward" };
        }
    }

    /// <summary>"gửi … trước ngày …": sending is reporting where the time stands behind it.</summary>
    private PhraseMatch<string>? SendingBefore(IReadOnlyList<Token> words, List<TextSpan> times) =>
        _sendings.First(words) is { } sending && times.Any(time => time.Start > words[sending.First].Start) ? sending : null;

    /// <summary>How often and by when: "định kỳ 6 tháng", "trước ngày 30/6 và ngày 31/12 hằng năm".</summary>
    private List<TextSpan> Times(string text, IReadOnlyList<Token> words)
    {
        var times = _frequencies.All(words).Select(match => (match.First, match.End)).ToList();
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Term is "trước" or "chậm" && (words[i + 1].Term is "ngày" || QuantityReader.Number(words[i + 1].Term) is not null))
            {
                times.Add((i, EndOfDate(text, words, i + 1)));
            }
        }

        return [.. times.Where(time => !times.Any(other => other != time && other.First <= time.First && time.End <= other.End))
            .OrderBy(time => time.First).Select(time => new TextSpan(words[time.First].Start, words[time.End - 1].End))];
    }

    private static int EndOfDate(string text, IReadOnlyList<Token> words, int i)
    {
        while (i < words.Count && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny(",;()") < 0 && (QuantityReader.Number(words[i].Term) is not null || words[i].Term is "ngày" or "tháng" or "năm" or "và" or "hằng" or "hàng" or "cuối" or "quí" or "mỗi" or "của" or "kì" or "đầu" or "sau" or "quí"))
        {
            i++;
        }

        while (words[i - 1].Term is "và" or "của")
        {
            i--;
        }

        return i;
    }

    private (IReadOnlyList<Agency> Agencies, int End) Recipients(string text, IReadOnlyList<Token> words, int verb)
    {
        for (var i = verb; i < words.Count; i++)
        {
            var first = _towards.At(words, i) is { } towards ? towards.End : i == verb ? i + 1 : -1;
            if (first > 0 && NextList(text, words, first) is { } list)
            {
                return list;
            }
        }

        return ([], words.Count);
    }

    /// <summary>"… về Sở Công Thương để tổng hợp, báo cáo UBND tỉnh": to whom the one who receives reports on.</summary>
    private IReadOnlyList<Agency> Onward(string text, IReadOnlyList<Token> words, int first)
    {
        for (var i = first; i < words.Count; i++)
        {
            if (_verbs.At(words, i) is { } verb && Recipients(text, words, verb.First) is { Agencies.Count: > 0 } next)
            {
                return next.Agencies;
            }
        }

        return [];
    }

    /// <summary>The list right behind a word of direction; "báo cáo UBND tỉnh" has none before it, "báo cáo, tham mưu UBND tỉnh" one verb more.</summary>
    private (IReadOnlyList<Agency> Agencies, int End)? NextList(string text, IReadOnlyList<Token> words, int first)
    {
        for (var i = first; i < Math.Min(first + 3, words.Count); i++)
        {
            if (agencies.ListAt(text, words, i) is { } list)
            {
                return list;
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
