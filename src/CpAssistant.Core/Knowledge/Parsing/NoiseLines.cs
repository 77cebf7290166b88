using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Lines that are no words of the document: page numbers and rulers.</summary>
internal sealed partial class NoiseLines
{
    private int _page;

    /// <summary>Lines must be asked about in reading order, since page numbers rise.</summary>
    /// <param name="previous">The last line that was none of these; null at the beginning.</param>
    /// <param name="next">The line that follows; null at the end.</param>
    internal LineNoise Read(SourceLine line, SourceLine? previous, SourceLine? next)
    {
        if (Ruler().IsMatch(line.Text))
        {
            return LineNoise.Ruler;
        }

        if (MarkedPage().Match(line.Text) is { Success: true } marked)
        {
            return Page(marked);
        }

        if (BarePage().Match(line.Text) is not { Success: true } bare)
        {
            return LineNoise.None;
        }

        var number = int.Parse(bare.Groups["page"].Value, CultureInfo.InvariantCulture);
        var rises = number > _page && number <= _page + 3;
        return (line.Gap && (next is null || next.Gap) && rises) || CutsSentence(previous, next) ? Page(bare) : LineNoise.None;
    }

    private LineNoise Page(Match match)
    {
        _page = int.Parse(match.Groups["page"].Value, CultureInfo.InvariantCulture);
        return LineNoise.Page;
    }

    private static bool CutsSentence(SourceLine? previous, SourceLine? next) =>
        previous is not null && next is not null && !LineShape.IsEnded(previous.Text) && char.IsLower(next.Text[0])
        && LineShape.WordCount(previous.Text) > 3;

    [GeneratedRegex(@"^(?:[-–—_*=~.oO ]{3,}|[*_=~]+|\|?(?: *:?-{2,}:? *\|)+ *(?::?-{2,}:?)? *)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ruler();

    [GeneratedRegex(@"^(?:[-–—] ?(?<page>\d{1,4}) ?[-–—]|(?:Trang|TRANG|trang|Page|page)[ :]*(?<page>\d{1,4})(?: ?(?:/|trên|of) ?\d{1,4})?|(?<page>\d{1,3}) ?/ ?\d{1,3}|\[(?<page>\d{1,3})\])$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedPage();

    [GeneratedRegex(@"^(?<page>\d{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex BarePage();
}

internal enum LineNoise
{
    None,
    Page,
    Ruler,
}
