using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads figures that are aimed at, proposed or reported, each with its indicator and period.</summary>
internal sealed class TargetReader(TargetRules rules)
{
    /// <summary>Words of a sentence up to which it is quoted whole.</summary>
    private const int LongestSentence = 50;

    /// <summary>Words of a clause that says too little to have an indicator of its own.</summary>
    private const int FewWords = 8;

    private readonly QuantityReader _quantities = new(rules);
    private readonly IndicatorMatcher _indicators = new(rules.Indicators);
    private readonly TargetNatures _natures = new(rules);
    private readonly TargetLabels _labels = new(rules);
    private readonly PlanFigures _plans = new(rules);
    private readonly Cues _countedVerbs = new(rules.CountedVerbs, exact: true);
    private readonly Cues _inTurn = new(rules.InTurn, exact: true);

    /// <param name="responsibilities">What was read before: a paragraph that charges an agency goes on with nobody's aims, and its figures of no indicator ("bố trí ít nhất 01 cán bộ") are tasks.</param>
    internal IEnumerable<Target> Read(DocumentTokens tokens, ILookup<int, Responsibility> responsibilities)
    {
        TargetOpening? opening = null;
        int? parent = null;
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                opening = OpensItems(tokens.Document, provision) ? OpeningOf(tokens, provision, provision.Span, tokens.In(provision.Span), null) : null;
                parent = provision.Parent;
                continue;
            }

