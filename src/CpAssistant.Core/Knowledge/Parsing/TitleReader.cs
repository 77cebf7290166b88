using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>The words that name a document.</summary>
/// <param name="Title">As a reader names it, in sentence case.</param>
/// <param name="Span">All lines of it.</param>
/// <param name="Subject">What stands under the kind or after V/v; null where nothing does.</param>
internal sealed record TitleBlock(DocumentKind Kind, string Title, TextSpan Span, Extracted<string>? Subject);

/// <summary>Finds the title: a line that begins with a kind of document, a V/v line, or a headline.</summary>
internal static partial class TitleReader
{
    private static readonly (string Word, DocumentKind Kind)[] Kinds =
    [
        ("QUYẾT ĐỊNH", DocumentKind.Decision),
        ("CHỈ THỊ", DocumentKind.Directive),
        ("KẾ HOẠCH", DocumentKind.Plan),
        ("CHƯƠNG TRÌNH", DocumentKind.Programme),
        ("BÁO CÁO", DocumentKind.Report),
        ("CHIẾN LƯỢC", DocumentKind.Strategy),
        ("HƯỚNG DẪN", DocumentKind.Guidance),
        ("CÔNG VĂN", DocumentKind.Letter),
        ("NGHỊ QUYẾT", DocumentKind.Other),
        ("THÔNG BÁO", DocumentKind.Other),
        ("TỜ TRÌNH", DocumentKind.Other),
        ("ĐỀ ÁN", DocumentKind.Other),
        ("PHƯƠNG ÁN", DocumentKind.Plan),
        ("QUY CHẾ", DocumentKind.Other),
        ("QUY ĐỊNH", DocumentKind.Other),
    ];

    /// <summary>Lines; a subject takes three or four.</summary>
    private const int LongestSubject = 8;

    internal static TitleBlock? Read(Head head) =>
        Named(head, head.Cells) ?? Letter(head) ?? News(head) ?? Named(head, head.Attached);

    private static TitleBlock? Named(Head head, IReadOnlyList<Cell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var found = Array.FindIndex(Kinds, kind => cell.Text.StartsWith(kind.Word, StringComparison.OrdinalIgnoreCase));
            if (found < 0 || !(LineShape.IsCapsBeforeBracket(cell.Text) || (cell.Line.Strong && char.IsUpper(cell.Text[0]))) || cell.Text.EndsWith(':'))
            {
                continue;
            }

            var subject = SubjectCells(cells, i);
            return Block(head, Kinds[found], cell, subject);
        }

        return null;
    }

    private static TitleBlock Block(Head head, (string Word, DocumentKind Kind) kind, Cell title, List<Cell> subject)
    {
        var rest = title.Text[kind.Word.Length..].Trim();
        var below = string.Join(' ', subject.Select(cell => cell.Text));
        var span = subject.Count > 0 ? title.Span.Union(subject[^1].Span) : title.Span;
        var subjectSpan = subject.Count > 0 ? subject[0].Span.Union(subject[^1].Span) : title.Span;
        var words = below.Length > 0 ? below : rest;
        return new TitleBlock(kind.Kind, Join(head, title.Text, below), span, words.Length > 0 ? new Extracted<string>(words, subjectSpan) : null);
    }

    private static string Join(Head head, string title, string below) =>
        below.Length == 0 ? head.Case.Of(title)
        : LineShape.IsCaps(below) || !LineShape.IsCaps(title) ? head.Case.Of($"{title} {below}")
        : $"{head.Case.Of(title)} {Lowered(head, below)}";

    /// <summary>The subject goes on with the sentence that the kind begins: a small letter, unless a name stands there.</summary>
    private static string Lowered(Head head, string subject) =>
        head.Provinces.FindAtStart(subject) is not null || Abbreviation().IsMatch(subject) ? subject : char.ToLowerInvariant(subject[0]) + subject[1..];

    /// <summary>The lines of the subject: right below the kind, or after one gap, until a gap, a ground, an addressee or an issuer.</summary>
    private static List<Cell> SubjectCells(IReadOnlyList<Cell> cells, int title)
    {
        var subject = new List<Cell>();
        for (var i = title + 1; i < cells.Count && subject.Count < LongestSubject; i++)
        {
            var cell = cells[i];
            if ((subject.Count > 0 && cell.Gap) || AfterTitle().IsMatch(cell.Text) || HeadLines.IsRunningText(cell.Text) && !(cell.Line.Strong || LineShape.IsCaps(cell.Text)))
            {
                break;
            }

            subject.Add(cell);
        }

        return subject;
    }

    private static TitleBlock? Letter(Head head)
    {
        var first = head.Cells.ToList().FindIndex(cell => About().IsMatch(cell.Text));
        if (first < 0)
        {
            return null;
        }

        var lines = new List<Cell> { head.Cells[first] };
        lines.AddRange(head.Cells.Skip(first + 1)
            .TakeWhile(cell => !cell.Gap || cell.Line == lines[0].Line)
            .Take(LongestSubject).Where(cell => cell.Column == lines[0].Column && !Head.IsMotto(cell.Text) && !AfterTitle().IsMatch(cell.Text) && !PlaceAndDate().IsMatch(cell.Text)));
        var words = About().Replace(string.Join(' ', lines.Select(cell => cell.Text)), "").Trim();
        var reports = words.StartsWith("báo cáo", StringComparison.OrdinalIgnoreCase) || head.Outline.Nodes.TakeWhile(node => node.Label is null)
            .Any(node => Reporting().IsMatch(node.LastLine.Text));
        var span = lines[0].Span.Union(lines[^1].Span);
        var title = words.StartsWith("báo cáo", StringComparison.OrdinalIgnoreCase) ? SentenceCase.Upper(words) : $"Công văn về việc {words}";
        return new TitleBlock(reports ? DocumentKind.Report : DocumentKind.Letter, title, span, new Extracted<string>(words, span));
    }

    private static TitleBlock? News(Head head)
    {
        if (!NewsShape.IsNews(head.Outline.Lines) && !IsRetelling(head))
        {
            return null;
        }

        var headline = NewsShape.Headline(head.Outline.Lines);
        var words = Words.Of(headline.Text);
        return new TitleBlock(DocumentKind.News, words, headline.Span, new Extracted<string>(words, headline.Span));
    }

    /// <summary>No number and no letterhead, and the first words tell what an authority has just issued.</summary>
    private static bool IsRetelling(Head head) =>
        head.Outline.Lines.Count > 1 && !head.Outline.Nodes.Any(node => node.Label is not null) && head.Cells.All(cell => DocumentNumber.OfLine(cell.Text) is null)
        && head.Outline.Lines.Take(6).Any(line => Issued().IsMatch(line.Text));

    [GeneratedRegex(@"^(?:\(|Căn cứ|CĂN CỨ|Kính gửi|Thực hiện (?:Quyết định|Văn bản|Công văn|Nghị)|Xét|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CHỦ TỊCH|QUYẾT ĐỊNH\s*:|Số\s*:|CỘNG H|Độc lập|\p{Lu}[^,]{1,40}, ngày )", RegexOptions.CultureInvariant)]
    private static partial Regex AfterTitle();

    [GeneratedRegex(@"^(?:[Vv]/v|V/V|Về việc)\s*:?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^\p{Lu}[^,]{1,40}, ngày\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"báo cáo[^.]{0,120}như sau\s*:?$", RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"(?:vừa|đã)\s+(?:có|ban hành|ký|phê duyệt)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    [GeneratedRegex(@"^\p{Lu}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
