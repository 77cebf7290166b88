using System.Buffers;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Says in the source's words what a figure is, and whom a share counts.</summary>
internal sealed class TargetLabels(TargetRules rules)
{
    /// <summary>Words within which the noun that a share counts must end.</summary>
    private const int LongestScope = 24;

    private const int LongestLabel = 16;

    private const int LongestVerbPhrase = 8;

    private static readonly HashSet<string> CountEnds = ["cho", "với", "của", "và", "hoặc", "để", "so"];

    private static readonly HashSet<string> Comparisons = ["so", "khi", "từ"];

    private static readonly SearchValues<char> ShareEnds = SearchValues.Create(";:.()");

    private readonly Cues _scopes = new(rules.Scopes, exact: true);
    private readonly HashSet<string> _scopeEnds = [.. rules.ScopeEnds];

    /// <summary>The words after a figure; where there are none, the last ones before it. A count begins with its unit.</summary>
    internal static string Of(Document document, FigureClause clause)
    {
        var figure = clause.Figure;
        var isCount = !figure.IsPercent && !figure.IsMoney;
        var words = Behind(clause, document.Text, isCount ? FigureClause.Marks : ShareEnds)
            .TakeWhile(word => !isCount || !CountEnds.Contains(word.Term)).Take(LongestLabel).ToList();
        if (words.Count > 0 && !Comparisons.Contains(words[0].Term))
        {
            return (isCount ? figure.Unit + " " : "") + document.Quote(new TextSpan(words[0].Start, words[^1].End));
        }

        var before = Before(clause, document.Text);
        var phrase = before.Count > 0 ? document.Quote(new TextSpan(before[0].Start, before[^1].End)) : "";
        return (isCount ? $"{phrase} {figure.Unit}" : phrase).Trim();
    }

    /// <summary>Whom or what a share counts: the words up to the verb; "có tiềm năng áp dụng …" still belongs to them.</summary>
    internal string ScopeOf(Document document, IReadOnlyList<Token> words, Quantity figure)
    {
        var after = words.SkipWhile(word => word.Start < figure.Span.End).Take(LongestScope).ToList();
        if (!figure.IsPercent || after.Count == 0 || after[0].Start - figure.Span.End > 2 || _scopes.At(after, 0) is null)
        {
            return "";
        }

        var potential = after.FindIndex(word => word.Term == "tiềm");
        var end = after.FindIndex(word => _scopeEnds.Contains(word.Term));
        if (potential > 0 && end == potential - 1)
        {
            var verb = after.FindIndex(potential, word => word.Term is "được" or "tiến" or "nhận" or "tham" or "và" or "đạt");
            end = verb > 0 ? verb : after.FindIndex(potential, word => _scopeEnds.Contains(word.Term));
        }

        var scope = end > 0 ? document.Quote(new TextSpan(after[0].Start, after[end - 1].End)).TrimEnd(',') : "";
        return scope.AsSpan().IndexOfAny("();:") < 0 && !scope.Any(char.IsAsciiDigit) ? scope : "";
    }

    /// <summary>The words straight behind a figure, up to the next mark.</summary>
    private static List<Token> Behind(FigureClause clause, string text, SearchValues<char> marks)
    {
        var words = new List<Token>();
        var end = clause.Figure.Span.End;
        foreach (var word in clause.Words.Where(word => word.Start >= clause.Figure.Span.End))
        {
            if (text.AsSpan(end, word.Start - end).IndexOfAny(marks) >= 0)
            {
                break;
            }

            words.Add(word);
            end = word.End;
        }

        return words;
    }

    /// <summary>The last words before a figure, from the last mark on.</summary>
    private static List<Token> Before(FigureClause clause, string text)
    {
        var words = new List<Token>();
        var start = clause.Figure.Span.Start;
        foreach (var word in clause.Words.Where(word => word.End <= clause.Figure.Span.Start).Reverse().Take(LongestVerbPhrase))
        {
            if (text.AsSpan(word.End, start - word.End).IndexOfAny(FigureClause.Marks) >= 0)
            {
                break;
            }

            words.Insert(0, word);
            start = word.Start;
        }

        return words;
    }
}
