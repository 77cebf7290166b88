using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads figures that are aimed at, proposed or reported, each with its indicator and period.</summary>
internal sealed class TargetReader(TargetRules rules)
{
    /// <summary>Words of a sentence up to which it is quoted whole.</summary>
    private const int LongestSentence = 50;

    private const int FewWords = 8;

    /// <summary>Words within which the noun that a share counts must end.</summary>
    private const int LongestScope = 24;

    private static readonly HashSet<string> ScopeEnds = ["được", "có", "tiến", "áp", "nhận", "tham", "thực", "sử", "là", "đạt", "tiêu", "mức", "biết", "đã"];

    private readonly QuantityReader _quantities = new(rules);
    private readonly IndicatorMatcher _indicators = new(rules.Indicators);

    private readonly (TargetNature Nature, Cues Headings, Cues Sentences)[] _natures =
    [
        (TargetNature.Proposal, new Cues(rules.Proposal.Headings, exact: true), new Cues(rules.Proposal.Sentences, exact: true)),
        (TargetNature.Result, new Cues(rules.Result.Headings, exact: true), new Cues(rules.Result.Sentences, exact: true)),
        (TargetNature.Target, new Cues(rules.Target.Headings, exact: true), new Cues(rules.Target.Sentences, exact: true)),
    ];

    /// <summary>What a sentence hands on to the next ones: "phấn đấu đến năm 2020, …" holds until a paragraph without figures.</summary>
    private sealed record Opening(TargetNature Nature, Period? Period, TextSpan Span);

    internal IEnumerable<Target> Read(DocumentTokens tokens)
    {
        Opening? opening = null;
        int? parent = null;
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                continue;
            }

