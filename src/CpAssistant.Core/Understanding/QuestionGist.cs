using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Understanding;

/// <summary>What sort of thing a question asks for; questions of two sorts are never alike.</summary>
public enum QuestionForm
{
    Any,
    Who,
    Figure,
    When,
    Where,
    Why,
}

/// <summary>
/// What a question comes down to when it is compared with others: the same for spellings with and without marks, abbreviations and
/// synonyms. Compared by <see cref="Likeness"/>; written as one line by <see cref="ToString"/>.
/// </summary>
/// <param name="Provinces">Names, in order of the alphabet.</param>
/// <param name="Particulars">Years, figures, numbers of documents and what else must be the same: in order of the alphabet.</param>
/// <param name="Terms">Concepts as "=tập huấn"; other words as they were typed, normalized, with "!" before those of an utterance that leaves no marks out; in order of the alphabet.</param>
public sealed record QuestionGist(QuestionForm Form, IReadOnlyList<string> Provinces, IReadOnlyList<string> Particulars, IReadOnlyList<string> Terms)
{
    private const char Part = '|';
    private const char Item = ';';
    private const char Concept = '=';
    private const char Marked = '!';

    /// <summary>Whether there is anything to compare.</summary>
    public bool IsEmpty => Terms.Count + Particulars.Count == 0;

    /// <param name="question">Completed from its conversation.</param>
    public static QuestionGist Of(Question question)
    {
        var form = FormOf(question);
        // "liên hệ với ai" and "cơ quan nào" say the same; what they say is the form.
        var evidence = form == QuestionForm.Who ? question.Evidence.GetValueOrDefault(question.Kind, KindEvidence.None).Tokens : new HashSet<int>();
        var terms = question.Topic.Where(term => !term.IsWithin(evidence)).ToList();
        return new QuestionGist(
            form,
            InOrder(question.Provinces.Select(province => province.Name)),
            InOrder(ParticularsOf(question)),
            InOrder((terms.Count > 0 ? terms : question.Topic).SelectMany(term => term.Concept is { } concept ? [Concept + concept] : term.IsMarked ? term.Terms.Select(word => Marked + word) : term.Terms)));
    }

    /// <param name="line">As <see cref="ToString"/> writes it.</param>
    /// <returns>Null for any other text.</returns>
    public static QuestionGist? Parse(string line) =>
        line.Split(Part) is [var form, var provinces, var particulars, var terms] && Enum.TryParse<QuestionForm>(form, out var known)
            ? new QuestionGist(known, Items(provinces), Items(particulars), Items(terms))
            : null;

    /// <summary>"Figure|Bến Tre|2026|=nước thải;phí".</summary>
    public override string ToString() => string.Join(Part, Form, string.Join(Item, Provinces), string.Join(Item, Particulars), string.Join(Item, Terms));

    /// <returns>What two terms share that can stand for one another, whatever marks they leave out; a concept's is its own.</returns>
    internal static string KeyOf(string term) => IsConcept(term) ? term : VietnameseText.FoldNormalized(WordOf(term));

    /// <summary>Whether two terms of one key can mean the same word: typed marks are a promise, missing ones are not.</summary>
    internal static bool CanBeSame(string one, string other) =>
        one == other || (!IsConcept(one) && ((one[0] != Marked && VietnameseText.CanStandFor(one, WordOf(other))) || (other[0] != Marked && VietnameseText.CanStandFor(other, WordOf(one)))));

    /// <returns>The term as a topic has it.</returns>
    internal static TopicTerm TermOf(string term) => IsConcept(term) ? new TopicTerm(term[1..], [term[1..]], 0) : new TopicTerm(null, [WordOf(term)], 0);

    private static bool IsConcept(string term) => term[0] == Concept;

    private static string WordOf(string term) => term.TrimStart(Marked);

    private static QuestionForm FormOf(Question question) => question.Expects switch
    {
        ExpectedAnswer.Contact => QuestionForm.Who,
        ExpectedAnswer.Number or ExpectedAnswer.Percent or ExpectedAnswer.Money or ExpectedAnswer.Count => QuestionForm.Figure,
        ExpectedAnswer.Date or ExpectedAnswer.Duration => QuestionForm.When,
        ExpectedAnswer.Place => QuestionForm.Where,
        _ when question.Kind == QuestionKind.ResponsibleAgency => QuestionForm.Who,
        _ => question.Has("why") ? QuestionForm.Why : QuestionForm.Any,
    };

    private static IEnumerable<string> ParticularsOf(Question question) => question.Periods.Select(period => $"{period.From}-{period.To}")
        .Concat(question.DocumentNumbers)
        .Concat(question.Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.From}-{figure.To} {figure.Unit}")))
        .Concat(question.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))
        .Concat(question.Natures.Select(nature => nature.ToString()))
        .Concat(question.Kind == QuestionKind.DocumentFact ? question.Attributes : [])
        .Concat(question.Role is { } role ? [role.ToString()] : []);

    private static IReadOnlyList<string> InOrder(IEnumerable<string> values) =>
        [.. values.Select(value => value.Replace(Part, ' ').Replace(Item, ' ')).Where(value => value.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Items(string joined) => joined.Length == 0 ? [] : joined.Split(Item);
}
