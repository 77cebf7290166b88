using System.Text;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Understanding;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Learning;

/// <summary>What is wrong with an answer that an officer has written.</summary>
public enum OfficeAnswerFault
{
    NoQuestion,
    TooManyQuestions,

    /// <summary>Too short, too long, or nothing by which it could be told from other questions.</summary>
    QuestionUnusable,
    NoAnswer,
    AnswerTooLong,
    UnknownProvince,

    /// <summary>A question names another province than the answer is for.</summary>
    OtherProvince,
    DayUnusable,
    NoSource,
    TooManySources,

    /// <summary>A source's words are not in the document.</summary>
    SourceUnusable,
}

/// <summary>An office's answer as an officer writes it.</summary>
/// <param name="Province">The only one it holds for; null for all.</param>
public sealed record OfficeAnswerDraft(
    IReadOnlyList<string> Questions, string? Province, string Answer, string? English, IReadOnlyList<OfficeSource> Sources, DateOnly? ExpiresOn, string? Enquiry)
{
    public const int MostQuestions = 20;
    public const int LongestQuestion = 500;
    public const int LongestAnswer = 4000;
    public const int LongestSource = 300;
    public const int MostMonths = 60;

    /// <summary>At most so many quotations stand beside an answer.</summary>
    public const int MostQuoted = 3;
    public const int MostOthers = 5;

    private const int ShortestQuestion = 8;

    /// <summary>What a browser sent, as a file can keep it: no signs that have no place in a text, one sort of line end.</summary>
    /// <param name="most">UTF-16 units that are kept.</param>
    internal static string Clean(string? text, int most = int.MaxValue)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").Trim().EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            if (rune.Value == '\n' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <returns>All that is wrong; none where it can be kept.</returns>
    public IEnumerable<OfficeAnswerFault> Faults(KnowledgeSnapshot knowledge, DateOnly today)
    {
        if (Questions.Count is 0 or > MostQuestions)
        {
            yield return Questions.Count == 0 ? OfficeAnswerFault.NoQuestion : OfficeAnswerFault.TooManyQuestions;
        }

        if (Questions.Any(question => question.Length is < ShortestQuestion or > LongestQuestion || !IsUsable(knowledge.Questions.Read(question))))
        {
            yield return OfficeAnswerFault.QuestionUnusable;
        }

        if (Answer.Length == 0 || Answer.Length > LongestAnswer || English?.Length > LongestAnswer)
        {
            yield return Answer.Length == 0 ? OfficeAnswerFault.NoAnswer : OfficeAnswerFault.AnswerTooLong;
        }

        if (Province is not null)
        {
            if (knowledge.Gazetteer.FindProvince(Province) is not { } province)
            {
                yield return OfficeAnswerFault.UnknownProvince;
            }
            else if (Questions.Any(question => knowledge.Questions.Read(question).Provinces.Any(named => named.Today.Name != province.Today.Name)))
            {
                yield return OfficeAnswerFault.OtherProvince;
            }
        }

        if (ExpiresOn is not { } day || day <= today || day > today.AddMonths(MostMonths))
        {
            yield return OfficeAnswerFault.DayUnusable;
        }

        if (Sources.Count == 0)
        {
            yield return OfficeAnswerFault.NoSource;
        }

        if (Sources.Count(source => source.File is not null) > MostQuoted || Sources.Count(source => source.File is null) > MostOthers || Sources.Any(source => source.Text?.Length > LongestSource))
        {
            yield return OfficeAnswerFault.TooManySources;
        }

        if (Sources.Any(source => source.File is not null && source.Quote is null))
        {
            yield return OfficeAnswerFault.SourceUnusable;
        }
    }

    internal OfficeAnswerFile ToFile(int number, int version, OfficeSignature author) => new(
        number, version, OfficeAnswerState.Proposed, Questions, Province, Answer, English, Sources, ExpiresOn!.Value, author, null, null, Enquiry);

    private static bool IsUsable(Question question) =>
        question.Kind is not (QuestionKind.Greeting or QuestionKind.Thanks or QuestionKind.Help or QuestionKind.Handoff) && QuestionGist.Of(question) is { Terms.Count: > 0 };
}