            opening = provision.Parent == parent ? opening : null;
            parent = provision.Parent;
            foreach (var sentence in provision.Sentences)
            {
                var words = tokens.In(sentence);
                var quantities = _quantities.In(tokens.Document.Text, words);
                opening = OpeningOf(tokens, provision, sentence, words, opening) ?? (quantities.Count == 0 ? null : opening);
                foreach (var target in ReadSentence(tokens, provision, sentence, words, quantities, opening))
                {
                    yield return target;
                }
            }
        }
    }

    private Opening? OpeningOf(DocumentTokens tokens, Provision provision, TextSpan sentence, IReadOnlyList<Token> words, Opening? before)
    {
        if (provision.Kind != ProvisionKind.Paragraph || NatureOfSentence(words) is not { } nature || nature == TargetNature.Result)
        {
            return null;
        }

        var period = PeriodReader.In(tokens.Document.Text, words);
        return period.Count > 0 || before is null ? new Opening(nature, period.Count > 0 ? period[0].Period : null, sentence) : before with { Nature = nature };
    }

    private IEnumerable<Target> ReadSentence(
        DocumentTokens tokens, Provision provision, TextSpan sentence, IReadOnlyList<Token> words, IReadOnlyList<Quantity> quantities, Opening? opening)
    {
        var text = tokens.Document.Text;
        Indicator? whole = null;
        for (var i = 0; i < quantities.Count; i++)
        {
            var clause = Clause(text, sentence, words, quantities, i);
            var before = words.Where(word => word.Start >= ClauseStart(text, sentence, quantities[i]) && word.End <= quantities[i].Span.Start).ToList();
            if (Nature(tokens.Document, provision, before, words) is not { } nature)
            {
                if (opening is null)
                {
                    continue;
                }

                nature = opening.Nature;
            }

            var (period, context) = PeriodOf(tokens, provision, words, quantities[i], opening, nature);
            var inClause = words.Where(word => clause.Contains(word.Span)).ToList();
            var part = PartOf(text, words, quantities[i]);
            var alone = quantities.Count(other => part.Count > 0 && new TextSpan(part[0].Start, part[^1].End).Contains(other.Span)) == 1;
            var indicator = _indicators.Find(inClause, alone ? part : inClause.Count < FewWords ? words : [], quantities[i]);
            indicator = IsPartFigure(words, quantities, i) && (indicator is null || inClause.Count < FewWords) ? whole : indicator;
            whole = IsPartFigure(words, quantities, i) ? whole : indicator;
            yield return new Target
            {
                Document = tokens.Document,
                Provision = provision,
                Span = Quotable(text, sentence, words, quantities[i]),
                Context = context,
                Rule = "figure-" + nature.ToString().ToLowerInvariant(),
                Indicator = indicator,
                Label = indicator?.Vi ?? LabelFrom(tokens.Document, clause, quantities[i]),
                Value = quantities[i],
                Period = period,
                Scope = ScopeOf(tokens.Document, words, quantities[i]),
                Nature = nature,
                Clause = clause,
            };
        }
    }

    /// <summary>
    /// The words about one figure. Where the figure comes first ("50% cơ sở …"): on to the next figure. Where its label comes
    /// first ("Đánh giá nhanh cho 45 doanh nghiệp, …"): from the figure before to the next comma.
    /// </summary>
    private TextSpan Clause(string text, TextSpan sentence, IReadOnlyList<Token> words, IReadOnlyList<Quantity> quantities, int i)
    {
        var figure = quantities[i].Span;
        var partStart = ClauseStart(text, sentence, quantities[i]);
        var start = i == 0 ? partStart : Math.Max(quantities[i - 1].Span.End, partStart);
        var next = i + 1 < quantities.Count ? quantities[i + 1].Span.Start : sentence.End;
        var first = quantities.First(quantity => quantity.Span.Start >= partStart);
        var before = words.Where(word => word.Start >= partStart && word.End <= first.Span.Start).ToList();
        var labelFirst = before.Count >= 3 && _indicators.Find(before, [], first) is not null;
        var stop = text.AsSpan(figure.End, next - figure.End).IndexOfAny(labelFirst ? ",;" : ";");
        return new TextSpan(start, stop < 0 ? next : figure.End + stop);
    }

    /// <summary>The sentence; of a long one that lists figures between semicolons, the part that holds this one.</summary>
    private static TextSpan Quotable(string text, TextSpan sentence, IReadOnlyList<Token> words, Quantity quantity)
    {
        var stop = text.IndexOf(';', quantity.Span.End, sentence.End - quantity.Span.End);
        var start = ClauseStart(text, sentence, quantity);
        var end = stop < 0 ? sentence.End : stop + 1;
        while (start < quantity.Span.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return words.Count > LongestSentence ? new TextSpan(start, end) : sentence;
    }

    private static int ClauseStart(string text, TextSpan sentence, Quantity quantity)
    {
        var semicolon = text.LastIndexOf(';', quantity.Span.Start, quantity.Span.Start - sentence.Start);
        return semicolon < 0 ? sentence.Start : semicolon + 1;
    }

    /// <summary>A proposal stays one whatever it says inside; else the words before the figure decide, then the headings, then the kind of document.</summary>
    private TargetNature? Nature(Document document, Provision provision, IReadOnlyList<Token> before, IReadOnlyList<Token> sentence)
    {
        var headings = document.PathTo(provision).Select(node => Analyzer.Exact.Analyze(node.Heading)).ToList();
        if (headings.Any(heading => _natures[0].Headings.In(heading)) || _natures[0].Sentences.In(before))
        {
            return TargetNature.Proposal;
        }

        if (NatureOfSentence(before) is { } own)
        {
            return own;
        }

        foreach (var heading in Enumerable.Reverse(headings))
        {
            foreach (var (nature, cues, _) in _natures.Skip(1))
            {
                if (cues.In(heading))
                {
                    return nature == TargetNature.Target && headings.Any(_natures[1].Headings.In) && document.Metadata.Kind == DocumentKind.Report
                        ? TargetNature.Result
                        : nature;
                }
            }
        }

        return NatureOfSentence(sentence) ?? (IsPast(document, sentence) ? TargetNature.Result : (TargetNature?)null) ?? (document.Metadata.Kind == DocumentKind.Report ? TargetNature.Result : LeadInNature(document, provision));
    }

    /// <summary>A figure of a year before the document's own is no aim of it.</summary>
    private static bool IsPast(Document document, IReadOnlyList<Token> sentence) =>
        document.Metadata.Date?.Value.Year is { } written && PeriodReader.In(document.Text, sentence) is { Count: > 0 } periods && periods.All(period => (period.Period.To ?? period.Period.From) < written);

    private TargetNature? LeadInNature(Document document, Provision provision)
    {
        foreach (var node in document.PathTo(provision).Reverse().Skip(1))
        {
            if (NatureOfSentence(Analyzer.Exact.Analyze(node.Span.Slice(document.Text))) is { } nature)
            {
                return nature;
            }
        }

        return null;
    }

    /// <summary>The cue that stands last counts: "hiện nay đạt 20%, phấn đấu đến năm 2020 đạt 50%".</summary>
    private TargetNature? NatureOfSentence(IReadOnlyList<Token> words) =>
        _natures.SelectMany(rule => rule.Sentences.All(words).Select(match => (match.First, rule.Nature)))
            .OrderBy(cue => cue.First).Select(cue => (TargetNature?)cue.Nature).LastOrDefault();

    private static (Period? Period, TextSpan? Context) PeriodOf(
        DocumentTokens tokens, Provision provision, IReadOnlyList<Token> words, Quantity quantity, Opening? opening, TargetNature nature)
    {
        var document = tokens.Document;
        var part = PartOf(document.Text, words, quantity);
        var own = PeriodReader.In(document.Text, part);
        if (own.Count == 0)
        {
            own = [.. PeriodReader.In(document.Text, words).Where(period => period.Span.End <= quantity.Span.Start).TakeLast(1)];
        }

        if (own.Count > 0)
        {
            var before = own.LastOrDefault(period => period.Span.End <= quantity.Span.Start);
            return (before.Period ?? own[0].Period, null);
        }

        foreach (var node in document.PathTo(provision).Reverse())
        {
            var periods = node.Index == provision.Index
                ? PeriodReader.In(node.Heading, Analyzer.Exact.Analyze(node.Heading))
                : LeadsIn(document, node) ? PeriodReader.In(document.Text, tokens.In(LeadIn(node))) : [];
            if (periods.Count > 0 && node.Index != provision.Index)
            {
                return (periods[^1].Period, LeadIn(node));
            }
        }

        return opening?.Period is { } inherited ? (inherited, opening.Span) : (nature == TargetNature.Result ? null : document.Metadata.Period?.Value, null);
    }

    /// <summary>"04 cán bộ (trong đó, 01 cán bộ … và 03 cán bộ …)": a figure that is part of the one before "trong đó".</summary>
    private static bool IsPartFigure(IReadOnlyList<Token> words, IReadOnlyList<Quantity> quantities, int i)
    {
        var (among, found) = (0, false);
        for (var w = 1; w < words.Count && words[w].End <= quantities[i].Span.Start; w++)
        {
            if (words[w].Term == "đó" && words[w - 1].Term == "trong")
            {
                (among, found) = (words[w].Start, true);
            }
        }

        return found && quantities.LastOrDefault(other => other.Span.End <= among)?.Unit == quantities[i].Unit;
    }

    /// <summary>The words between the semicolons around a figure.</summary>
    private static List<Token> PartOf(string text, IReadOnlyList<Token> words, Quantity quantity)
    {
        var sentence = new TextSpan(words[0].Start, words[^1].End);
        var start = ClauseStart(text, sentence, quantity);
        var stop = text.IndexOf(';', quantity.Span.End, Math.Max(0, sentence.End - quantity.Span.End));
        return [.. words.Where(word => word.Start >= start && (stop < 0 || word.End <= stop))];
    }

    /// <summary>A heading, or a sentence that ends in a colon; a finished sentence says nothing about the items below.</summary>
    private static bool LeadsIn(Document document, Provision node) =>
        document.Text.AsSpan(node.Span.Start, node.Span.Length).TrimEnd(" \r\n*_").EndsWith(":")
        || node.Span.Length <= node.Heading.Length + node.Label.Length + 24;

    /// <summary>The words of a node that stand over its items: its last sentence.</summary>
    private static TextSpan LeadIn(Provision node) => node.Sentences.Count > 0 ? node.Sentences[^1] : node.Span;

    /// <summary>The source's words after the figure (or before it, where it ends its sentence), up to a dozen.</summary>
    private static string LabelFrom(Document document, TextSpan clause, Quantity quantity)
    {
        var after = document.Quote(new TextSpan(quantity.Span.End, Math.Max(quantity.Span.End, clause.End)));
        var before = document.Quote(new TextSpan(clause.Start, Math.Max(clause.Start, quantity.Span.Start)));
        var words = (before.Count(char.IsLetter) < 12 && after.Count(char.IsLetter) > 6 ? after : document.Quote(new TextSpan(clause.Start, Math.Max(clause.Start, quantity.Span.Start)))).Trim(' ', ',', ';', '.', ':', '-', '+', '(', ')');
        return string.Join(' ', words.Split(' ').Take(16));
    }

    /// <summary>Whom or what a share counts: the words up to the verb; "có tiềm năng áp dụng …" still belongs to them.</summary>
    private static string ScopeOf(Document document, IReadOnlyList<Token> words, Quantity quantity)
    {
        var after = words.SkipWhile(word => word.Start < quantity.Span.End).Take(LongestScope).ToList();
        var potential = after.FindIndex(word => word.Term == "tiềm");
        var end = after.FindIndex(word => ScopeEnds.Contains(word.Term));
        if (potential > 0 && end == potential - 1)
        {
            end = after.FindIndex(potential, word => word.Term is "được" or "tiến" or "nhận" or "tham" or "và" or "đạt");
        }

        return quantity.IsPercent && end > 0 && after[0].Start - quantity.Span.End <= 2
            ? document.Quote(new TextSpan(after[0].Start, after[end - 1].End)).TrimEnd(',')
            : "";
    }
}