            opening = provision.Parent == parent && !responsibilities.Contains(provision.Index) ? opening : null;
            parent = provision.Parent;
            foreach (var sentence in provision.Sentences)
            {
                var words = tokens.In(sentence);
                var figures = _quantities.In(tokens.Document.Text, words).Where(figure => !IsSaid(tokens.Document, provision, figure)).ToList();
                opening = OpeningOf(tokens, provision, sentence, words, opening) ?? (figures.Count == 0 ? null : opening);
                foreach (var target in ReadSentence(tokens, provision, sentence, words, figures, opening).Where(target => target.Indicator is not null || !responsibilities.Contains(provision.Index)))
                {
                    yield return target;
                }
            }
        }
    }

    /// <summary>In the news, a figure between quotation marks is what somebody says, not what the plan does.</summary>
    private static bool IsSaid(Document document, Provision provision, Quantity figure)
    {
        var before = document.Text.AsSpan(provision.Span.Start, figure.Span.Start - provision.Span.Start);
        return document.Metadata.Kind == DocumentKind.News && (before.Count('"') % 2 == 1 || before.Count('“') > before.Count('”'));
    }

    /// <summary>"Mục tiêu cụ thể đến năm 2020:" before the first items of a text that has no headings.</summary>
    private static bool OpensItems(Document document, Provision provision) =>
        document.Text.AsSpan(provision.Span.Start, provision.Span.Length).TrimEnd(" \r\n*").EndsWith(":")
        && provision.Index + 1 < document.Provisions.Count && document.Provisions[provision.Index + 1].Kind == ProvisionKind.Item;

    private TargetOpening? OpeningOf(DocumentTokens tokens, Provision provision, TextSpan sentence, IReadOnlyList<Token> words, TargetOpening? before)
    {
        if (provision.Kind is not (ProvisionKind.Paragraph or ProvisionKind.Preamble) || _natures.InSentence(words) is not { } nature || nature == TargetNature.Result)
        {
            return null;
        }

        var period = TargetPeriods.In(tokens.Document.Text, words);
        return _natures.Opens(words) && (period.Count > 0 || before is null)
            ? new TargetOpening(nature, period.Count > 0 ? period[0].Period : null, sentence)
            : before is null ? null : before with { Nature = nature };
    }

    private IEnumerable<Target> ReadSentence(
        DocumentTokens tokens, Provision provision, TextSpan sentence, IReadOnlyList<Token> words, IReadOnlyList<Quantity> figures, TargetOpening? opening)
    {
        var document = tokens.Document;
        var read = new List<Target>();
        foreach (var clause in FigureClause.Of(document.Text, sentence, words, figures, _countedVerbs))
        {
            var planned = _plans.PlannedOf(words, clause.Figure, read);
            var indicator = planned is null ? IndicatorOf(document.Text, words, clause, read) : planned.Indicator;
            var before = words.Where(word => word.Start >= clause.Part.Start && word.End <= clause.Figure.Span.Start).ToList();
            var nature = planned is null ? _natures.Of(document, provision, before, words) ?? opening?.Nature ?? ByKind(document, indicator) ?? (indicator?.IsAim == false ? TargetNature.Target : null) : TargetNature.Target;
            if (nature is not { } known)
            {
                continue;
            }

            var (period, context) = TargetPeriods.Of(tokens, provision, words, clause, opening, known);
            read.Add(new Target
            {
                Document = document,
                Provision = provision,
                Span = Quotable(document.Text, sentence, words, clause),
                Context = context,
                Rule = "figure-" + known.ToString().ToLowerInvariant(),
                Indicator = indicator,
                Label = indicator?.Vi ?? planned?.Label ?? TargetLabels.Of(document, clause),
                Value = clause.Figure,
                Period = period,
                Scope = _labels.ScopeOf(document, words, clause.Figure),
                Nature = known,
                Clause = clause.Span,
            });
        }

        return read.Where(target => target.Indicator?.IsAim != false);
    }

    /// <summary>What a plan, programme, directive or decision says without a word of time is its aim; other figures only describe.</summary>
    private static TargetNature? ByKind(Document document, Indicator? indicator) =>
        indicator is { Measure: not "money" } && document.Metadata.Kind is DocumentKind.Plan or DocumentKind.Programme or DocumentKind.Directive or DocumentKind.Decision
            ? TargetNature.Target
            : null;

    /// <summary>By the figure's own words, then by the figure it is part of or goes on with.</summary>
    private Indicator? IndicatorOf(string text, IReadOnlyList<Token> words, FigureClause clause, List<Target> read)
    {
        if (InTurn(words, clause, read) is { } inTurn)
        {
            return inTurn.Indicator;
        }

        var behind = WordsStraightBehind(text, words, clause.Figure);
        if (_indicators.Find(clause.Words, behind, clause.Figure) is { } own && (own.All.Count > 0 || GoesOn(clause, read) is null))
        {
            return own;
        }

        return PlanFigures.WholeOf(words, clause.Figure, read) is { } whole
            ? whole.Indicator
            : GoesOn(clause, read) ?? _indicators.Find(clause.Wider, behind, clause.Figure);
    }

    /// <summary>"18% nước và 7,4% nguyên liệu", "50% chi phí, tối đa 70 triệu đồng": a few words more of the same thing.</summary>
    private static Indicator? GoesOn(FigureClause clause, List<Target> read) =>
        read.LastOrDefault() is { Indicator: { } indicator } last && clause.Words.Count <= FewWords + 4 && IndicatorMatcher.CanMeasure(indicator, clause.Figure)
        && (last.Value.Unit == clause.Figure.Unit || indicator.Units.Count == 0) && (clause.Figure.IsPercent || clause.Figure.IsMoney)
            ? indicator
            : null;

    /// <summary>"các tỷ lệ này lần lượt là 80% và 38%": the first is what the first figure of the part before was.</summary>
    private Target? InTurn(IReadOnlyList<Token> words, FigureClause clause, List<Target> read)
    {
        var isInTurn = _inTurn.In([.. words.Where(word => word.Start >= clause.Part.Start && word.End <= clause.Figure.Span.Start)]);
        var before = read.Where(target => target.Value.Span.End <= clause.Part.Start).ToList();
        var place = read.Count - before.Count;
        return isInTurn && place < before.Count ? before[place] : null;
    }

    private static List<Token> WordsStraightBehind(string text, IReadOnlyList<Token> words, Quantity figure)
    {
        var end = figure.Span.End;
        var behind = new List<Token>();
        foreach (var word in words.Where(word => word.Start >= figure.Span.End).Take(5))
        {
            if (text.AsSpan(end, word.Start - end).IndexOfAny(FigureClause.Marks) >= 0)
            {
                break;
            }

            behind.Add(word);
            end = word.End;
        }

        return behind;
    }

    /// <summary>The sentence; of a long one that lists figures between semicolons, the part that holds this one.</summary>
    private static TextSpan Quotable(string text, TextSpan sentence, IReadOnlyList<Token> words, FigureClause clause)
    {
        var (start, end) = (clause.Part.Start, clause.Part.End < sentence.End ? clause.Part.End + 1 : sentence.End);
        while (start < clause.Figure.Span.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return words.Count > LongestSentence ? new TextSpan(start, end) : sentence;
    }
}
