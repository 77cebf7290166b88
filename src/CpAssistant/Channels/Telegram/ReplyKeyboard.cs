using CpAssistant.Conversations;
using CpAssistant.Core.Answering;

namespace CpAssistant.Channels.Telegram;

/// <summary>The buttons under a reply: what may be asked next, and whether it helped.</summary>
internal static class ReplyKeyboard
{
    private const string Helpful = "👍";
    private const string NotHelpful = "👎";
    private const int LongestLabel = 60;

    /// <summary>Labels of which two, three stand side by side on a phone without being cut.</summary>
    private const int LongestOfTwo = 18, LongestOfThree = 12;

    /// <summary>Less than this that all choices share is left in their labels.</summary>
    private const int LeastShared = 12;

    /// <param name="sequence">Of the reply in its conversation.</param>
    /// <param name="owner">Whom the reply is for, in a group; null elsewhere.</param>
    internal static IReadOnlyList<IReadOnlyList<InlineButton>> Of(Reply reply, long sequence, long? owner)
    {
        var buttons = Labels(reply).Select((label, index) => new InlineButton(label, new ButtonData.Ask(sequence, index, owner).Write()))
            .Where(button => TelegramHtml.IsVisible(button.Text)).ToList();
        var longest = buttons.Count == 0 ? 0 : buttons.Max(button => button.Text.Length);
        var rows = buttons.Chunk(longest <= LongestOfThree ? 3 : longest <= LongestOfTwo ? 2 : 1);
        return reply.Outcome is Outcome.Answered or Outcome.NotFound
            ? [.. rows, [VoteButton(sequence, true, owner), VoteButton(sequence, false, owner)]]
            : [.. rows];
    }

    /// <returns>Without a suggestion that was taken; a row that it stood alone in is gone.</returns>
    internal static IReadOnlyList<IReadOnlyList<InlineButton>> Without(IReadOnlyList<IReadOnlyList<InlineButton>> rows, ButtonData data)
    {
        var taken = data.Write();
        return [.. rows.Select(row => row.Where(button => button.CallbackData != taken).ToArray()).Where(row => row.Length > 0)];
    }

    /// <returns>With the vote that was given marked.</returns>
    internal static IReadOnlyList<IReadOnlyList<InlineButton>> Voted(IReadOnlyList<IReadOnlyList<InlineButton>> rows, bool helpful) =>
        [.. rows.Select(row => row.Select(button => ButtonData.Read(button.CallbackData) is ButtonData.Vote vote
            ? button with { Text = Thumb(vote.Helpful) + (vote.Helpful == helpful ? " ✓" : "") }
            : button).ToArray())];

    private static InlineButton VoteButton(long sequence, bool helpful, long? owner) => new(Thumb(helpful), new ButtonData.Vote(sequence, helpful, owner).Write());

    private static string Thumb(bool helpful) => helpful ? Helpful : NotHelpful;

    private static IEnumerable<string> Labels(Reply reply)
    {
        var texts = reply.Suggestions.Select(TelegramHtml.Line).ToList();
        var labels = reply.Outcome == Outcome.Clarification && texts.Count > 1 ? Differing(texts) : texts;
        return labels.Select(label => WordBreaks.Shortened(label, LongestLabel));
    }

    /// <summary>A phone cuts long labels off at the end, which is where "…bao nhiêu (Long An)?" and "…bao nhiêu (Sơn La)?" differ.</summary>
    /// <returns>What each has for itself, in whole words; the texts where they share little, or nothing would be left to tell them apart.</returns>
    private static IReadOnlyList<string> Differing(IReadOnlyList<string> texts)
    {
        var start = SharedStart(texts);
        var end = SharedEnd(texts, start);
        var own = texts.Select(text => Capital(text[start..^end].Trim(' ', '(', ')', '?'))).ToList();
        return start + end >= LeastShared && own.All(TelegramHtml.IsVisible) && own.Distinct().Count() == own.Count ? own : texts;
    }

    /// <summary>Up to a blank or an opening bracket; names in brackets stay whole, even if all begin with "Long".</summary>
    private static int SharedStart(IReadOnlyList<string> texts)
    {
        var most = texts.Min(text => text.Length);
        var same = 0;
        while (same < most && texts.All(text => text[same] == texts[0][same]))
        {
            same++;
        }

        var shared = texts[0][..same];
        return shared.LastIndexOf('(') is var bracket && bracket > shared.LastIndexOf(')') ? bracket + 1 : shared.LastIndexOf(' ') + 1;
    }

    /// <summary>From a blank or a closing bracket on.</summary>
    private static int SharedEnd(IReadOnlyList<string> texts, int start)
    {
        var most = texts.Min(text => text.Length) - start;
        var same = 0;
        while (same < most && texts.All(text => text[^(same + 1)] == texts[0][^(same + 1)]))
        {
            same++;
        }

        var shared = texts[0][^same..];
        return shared.IndexOf(')') is var bracket and >= 0 && !shared.Contains('(') ? same - bracket
            : shared.IndexOf(' ') is var blank and >= 0 ? same - blank
            : 0;
    }

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
