namespace CpAssistant.Exports.Report;

/// <summary>
/// Measures of an administrative document: Nghị định 30/2020/NĐ-CP, Phụ lục I. Lengths in twips (1/20 pt, 1 mm = 56.69), sizes of letters in half points.
/// </summary>
internal static class AdministrativeLayout
{
    /// <summary>Phần I, mục 1: A4, 210 mm × 297 mm.</summary>
    internal const int PageWidth = 11_906, PageHeight = 16_838;

    /// <summary>Phần I, mục 3: top and bottom 20–25 mm.</summary>
    internal const int Top = 1_134;

    /// <summary>Left 30–35 mm.</summary>
    internal const int Left = 1_701;

    /// <summary>Right 15–20 mm.</summary>
    internal const int Right = 851;

    internal const int TextWidth = PageWidth - Left - Right;

    /// <summary>Of the head: the issuer left, the name of the state right.</summary>
    internal const int IssuerWidth = 4_100;

    internal const int StateWidth = TextWidth - IssuerWidth;

    /// <summary>Times New Roman, as mục 4 of phần I asks for.</summary>
    internal const string Font = "Times New Roman";

    /// <summary>Of the text: 13 to 14.</summary>
    internal const int Body = 28;

    /// <summary>Of tables, which the decree leaves free.</summary>
    internal const int TableText = 22;

    /// <summary>First line of a paragraph: 1 cm or 1.27 cm.</summary>
    internal const int FirstLine = 720;

    /// <summary>About as wide as words in bold Times are: enough for the length of the lines below them.</summary>
    /// <param name="size">In half points.</param>
    /// <returns>In twips.</returns>
    internal static int WidthOf(string text, int size) => (int)(text.Sum(Units) * size / 2 / 1000 * 20);

    /// <returns>In thousandths of the size.</returns>
    private static double Units(char letter) => letter switch
    {
        ' ' or '.' or ',' => 250,
        '-' => 333,
        _ when char.IsUpper(letter) => 728,
        'i' or 'l' or 'í' or 'ì' or 'ỉ' or 'ĩ' or 'ị' or 't' => 300,
        'm' => 833,
        _ => 520,
    };
}
