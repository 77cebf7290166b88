using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>What can be told from the look of a line.</summary>
internal static partial class LineShape
{
    /// <summary>All its letters are capitals, and there are at least two words or four letters of them.</summary>
    internal static bool IsCaps(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var unit in line)
        {
            if (char.IsLower(unit))
            {
                return false;
            }

            letters += char.IsUpper(unit) ? 1 : 0;
        }

        return letters >= 4;
    }

    /// <summary>Capitals before a bracket that may hold anything: "DANH MỤC (kèm theo …)".</summary>
    internal static bool IsCapsBeforeBracket(string line)
    {
        var bracket = line.IndexOf('(', StringComparison.Ordinal);
        return IsCaps(bracket > 0 ? line.AsSpan(0, bracket) : line);
    }

    /// <summary>Ends as a sentence, an item or a lead-in does; closing quotes and brackets are looked through.</summary>
    internal static bool IsEnded(string line) => LastSign(line) is '.' or ';' or ':' or '!' or '?' or '…';

    internal static bool EndsWithColon(string line) => LastSign(line) == ':';

    internal static char LastSign(string line)
    {
        for (var i = line.Length - 1; i >= 0; i--)
        {
            if (!(LineReader.IsBlank(line[i]) || line[i] is '"' or '”' or '’' or ')' or ']' or '*' or '_'))
            {
                return line[i];
            }
        }

        return '\0';
    }

    /// <returns>The first letter or digit of a line, or the null character.</returns>
    internal static char FirstSign(ReadOnlySpan<char> line)
    {
        foreach (var unit in line)
        {
            if (char.IsLetterOrDigit(unit))
            {
                return unit;
            }
        }

        return '\0';
    }

    /// <summary>Two to six words with capitals and nothing else: a person's name, perhaps after a title (TS., Ths.).</summary>
    internal static bool IsPersonName(string line) => line.Length <= 60 && PersonName().IsMatch(line) && !IsCaps(line) && !AgencyName().IsMatch(line);

    /// <summary>The words of the end of a sentence that plainly runs on: a comma, an open bracket, a joining word, a dash.</summary>
    internal static bool RunsOn(string line) => line.Length > 0 && (line[^1] is ',' or '(' or '“' or '–' or '-' or '/' or '&' || JoiningWord().IsMatch(line));

    /// <summary>Words that a number belongs to: "tại khoản" and on the next line "2. Điều này".</summary>
    internal static bool AwaitsNumber(string line) => NumberedWord().IsMatch(line);

    internal static bool EndsWithClause(string line) =>
        line.EndsWith(" khoản", StringComparison.Ordinal) || line.EndsWith(" Điều", StringComparison.Ordinal);

    internal static bool HasOpenBracket(string line) => line.LastIndexOf('(') > line.LastIndexOf(')');

    /// <summary>Holds a closing bracket whose opening one stands before the line.</summary>
    internal static bool ClosesBracket(string line) =>
        line.IndexOf(')', StringComparison.Ordinal) is >= 0 and var close && (line.IndexOf('(', StringComparison.Ordinal) is var open && (open < 0 || open > close));

    /// <summary>A news item that begins with the paper's address: "(baolongan.vn) - Ủy ban nhân dân tỉnh …".</summary>
    internal static bool BeginsWithSite(string line) => Site().IsMatch(line);

    /// <summary>A range of figures cut before its dash: "giảm được từ 6" and on the next line "- 9% mức tiêu thụ".</summary>
    internal static bool IsRangeCut(string line, string next) =>
        RangeBegin().Match(line) is { Success: true } from && IsOtherEnd(from, next);

    /// <summary>A line that ends with a figure, and a next one that begins with a dash and a greater one.</summary>
    internal static bool MayBeRangeCut(string line, string next) => EndFigure().Match(line) is { Success: true } from && IsOtherEnd(from, next);

    internal static int WordCount(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var unit in text)
        {
            var word = char.IsLetterOrDigit(unit) || (inside && !LineReader.IsBlank(unit));
            words += word && !inside ? 1 : 0;
            inside = word;
        }

        return words;
    }

    private static bool IsOtherEnd(Match from, string next) =>
        RangeEnd().Match(next) is { Success: true } to && Figure(from) < Figure(to);

    private static decimal Figure(Match match) =>
        decimal.Parse(match.Groups["figure"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:^|[ \u00A0(])(?:[Tt]ừ|[Kk]hoảng|[Gg]iai đoạn|[Nn]ăm)[ \u00A0]+(?<figure>\d{1,6}(?:,\d{1,3})?)[ \u00A0]?%?$", RegexOptions.CultureInvariant)]
    private static partial Regex RangeBegin();

    [GeneratedRegex(@"(?:^|[ \u00A0(])(?<figure>\d{1,6}(?:,\d{1,3})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndFigure();

    [GeneratedRegex(@"^[-–][ \u00A0]*(?<figure>\d{1,6}(?:,\d{1,3})?)(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex RangeEnd();

    [GeneratedRegex(@"^\((?:[\w-]+\.)+[a-z]{2,4}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    [GeneratedRegex(@"^(?:(?:TS|ThS|Ths|PGS|GS|KS|BS|CN)\.?[ \u00A0]*)*(?:\p{Lu}\p{Ll}*[ \u00A0]+){1,5}\p{Lu}\p{Ll}*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"(?:^|[ \u00A0(])(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|[Pp]hụ lục|[Qq]uý|[Bb]iểu|[Bb]ảng)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedWord();

    [GeneratedRegex(@"^(?:Sở|Bộ|Ban|Ủy|Uỷ|Văn phòng|Phòng|Cục|Như|Các|Trung|Hội đồng|Hội|Báo|Đài|Công|Tỉnh|Huyện|Thành|Chi|Viện|Trường|Tổng|Thường|Chính|Quốc|Độc|Cộng|Nơi|Kính|Điều|Chương|Phần)\b", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyName();

    [GeneratedRegex(@"[ \u00A0](?:và|của|các|với|về|cho|tại|theo|từ|đến|là|để|trong|những|hoặc|do|bởi|có|được|thuộc|trên|việc|số)$", RegexOptions.CultureInvariant)]
    private static partial Regex JoiningWord();
}
