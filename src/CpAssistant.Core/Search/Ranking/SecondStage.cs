using System.Numerics;
using CpAssistant.Core.Search.Indexing;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>Reads the best passages again: the window that fits best, and the headings.</summary>
/// <remarks>A window is some sentences with all that stands in front of the passage's text; what words are worth is always that of whole passages.</remarks>
internal sealed class SecondStage : IDisposable
{
    /// <summary>What scores are whole numbers of; a power of two, so that points add up without rounding.</summary>
    public const double Unit = 1.0 / (1 << 14);

    private const double WindowWeight = 3;

    /// <summary>Of a window that has none of the query's words but in front of it.</summary>
    private const double FrontWeight = 1;

    private const double HeadingWeight = 0.4;

    private static readonly Bm25 Window = new(0.4, 0.5);
    private static readonly Bm25 Heading = Bm25.Whole;

    private readonly IndexData data;
    private readonly RankingSettings settings;
    private readonly QueryTerm[] query;
    private readonly QuerySlots slots;
    private readonly double wordPoints;

    /// <summary>For each term what a window and a heading full of it would get, in units; the lists are filled up with zeros.</summary>
    private readonly float[] windowPoints;
    private readonly float[] frontPoints;
    private readonly float[] headingPoints;
    private readonly float[] inHeading;
    private readonly float[] inFront;
    private readonly float[] inWindow;
    private readonly float[] inBest;

    public SecondStage(IndexData data, IReadOnlyList<QueryTerm> terms, RankingSettings settings, WordSlots[] ofWords)
    {
        (this.data, this.settings) = (data, settings);
        query = [.. terms];
        slots = new QuerySlots(data.Words, query, ofWords);
        wordPoints = PointsOfWords(query);
        var length = (query.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        (windowPoints, frontPoints, headingPoints, inHeading, inFront, inWindow, inBest) = (new float[length], new float[length], new float[length], new float[length], new float[length], new float[length], new float[length]);
        for (var slot = 0; slot < query.Length; slot++)
        {
            windowPoints[slot] = (float)(query[slot].Points * (Window.K1 + 1) * WindowWeight / Unit);
            frontPoints[slot] = (float)(query[slot].Points * (Window.K1 + 1) * FrontWeight / Unit);
            headingPoints[slot] = (float)(query[slot].Points * (Heading.K1 + 1) * HeadingWeight / Unit);
        }
    }

    public void Dispose() => slots.Dispose();

    /// <returns>What a passage would get whose best window and headings are full of all terms.</returns>
    public static double MostPoints(IReadOnlyList<QueryTerm> terms, RankingSettings settings) =>
        (settings.BestWindow ? terms.Sum(static term => term.Points) * (Window.K1 + 1) * WindowWeight : 0)
        + (settings.Headings ? (terms.Sum(static term => term.Points) * (Heading.K1 + 1) * HeadingWeight) + PointsOfWords(terms) : 0);

    /// <returns>In units, at least 0.</returns>
    public int Score(int passage)
    {
        var code = data.CodeOf(passage);
        var (headingSlowness, share) = ReadHeading(code);
        var score = settings.Headings ? Sum(inHeading, headingSlowness, headingPoints) + PointsOf(share) : 0;
        return settings.BestWindow ? score + BestWindow(code).Score : score;
    }

    /// <returns>What each term gives a passage, and the share of its headings that the query covers with what that gives.</returns>
    public (IReadOnlyList<ExplainedTerm> Terms, double Share, double SharePoints) Explain(int passage)
    {
        var code = data.CodeOf(passage);
        var explained = new List<ExplainedTerm>();
        var (headingSlowness, share) = ReadHeading(code);
        if (settings.BestWindow)
        {
            var best = BestWindow(code);
            Add(ScorePart.BestWindow, best.Weight, inBest, best.Slowness, best.Points);
        }

        if (settings.Headings)
        {
            Add(ScorePart.Heading, HeadingWeight, inHeading, headingSlowness, headingPoints);
        }

        return (explained, settings.Headings ? share : 0, settings.Headings ? PointsOf(share) * Unit : 0);

        void Add(ScorePart part, double weight, float[] counts, float slowness, float[] points) => explained.AddRange(query
            .Select((term, slot) => term.Explained(part, weight, (int)counts[slot], (int)(counts[slot] / (counts[slot] + slowness) * points[slot]) * Unit))
            .Where(static term => term.Points > 0));
    }

    private static double PointsOfWords(IEnumerable<QueryTerm> terms) => terms.Where(static term => term.Form != TermForm.Bigram).Sum(static term => term.Points);

    private static int Sum(ReadOnlySpan<float> counts, float slowness, ReadOnlySpan<float> points)
    {
        var sum = Vector<int>.Zero;
        for (var i = 0; i < counts.Length; i += Vector<float>.Count)
        {
            var count = new Vector<float>(counts[i..]);
            sum += Vector.ConvertToInt32(count / (count + new Vector<float>(slowness)) * new Vector<float>(points[i..]));
        }

        return Vector.Sum(sum);
    }

    private int PointsOf(double share) => (int)(share * wordPoints / Unit);

    /// <summary>Counts the terms in the headings.</summary>
    /// <returns>How often a term must stand there to count half, and the share of the headings' words that the query has, by what they say.</returns>
    private (float Slowness, double Share) ReadHeading(PassageCode code)
    {
        Array.Clear(inHeading);
        code.TryNextPart(out var heading);
        var length = slots.Count(heading, inHeading);
        var (covered, all) = (0.0, 0.0);
        for (var place = 0; place < heading.Length;)
        {
            var word = PassageCode.WordAt(heading, ref place);
            var idf = data.IdfOf(word);
            covered += slots.HasWord(word) ? idf : 0;
            all += idf;
        }

        return ((float)Heading.Slowness(length, data.Headings.Average), all > 0 ? covered / all : 0);
    }

    /// <summary>Counts the terms in the window with the most points, what stands in front of the text included.</summary>
    /// <returns>Of windows that are equally good that of the first.</returns>
    private BestOfWindows BestWindow(PassageCode code)
    {
        var best = new BestOfWindows(0, 1, WindowWeight, windowPoints);
        Array.Clear(inFront);
        code.TryNextPart(out var heading);
        code.TryNextPart(out var inFull);
        var front = slots.Count(heading, inFront) + slots.Count(inFull, inFront);
        while (code.TryNextPart(out var window))
        {
            inFront.CopyTo(inWindow, 0);
            var slowness = (float)Window.Slowness(front + slots.Count(window, inWindow), data.Windows.Average);
            // Without words of its own, the shortest window below a heading would be the best of all.
            var (weight, points) = inWindow.AsSpan().SequenceEqual(inFront) ? (FrontWeight, frontPoints) : (WindowWeight, windowPoints);
            var score = Sum(inWindow, slowness, points);
            if (score > best.Score)
            {
                best = new BestOfWindows(score, slowness, weight, points);
                inWindow.CopyTo(inBest, 0);
            }
        }

        return best;
    }

    private readonly record struct BestOfWindows(int Score, float Slowness, double Weight, float[] Points);
}
