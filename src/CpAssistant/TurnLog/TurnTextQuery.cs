using CpAssistant.Core.Text;

namespace CpAssistant.TurnLog;

/// <summary>
/// Words that a question must hold, all of them. Typed marks are a promise: a word with marks is found where it was asked with these
/// marks (đường is not Dương, nor duong); a word without them is found with any (duong is both). Words in quotation marks stand together,
/// in this order; where one of them bears marks, all are found only as they are typed.
/// </summary>
/// <param name="Match">Expression of FTS5 over the columns <c>written</c> and <c>folded</c>; null where nothing is looked for.</param>
/// <param name="HasFault">Whether something was typed in which there is nothing to look for, such as signs.</param>
public sealed record TurnTextQuery(string? Match, bool HasFault)
{
    /// <summary>What is typed behind it is not read, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>Quotation marks as keyboards and word processors write them.</summary>
    private static readonly char[] Quotes = ['"', '“', '”', '„', '«', '»', '＂'];

    public static TurnTextQuery None { get; } = new(null, HasFault: false);

    /// <param name="typed">Anything; never a fault.</param>
    public static TurnTextQuery Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return None;
        }

        var pieces = typed[..Math.Min(typed.Length, MaxLength)].Split(Quotes);
        // Every other piece stands between two marks; the last one only where its mark was closed.
        var terms = pieces.SelectMany((piece, i) => i % 2 == 1 && i < pieces.Length - 1 ? Phrase(piece) : Words(piece)).Distinct().ToList();
        return terms.Count == 0 ? new TurnTextQuery(null, HasFault: true) : new TurnTextQuery(string.Join(" AND ", terms), HasFault: false);
    }

    private static IEnumerable<string> Words(string piece) => Analyzer.Exact.Analyze(piece).Select(token => Term(token.Term));

    private static IEnumerable<string> Phrase(string piece)
    {
        var words = string.Join(' ', Analyzer.Exact.Analyze(piece).Select(token => token.Term));
        return words.Length == 0 ? [] : [Term(words)];
    }

    /// <param name="words">Normalized; letters, digits, and the point or comma of a number: nothing that could end the quotation.</param>
    private static string Term(string words) => $"{(VietnameseText.HasMarks(words) ? "written" : "folded")} : \"{words}\"";
}
