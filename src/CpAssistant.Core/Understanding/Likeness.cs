using CpAssistant.Core.Text;

namespace CpAssistant.Core.Understanding;

/// <summary>
/// How alike two questions are: the weight of the terms they share in that of all their terms (weighted Jaccard index, less what is replaced). Terms weigh by
/// how few statements hold them, so that "phí" tells more than "doanh nghiệp". A term without marks stands for any with them.
/// </summary>
/// <param name="weightOf">Weight of a term of a <see cref="QuestionGist"/>, above 0; the same for terms that can stand for one another.</param>
public sealed class Likeness(Func<string, double> weightOf)
{
    /// <summary>What is left where a question leaves open what it asks for ("phí nước thải?").</summary>
    private const double OpenShare = 0.9;

    /// <param name="asked">May leave open what the other asks for; who asks for more than the other leaves open ("ai", "khi nào") asks for something else.</param>
    /// <returns>0 to 1; 0 where form or particulars differ. Provinces are not compared.</returns>
    public double Of(QuestionGist asked, QuestionGist other) => Of(Weigh(asked), Weigh(other));

    /// <returns>The same; 1 where both say the same words, one of them without marks, however those are understood.</returns>
    public double Of(Question asked, Question other) => Of(Read(asked), Read(other));

    internal WeighedGist Weigh(QuestionGist gist) => new(gist, [.. gist.Terms.Select(Weigh).Order()]);

    internal WeighedTerm Weigh(string term) => new(QuestionGist.KeyOf(term), term, weightOf(term));

    internal ComparedQuestion Read(Question question) => new([.. Analyzer.Exact.Analyze(question.Text).Select(token => token.Term)], question.IsMarked, Weigh(QuestionGist.Of(question)));

    internal static double Of(ComparedQuestion asked, ComparedQuestion other) => asked.HasSameWords(other) ? 1 : Of(asked.Gist, other.Gist);

    internal static double Of(WeighedGist asked, WeighedGist other)
    {
        var fits = FormShare(asked.Gist.Form, other.Gist.Form);
        if (fits == 0 || !asked.Gist.Particulars.SequenceEqual(other.Gist.Particulars))
        {
            return 0;
        }

        if (asked.Terms.Count + other.Terms.Count == 0)
        {
            return asked.Gist.Particulars.Count > 0 ? fits : 0;
        }

        var overlap = Overlap.Of(asked.Terms, other.Terms);
        var shared = Math.Max(0, overlap.Shared - overlap.Replaced);
        return fits * shared / (asked.Weight + other.Weight - shared);
    }

    private static double FormShare(QuestionForm asked, QuestionForm other) => asked == other ? 1 : asked == QuestionForm.Any ? OpenShare : 0;

    /// <returns>The share of a question's terms, 0 to 1, that another has too.</returns>
    internal static double Held(WeighedGist asked, WeighedGist other) => asked.Weight == 0 ? 0 : Overlap.Of(asked.Terms, other.Terms).OfOne / asked.Weight;
}

/// <summary>A question made ready for many comparisons.</summary>
internal sealed record ComparedQuestion(IReadOnlyList<string> Words, bool IsMarked, WeighedGist Gist)
{
    internal bool HasSameWords(ComparedQuestion other) =>
        Words.Count > 0 && Words.Count == other.Words.Count && Words.Zip(other.Words).All(pair =>
            pair.First == pair.Second || (!IsMarked && VietnameseText.CanStandFor(pair.First, pair.Second)) || (!other.IsMarked && VietnameseText.CanStandFor(pair.Second, pair.First)));
}

/// <param name="Terms">In their own order.</param>
internal sealed record WeighedGist(QuestionGist Gist, IReadOnlyList<WeighedTerm> Terms)
{
    internal double Weight { get; } = Terms.Sum(term => term.Weight);
}

/// <param name="Key">The same for terms that can stand for one another.</param>
internal readonly record struct WeighedTerm(string Key, string Term, double Weight) : IComparable<WeighedTerm>
{
    /// <summary>The weightiest first; of equal ones those of one key together.</summary>
    public int CompareTo(WeighedTerm other) => other.Weight.CompareTo(Weight) is var order and not 0 ? order : string.CompareOrdinal(Key, other.Key);

    internal bool CanBeSame(WeighedTerm other) => Key == other.Key && QuestionGist.CanBeSame(Term, other.Term);
}
