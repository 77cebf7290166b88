using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Tells aims, proposals and results apart.</summary>
internal sealed class TargetNatures(TargetRules rules)
{
    private readonly Cues _openings = new(rules.Openings, exact: true);

    private readonly (TargetNature Nature, Cues Headings, Cues Sentences)[] _natures =
    [
        (TargetNature.Proposal, new Cues(rules.Proposal.Headings, exact: true), new Cues(rules.Proposal.Sentences, exact: true)),
        (TargetNature.Result, new Cues(rules.Result.Headings, exact: true), new Cues(rules.Result.Sentences, exact: true)),
        (TargetNature.Target, new Cues(rules.Target.Headings, exact: true), new Cues(rules.Target.Sentences, exact: true)),
    ];

    /// <summary>A proposal stays one whatever it says inside; else the words before the figure decide, then the headings, then the kind of document.</summary>
    /// <param name="before">The words of the figure's part before it.</param>
    internal TargetNature? Of(Document document, Provision provision, IReadOnlyList<Token> before, IReadOnlyList<Token> sentence)
    {
        var headings = document.PathTo(provision).Select(node => Analyzer.Exact.Analyze(node.Heading)).ToList();
        if (headings.Any(heading => _natures[0].Headings.In(heading)) || _natures[0].Sentences.In(before))
        {
            return TargetNature.Proposal;
        }

        if (InSentence(before) is { } own)
        {
            return own;
        }

        var isReport = document.Metadata.Kind == DocumentKind.Report;
        return ByHeadings(headings, isReport) ?? InSentence(sentence)
            ?? (IsPast(document, sentence) || isReport ? TargetNature.Result : LeadIn(document, provision));
    }

    /// <summary>What a report names is proposed or done, what a letter names may be proposed; all else charges somebody with it.</summary>
    internal DutyStanding StandingOf(Document document, Provision provision) =>
        document.Metadata.Kind is not (DocumentKind.Report or DocumentKind.Letter) ? DutyStanding.Assigned
        : document.PathTo(provision).Any(node => _natures[0].Headings.In(Analyzer.Exact.Analyze(node.Heading))) ? DutyStanding.Proposed
        : document.Metadata.Kind == DocumentKind.Report ? DutyStanding.Reported
        : DutyStanding.Assigned;

    /// <summary>The cue that stands last counts: "hiện nay đạt 20%, phấn đấu đến năm 2020 đạt 50%".</summary>
    internal TargetNature? InSentence(IReadOnlyList<Token> words) =>
        _natures.SelectMany(rule => rule.Sentences.All(words).Select(match => (match.First, rule.Nature)))
            .OrderBy(cue => cue.First).Select(cue => (TargetNature?)cue.Nature).LastOrDefault();

    /// <summary>Whether a sentence opens aims that the next ones go on with ("phấn đấu đến năm 2020, …").</summary>
    internal bool Opens(IReadOnlyList<Token> words) => _openings.In(words);

    private TargetNature? ByHeadings(IReadOnlyList<IReadOnlyList<Token>> headings, bool isReport)
    {
        foreach (var heading in Enumerable.Reverse(headings))
        {
            foreach (var (nature, cues, _) in _natures.Skip(1))
            {
                if (cues.In(heading))
                {
                    return nature == TargetNature.Target && isReport && headings.Any(_natures[1].Headings.In) ? TargetNature.Result : nature;
                }
            }
        }

        return null;
    }

    /// <summary>A figure of a year before the document's own is no aim of it.</summary>
    private static bool IsPast(Document document, IReadOnlyList<Token> sentence) =>
        document.Metadata.Date?.Value.Year is { } written && PeriodReader.In(document.Text, sentence) is { Count: > 0 } periods && periods.All(period => (period.Period.To ?? period.Period.From) < written);

    private TargetNature? LeadIn(Document document, Provision provision)
    {
        foreach (var node in document.PathTo(provision).Reverse().Skip(1))
        {
            if (InSentence(Analyzer.Exact.Analyze(node.Span.Slice(document.Text))) is { } nature)
            {
                return nature;
            }
        }

        return null;
    }
}
