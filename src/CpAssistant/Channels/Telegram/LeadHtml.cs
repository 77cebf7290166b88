using System.Text.RegularExpressions;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;

namespace CpAssistant.Channels.Telegram;

/// <summary>The lead of a reply, laid out for a narrow screen.</summary>
internal static partial class LeadHtml
{
    private const string Row = "• ";

    /// <summary>Characters that still read well in bold: about four lines of a phone.</summary>
    private const int LongestBold = 160;

    /// <summary>Longest name of a row: "Ban Quản lý Khu Kinh tế …".</summary>
    private const int LongestName = 40;

    /// <summary>A row that takes more than two lines of a phone has a blank line beside it.</summary>
    private const int LongestShortRow = 80;

    /// <summary>Longest beginning that a list can have.</summary>
    private const int LongestHead = 100;

    internal static IEnumerable<HtmlBlock> Of(Reply reply)
    {
        var lines = TelegramHtml.Lines(reply.Lead);
        var gap = lines.Any(line => line.StartsWith(Row, StringComparison.Ordinal) && line.Length > LongestShortRow) ? "\n\n" : "\n";
        return lines.SelectMany((line, index) =>
            line.StartsWith(Row, StringComparison.Ordinal) ? [RowOf(line[Row.Length..], index == 0 ? "\n\n" : gap)]
            : index == 0 && reply.Outcome is not (Outcome.SmallTalk or Outcome.Handoff) ? FirstLine(line)
            : (IEnumerable<HtmlBlock>)[HtmlBlock.Of(index == 0 ? "\n\n" : "\n", Plain("", line))]);
    }

    private static HtmlBlock RowOf(string row, string gap) => NameEnd(row) is > 0 and var end
        ? HtmlBlock.Of(gap, Bold(Row, row[..end]), Plain(" ", row[end..]))
        : HtmlBlock.Of(gap, Plain("", row, Row));

    private static IEnumerable<HtmlBlock> FirstLine(string line)
    {
        if (line.Length > LongestBold && Items(line) is { } items)
        {
            return [HtmlBlock.Of("\n\n", Bold("", items[0])), .. items.Skip(1).Select(item => HtmlBlock.Of("\n", Plain("", item, Row)))];
        }

        var sentence = WordBreaks.FirstSentence(line);
        var bold = sentence <= LongestBold ? sentence : NameEnd(line);
        var rest = line[bold..].TrimStart();
        return [HtmlBlock.Of("\n\n", Bold("", line[..bold]), Plain(sentence == bold && rest.Length > 0 && !char.IsLower(rest[0]) ? "\n" : " ", rest))];
    }

    /// <summary>"Long An: Sở Công Thương: lập dự toán …; xây dựng kế hoạch …".</summary>
    /// <returns>What stands before the list ("Long An: Sở Công Thương:") and its items; null where the line is no list.</returns>
    private static IReadOnlyList<string>? Items(string line) =>
        Items(line, BetweenFigures()) is { } figures && figures.Skip(1).All(item => StartsWithFigure().IsMatch(item)) ? figures : Items(line, Between());

    /// <summary>
    /// An item may have a beginning of its own ("Ninh Thuận: mục tiêu đến năm 2030: 55% …; kết quả năm 2020: 11% …"). Then the first one
    /// keeps as much of its beginning: a result must not stand below the word target.
    /// </summary>
    private static IReadOnlyList<string>? Items(string line, Regex between)
    {
        var open = Brackets(line);
        var ends = between.Matches(line).Select(match => match.Index + 1).Where(end => open[end] == 0).ToList();
        if (ends.Count == 0)
        {
            return null;
        }

        var colons = Enumerable.Range(1, line.Length - 1).Where(end => line[end - 1] == ':' && line[end] == ' ' && open[end] == 0).ToList();
        var first = colons.Count(colon => colon < ends[0]);
        var own = ends.Zip([.. ends.Skip(1), line.Length], (start, end) => colons.Count(colon => colon > start && colon < end)).Max();
        var head = first > own ? colons[first - own - 1] : 0;
        return head is 0 or > LongestHead ? null
            : [.. new[] { 0, head }.Concat(ends).Zip([head, .. ends, line.Length], (start, end) => line[start..end].Trim()).Where(item => item.Length > 0)];
    }

    /// <returns>For each place in the line, how many brackets are open there.</returns>
    private static int[] Brackets(string line)
    {
        var open = new int[line.Length + 1];
        foreach (var (index, letter) in line.Index())
        {
            open[index + 1] = Math.Max(0, open[index] + WordBreaks.Depth(letter));
        }

        return open;
    }

    /// <returns>Behind the colon of "Long An: …"; 0 where the line does not begin with a name.</returns>
    private static int NameEnd(string line)
    {
        var end = line.IndexOf(": ", StringComparison.Ordinal) + 1;
        return end <= LongestName ? end : 0;
    }

    private static HtmlPiece? Bold(string mark, string words) => HtmlPiece.Of("", mark + "<b>", words, "</b>");

    private static HtmlPiece? Plain(string before, string words, string mark = "") => HtmlPiece.Of(before, mark, words, "");

    /// <summary>What parts the items of a list.</summary>
    [GeneratedRegex(@";(?=\s)")]
    private static partial Regex Between();

    /// <summary>What parts them where each is a figure: also a comma before the next one ("90% …, ít nhất 30 cơ sở …").</summary>
    [GeneratedRegex(@";(?=\s)|,(?=\s(?:\p{L}+\s){0,2}\d)")]
    private static partial Regex BetweenFigures();

    [GeneratedRegex(@"^(?:\p{L}+\s){0,2}\d")]
    private static partial Regex StartsWithFigure();
}
