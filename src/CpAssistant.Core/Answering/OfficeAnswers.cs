using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Why an office's answer is given or not.</summary>
public enum OfficeAnswerStanding
{
    InForce,
    Expired,

    /// <summary>Words that it rests on are no longer in the documents.</summary>
    SourceChanged,
}

/// <param name="Likeness">Of the question to the nearest of the answer's own, 0 to 1.</param>
public sealed record OfficeMatch(OfficeAnswer Answer, double Likeness, IReadOnlyList<Citation> Sources);

/// <summary>The approved answers of the office, found by the likeness of questions. Immutable.</summary>
public sealed class OfficeAnswers
{
    /// <summary>A question that is less like is another one: an answer to something else is worse than none.</summary>
    public const double LeastLikeness = 0.7;

    /// <summary>Without marks some words of a question are taken for others.</summary>
    private const double LeastHeld = 0.5;

    private readonly IReadOnlyList<Entry> _entries;
    private readonly KnowledgeSnapshot _knowledge;

    /// <param name="before">Those of the same documents and language: what is the same object among them is not read again.</param>
    internal OfficeAnswers(IReadOnlyList<OfficeAnswer> answers, KnowledgeSnapshot knowledge, OfficeAnswers? before = null)
    {
        _knowledge = knowledge;
        All = answers;
        var known = (before?._entries ?? []).ToDictionary(entry => (object)entry.Answer, ReferenceEqualityComparer.Instance);
        _entries = [.. answers.Select(answer => known.TryGetValue(answer, out var entry) ? entry : Read(answer))];

        Entry Read(OfficeAnswer answer) =>
            new(answer, [.. answer.Questions.Select(knowledge.Questions.Read).Select(question => new Asked(knowledge.Likeness.Read(question), ProvincesOf(answer, question)))], SourcesOf(answer));
    }

    /// <summary>Approved ones, those that are no longer given among them.</summary>
    public IReadOnlyList<OfficeAnswer> All { get; }

    /// <param name="answer">One of <see cref="All"/>.</param>
    public OfficeAnswerStanding StandingOf(OfficeAnswer answer, DateOnly today) =>
        answer.ExpiresOn < today ? OfficeAnswerStanding.Expired
        : EntryOf(answer).Sources is null ? OfficeAnswerStanding.SourceChanged
        : OfficeAnswerStanding.InForce;

    /// <returns>The answer in force whose questions are most like, the later one of equals; null where none is like enough.</returns>
    public OfficeMatch? Find(Question asked, DateOnly today)
    {
        OfficeMatch? best = null;
        if (_entries.Count == 0)
        {
            return null;
        }

        var (compared, provinces) = (_knowledge.Likeness.Read(asked), asked.Provinces.Select(province => province.Name).ToList());
        foreach (var entry in _entries.Where(entry => entry.Answer.ExpiresOn >= today && entry.Sources is not null))
        {
            var likeness = entry.Questions.Where(question => HoldsFor(question.Provinces, provinces)).Select(question => Likeness.Of(compared, question.Question)).DefaultIfEmpty(0).Max();
            if (likeness >= LeastLikeness && likeness >= (best?.Likeness ?? 0))
            {
                best = new OfficeMatch(entry.Answer, likeness, entry.Sources!);
            }
        }

        return best;
    }

    /// <summary>Whether a question has all that one of an answer's own asks about, whatever it asks about besides: such a question may be answered by it.</summary>
    /// <param name="answer">One of <see cref="All"/>.</param>
    public Func<QuestionGist, bool> MayTouch(OfficeAnswer answer)
    {
        var questions = EntryOf(answer).Questions;
        return asked =>
        {
            var weighed = _knowledge.Likeness.Weigh(asked);
            return questions.Any(question => Likeness.Held(question.Question.Gist, weighed) >= LeastHeld);
        };
    }

    private Entry EntryOf(OfficeAnswer answer) => _entries.First(entry => ReferenceEquals(entry.Answer, answer));

    /// <summary>What was chosen for the answer goes before what its question names.</summary>
    private static IReadOnlyList<string> ProvincesOf(OfficeAnswer answer, Question question) =>
        answer.Province is { } province ? [province] : [.. question.Provinces.Select(named => named.Name)];

    /// <summary>A question that names no province is answered, with the name of the one that the answer is for; one for another province is not.</summary>
    private bool HoldsFor(IReadOnlyList<string> provinces, IReadOnlyList<string> asked) =>
        provinces.Count == 0 || asked.All(name => provinces.Any(province => IsSamePlace(province, name)));

    /// <summary>A province of today stands for those that it was made of, and they for it; two former ones are two.</summary>
    private bool IsSamePlace(string one, string other) =>
        one == other || (_knowledge.Gazetteer.FindProvince(one) is { } province && _knowledge.Gazetteer.FindProvince(other) is { } asked
            && province.Today.Name == asked.Today.Name && (province.Name == asked.Name || province.Name == province.Today.Name || asked.Name == asked.Today.Name));

    /// <returns>Null where the words of one are no longer to be found.</returns>
    private IReadOnlyList<Citation>? SourcesOf(OfficeAnswer answer)
    {
        var found = answer.Sources.Where(source => source.File is not null).Select(Find).ToList();
        return found.Contains(null) ? null : [.. found.OfType<Citation>()];
    }

    /// <summary>The words where they stood, or where they stand now.</summary>
    private Citation? Find(OfficeSource source)
    {
        if (_knowledge.Documents.FirstOrDefault(document => document.File == source.File) is not { } document)
        {
            return null;
        }

        var holder = document.Provisions.LastOrDefault(provision => provision.Span.Contains(source.Span));
        return holder is not null && source.Span.End <= document.Text.Length && document.Quote(source.Span) == source.Quote
            ? new Citation(document, holder, source.Span)
            : document.Provisions.SelectMany(provision => provision.Sentences.Prepend(provision.Span).Select(span => new Citation(document, provision, span))).FirstOrDefault(citation => citation.Quote == source.Quote);
    }

    private sealed record Asked(ComparedQuestion Question, IReadOnlyList<string> Provinces);

    private sealed record Entry(OfficeAnswer Answer, IReadOnlyList<Asked> Questions, IReadOnlyList<Citation>? Sources);
}
