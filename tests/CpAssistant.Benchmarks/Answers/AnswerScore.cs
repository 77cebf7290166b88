using System.Text.Json;
using System.Text.RegularExpressions;
using CpAssistant.Conversations;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks.Answers;

/// <summary>Whether an answer is fully right.</summary>
public static partial class AnswerScore
{
    private const int LeadCharacters = 500;

    private const double WordShare = 0.6;

    /// <summary>A quote of no more words than this is never too long.</summary>
    private const int AlwaysShortEnough = 60;

    /// <returns>What is wrong with the answer; nothing where it is fully right.</returns>
    public static IReadOnlyList<string> Faults(GoldQuestion question, ConversationReply reply)
    {
        var outcome = JsonSerializer.SerializeToElement(reply.Outcome, JsonText.Line).GetString()!;
        if (!question.Accept.Contains(outcome))
        {
            return [$"outcome {outcome}, not {string.Join(" or ", question.Accept)}"];
        }

        if (outcome != "answered")
        {
            return [];
        }

        var lead = Comparable(reply.Text[..Math.Min(reply.Text.Length, LeadCharacters)]);
        return
        [
            .. question.Gold.Where(gold => !gold.Optional && !reply.Citations.Any(citation => Hits(citation, gold))).Select(gold => $"not cited: {gold.Document} {gold.Section}"),
            .. question.Must.Where(group => !group.Any(text => lead.Contains(Comparable(text), StringComparison.Ordinal))).Select(group => $"lead lacks: {string.Join(" | ", group)}"),
            .. question.MustNot.Where(text => lead.Contains(Comparable(text), StringComparison.Ordinal)).Select(text => $"lead holds: {text}"),
            .. reply.Citations.Count > question.MaxCitations ? [$"{reply.Citations.Count} citations, at most {question.MaxCitations}"] : Array.Empty<string>(),
        ];
    }

    /// <returns>Whether the quote says no more and no less than its place in the text: the same letters and figures, page numbers and markup aside.</returns>
    public static bool StandsInSource(CitationItem citation, string text)
    {
        if (citation.Start < 0 || citation.End > text.Length || citation.Start >= citation.End)
        {
            return false;
        }

        var at = citation.Start;
        foreach (var letter in citation.Quote.Where(letter => !char.IsWhiteSpace(letter)))
        {
            while (at < citation.End && text[at] != letter)
            {
                if (char.IsLetter(text[at]))
                {
                    return false;
                }

                at++;
            }

            if (at++ >= citation.End)
            {
                return false;
            }
        }

        return !text.AsSpan(at, citation.End - at).ContainsAnyLetter();
    }

    private static bool Hits(CitationItem citation, GoldCitation gold) =>
        citation.Document == gold.Document && gold.Any.OrEmpty().Prepend(gold.Quote).Any(quote => Hits(citation.Quote, quote));

    private static bool Hits(string quote, string gold)
    {
        var comparable = Comparable(PageNumber().Replace(gold, " "));
        var (words, goldWords) = (Words(Comparable(quote)), Words(comparable));
        var held = words.ToHashSet();
        return goldWords.Where(word => char.IsAsciiDigit(word[0])).All(held.Contains)
            && goldWords.Count(held.Contains) >= WordShare * goldWords.Count
            && words.Count <= Math.Max(3 * goldWords.Count, AlwaysShortEnough);
    }

    /// <summary>Lower case, no diacritics, one kind of dash, "5%–8%" as "5-8%".</summary>
    private static string Comparable(string text) =>
        Range().Replace(Dash().Replace(Blank().Replace(VietnameseText.Fold(text), " "), "-"), "$1-$2");

    private static List<string> Words(string comparable) => [.. Word().Matches(comparable).Select(match => match.Value)];

    private static IReadOnlyList<string> OrEmpty(this IReadOnlyList<string>? list) => list ?? [];

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetter(letter))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\d+(?:[.,/]\d+)*|\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"(\d)%? ?- ?(\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"\n\s*-?\s*\d{1,3}\s*-?\s*(?=\n)")]
    private static partial Regex PageNumber();
}
