using System.Buffers;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>The words about one figure of a sentence.</summary>
/// <param name="Span">The words between the figures around it that are about this one.</param>
/// <param name="Part">What stands between the semicolons around it.</param>
/// <param name="Wider">The words that fit the figure where its own say nothing: the part if the figure stands alone in it, else the head before a colon and what is joined without a comma.</param>
internal sealed record FigureClause(Quantity Figure, TextSpan Span, TextSpan Part, IReadOnlyList<Token> Words, IReadOnlyList<Token> Wider)
{
    /// <summary>Marks that part a figure from what stands beside it.</summary>
    internal static readonly SearchValues<char> Marks = SearchValues.Create(",;:.()");

    /// <returns>A clause for each figure.</returns>
    internal static IReadOnlyList<FigureClause> Of(string text, TextSpan sentence, IReadOnlyList<Token> words, IReadOnlyList<Quantity> figures, Cues countedVerbs)
    {
        var clauses = new List<FigureClause>();
        for (var i = 0; i < figures.Count; i++)
        {
            var part = PartOf(text, sentence, figures[i]);
            var before = clauses.Count > 0 && clauses[^1].Part == part ? clauses[^1] : null;
            var next = i + 1 < figures.Count && part.Contains(figures[i + 1].Span) ? figures[i + 1].Span.Start : part.End;
            var start = before?.Span.End ?? part.Start;
            var end = ComesFirst(text, words, figures[i], countedVerbs) ? LastStop(text, words, figures[i], next, part.End) : FirstStop(text, figures[i], next);
            var span = new TextSpan(start, end);
            var own = words.Where(word => span.Contains(word.Span)).ToList();
            clauses.Add(new FigureClause(figures[i], span, part, own, WiderWords(text, words, figures, part, own, before, figures[i])));
        }

        return clauses;
    }

    /// <summary>"50% cơ sở …", "51 doanh nghiệp đã được …": what is said of the figure stands behind it.</summary>
    private static bool ComesFirst(string text, IReadOnlyList<Token> words, Quantity figure, Cues countedVerbs)
    {
        var next = 0;
        while (next < words.Count && words[next].Start < figure.Span.End)
        {
            next++;
        }

        var isTight = next < words.Count && text.AsSpan(figure.Span.End, words[next].Start - figure.Span.End).IndexOfAny(Marks) < 0;
        return isTight && words[next].Term is not ("và" or "so") && (figure.IsPercent || countedVerbs.At(words, next) is not null);
    }

    /// <summary>Of a figure that comes first: the last comma or "và" before the next figure.</summary>
    private static int LastStop(string text, IReadOnlyList<Token> words, Quantity figure, int next, int partEnd)
    {
        if (next == partEnd)
        {
            return partEnd;
        }

        var and = words.LastOrDefault(word => word.Term == "và" && word.Start > figure.Span.End && word.End <= next);
        var comma = text.AsSpan(figure.Span.End, next - figure.Span.End).LastIndexOf(',');
        var stop = Math.Max(and.Start, comma < 0 ? 0 : figure.Span.End + comma);
        return stop > figure.Span.End ? stop : next;
    }

    private static int FirstStop(string text, Quantity figure, int next)
    {
        var stop = text.AsSpan(figure.Span.End, next - figure.Span.End).IndexOfAny(",;):");
        return stop < 0 ? next : figure.Span.End + stop;
    }

    private static List<Token> WiderWords(
        string text, IReadOnlyList<Token> words, IReadOnlyList<Quantity> figures, TextSpan part, List<Token> own, FigureClause? before, Quantity figure)
    {
        if (figures.Count(other => part.Contains(other.Span)) == 1)
        {
            return [.. words.Where(word => part.Contains(word.Span))];
        }

        var colon = text.AsSpan(part.Start, figure.Span.Start - part.Start).LastIndexOf(':');
        var head = colon < 0 ? [] : words.Where(word => word.Start >= part.Start && word.End <= part.Start + colon).ToList();
        var isJoined = before is not null && text.AsSpan(before.Figure.Span.End, figure.Span.Start - before.Figure.Span.End).IndexOfAny(",:()") < 0;
        var joined = isJoined ? before!.Words.Concat(before.Wider.Except(before.Words)) : [];
        return [.. head.Concat(joined).Concat(own)];
    }

    private static TextSpan PartOf(string text, TextSpan sentence, Quantity figure)
    {
        var before = text.LastIndexOf(';', figure.Span.Start, figure.Span.Start - sentence.Start);
        var behind = text.IndexOf(';', figure.Span.End, sentence.End - figure.Span.End);
        return new TextSpan(before < 0 ? sentence.Start : before + 1, behind < 0 ? sentence.End : behind);
    }
}
