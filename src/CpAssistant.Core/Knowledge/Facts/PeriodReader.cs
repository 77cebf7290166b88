using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads years and periods: "đến năm 2015", "từ năm 2016 đến năm 2020", "giai đoạn 2016 – 2020".</summary>
public static class PeriodReader
{
    /// <param name="text">The source the tokens were cut from.</param>
    /// <returns>Periods in order. "đến năm 2015" → (null, 2015); "sau năm 2020" → (2020, null); "năm 2010" → (2010, 2010).</returns>
    public static IReadOnlyList<(Period Period, TextSpan Span)> In(string text, IReadOnlyList<Token> tokens)
    {
        var periods = new List<(Period, TextSpan)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Year(text, tokens[i]) is not { } year)
            {
                continue;
            }

            var next = NextYear(text, tokens, i);
            var period = next is { } to ? new Period(year, to.Year) : WithPreposition(tokens, i, year);
            var last = next?.Index ?? i;
            periods.Add((period, new TextSpan(tokens[i].Start, tokens[last].End)));
            i = last;
        }

        return periods;
    }

    /// <returns>A year between 1990 and 2099 that is no part of a document's number, or null.</returns>
    public static int? Year(string text, Token token) =>
        token.Term.Length == 4 && int.TryParse(token.Term, out var year) && year is >= 1990 and < 2100 && !IsInDocumentNumber(text, token) && !IsFullDate(text, token)
            ? year
            : null;

    private static (int Year, int Index)? NextYear(string text, IReadOnlyList<Token> tokens, int i)
    {
        var j = i + 1;
        while (j < tokens.Count && j - i <= 3 && tokens[j].Term is "đến" or "den" or "năm" or "nam" or "tới" or "toi" or "to" or "hết")
        {
            j++;
        }

        var sign = j == i + 1 && j < tokens.Count && text.AsSpan(tokens[i].End, tokens[j].Start - tokens[i].End).Trim() is "-" or "–" or "—";
        return j < tokens.Count && (j > i + 1 || sign) && tokens[j].Start - tokens[i].End < 24 && Year(text, tokens[j]) is { } year ? (year, j) : null;
    }

    private static Period WithPreposition(IReadOnlyList<Token> tokens, int i, int year)
    {
        var j = i - 1;
        while (j >= 0 && tokens[j].Term is "năm" or "nam" or "hết" or "het" or "cuối" or "year" or "the" or "end" or "of")
        {
            j--;
        }

        return (j >= 0 ? tokens[j].Term : "") switch
        {
            "đến" or "den" or "tới" or "toi" or "trước" or "truoc" or "by" or "until" or "to" or "before" => new Period(null, year),
            "sau" or "after" or "since" => new Period(year, null),
            _ => new Period(year, year),
        };
    }

    private static bool IsInDocumentNumber(string text, Token token) =>
        (token.End < text.Length && text[token.End] == '/') || (token.Start > 1 && text[token.Start - 1] == '/' && !char.IsAsciiDigit(text[token.Start - 2]) && !IsQuarter(text, token));

    /// <summary>"quý II/2023".</summary>
    private static bool IsQuarter(string text, Token token)
    {
        var numeral = text.AsSpan(0, token.Start - 1);
        var word = numeral.TrimEnd("IV").TrimEnd(' ');
        return word.Length < numeral.Length && word.EndsWith("quý", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>14/3/2016 or 14-3-2016 is a day.</summary>
    private static bool IsFullDate(string text, Token token) =>
        token.Start > 2 && text[token.Start - 1] is '/' or '-' && char.IsAsciiDigit(text[token.Start - 2]) && (text[token.Start - 3] is '/' or '-' || (token.Start > 3 && text[token.Start - 4] is '/' or '-'));
}
