using System.Text;

namespace CpAssistant.Exports;

/// <summary>
/// Words from outside that a spreadsheet could take for a formula (OWASP, "CSV Injection"): a sign that begins one, also behind spaces, invisible characters
/// or in its full-width form, which East Asian input methods type and Excel takes for the same.
/// </summary>
internal static class FormulaGuard
{
    /// <returns>Whether the text must not stand in a cell as it is.</returns>
    internal static bool IsRisky(string text) => text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || BeginsFormula(text, 0));

    /// <summary>
    /// For a format without types: an apostrophe before each place where a cell could begin. Where the list separator of the system is a semicolon, as in Việt Nam,
    /// a spreadsheet cuts a line of this file at semicolons too and then minds neither our commas nor our quotation marks, so that a cell can begin in the midst of a text.
    /// </summary>
    internal static string Neutral(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var neutral = new StringBuilder(text.Length + 2);
        if (IsRisky(text))
        {
            neutral.Append('\'');
        }

        for (var i = 0; i < text.Length; i++)
        {
            neutral.Append(text[i]);
            if (text[i] is ';' or '\t' or '\r' or '\n' && BeginsFormula(text, i + 1))
            {
                neutral.Append('\'');
            }
        }

        return neutral.ToString();
    }

    private static bool BeginsFormula(string text, int start)
    {
        var i = start;
        // What is found behind a further separator is found from there; so nothing is read twice.
        while (i < text.Length && text[i] is not (';' or '\t' or '\r' or '\n') && IsUnseen(text[i]))
        {
            i++;
        }

        return i < text.Length && text[i] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '﹦' or '﹢' or '﹣' or '﹫';
    }

    private static bool IsUnseen(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format || letter is '"' or '\'';
}
