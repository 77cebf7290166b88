using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>What a sentence hands on to the next ones: "phấn đấu đến năm 2020, …" holds until a paragraph without figures.</summary>
internal sealed record TargetOpening(TargetNature Nature, Period? Period, TextSpan Span);

/// <summary>Finds the years a figure is for.</summary>
internal static class TargetPeriods
{
    /// <returns>The period, and the words outside the sentence that say it; no period where nothing says one.</returns>
    internal static (Period? Period, TextSpan? Context) Of(
        DocumentTokens tokens, Provision provision, IReadOnlyList<Token> sentence, FigureClause clause, TargetOpening? opening, TargetNature nature)
    {
        var document = tokens.Document;
        var figure = clause.Figure.Span;
        var own = In(document.Text, [.. sentence.Where(word => clause.Part.Contains(word.Span))]);
        if (own.Count == 0)
        {
            own = [.. In(document.Text, sentence).Where(period => period.Span.End <= figure.Start).TakeLast(1)];
        }

        if (own.Count > 0)
        {
            var before = own.LastOrDefault(period => period.Span.End <= figure.Start);
            return (before.Period ?? own[0].Period, null);
        }

        return OfHeadings(tokens, provision) ?? (opening?.Period is { } inherited ? (inherited, opening.Span) : (OfDocument(document, nature), null));
    }

    /// <returns>Periods in order, without the years that something is only compared with ("so với năm 2020").</returns>
    internal static List<(Period Period, TextSpan Span)> In(string text, IReadOnlyList<Token> words) =>
        [.. PeriodReader.In(text, words).Where(period => !IsBaseline(words, period.Span.Start))];

    private static bool IsBaseline(IReadOnlyList<Token> words, int year)
    {
        var i = words.Count(word => word.Start < year) - 1;
        i = i >= 0 && words[i].Term == "năm" ? i - 1 : i;
        return i > 0 && words[i].Term == "với" && words[i - 1].Term == "so";
    }

    private static (Period? Period, TextSpan? Context)? OfHeadings(DocumentTokens tokens, Provision provision)
    {
        var document = tokens.Document;
        foreach (var node in document.PathTo(provision).Reverse().Where(node => node.Index != provision.Index && LeadsIn(document, node)))
        {
            var leadIn = node.Sentences.Count > 0 ? node.Sentences[^1] : node.Span;
            if (In(document.Text, tokens.In(leadIn)) is { Count: > 0 } periods)
            {
                return (periods[^1].Period, leadIn);
            }
        }

        return null;
    }

    /// <summary>A heading, or a sentence that ends in a colon; a finished sentence says nothing about the items below.</summary>
    private static bool LeadsIn(Document document, Provision node) =>
        document.Text.AsSpan(node.Span.Start, node.Span.Length).TrimEnd(" \r\n*_").EndsWith(":")
        || node.Span.Length <= node.Heading.Length + node.Label.Length + 24;

    /// <summary>The document's own period; of a result only where a report looks back on all of it.</summary>
    private static Period? OfDocument(Document document, TargetNature nature) =>
        nature != TargetNature.Result || (document.Metadata.Kind == DocumentKind.Report && document.Metadata.Period?.Value.To <= document.Metadata.Date?.Value.Year)
            ? document.Metadata.Period?.Value
            : null;
}
