using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads the years that a title gives.</summary>
internal static partial class PeriodReader
{
    /// <param name="ownEndOnly">For a report: "Chiến lược … đến năm 2020" says how long the strategy runs, not what the report is about.</param>
    internal static Period? Find(string words, bool ownEndOnly = false)
    {
        if (Range().Match(words) is { Success: true } range && Year(range, "from") is var from && Year(range, "to") is var to && from <= to)
        {
            return new Period(from, to);
        }

        foreach (Match end in End().Matches(words))
        {
            var before = words[..end.Index];
            if (!Outlook().IsMatch(before) && !(ownEndOnly && Strategy().IsMatch(before)))
            {
                return new Period(null, Year(end, "to"));
            }
        }

        return !End().IsMatch(words) && OneYear().Match(words) is { Success: true } one ? new Period(Year(one, "year"), Year(one, "year")) : null;
    }

    /// <returns>The first pair of years in the words, or null.</returns>
    internal static Period? FindRange(string words) =>
        Range().Match(words) is { Success: true } range && Year(range, "from") <= Year(range, "to") ? new Period(Year(range, "from"), Year(range, "to")) : null;

    private static int Year(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])(?<from>(?:19|20)\d{2})\s*(?:[-–—]|đến(?: hết)?(?: năm)?)\s*(?<to>(?:19|20)\d{2})(?![\d/])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(@"đến(?: hết)?\s+(?:năm\s+)?(?<to>(?:19|20)\d{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex(@"năm\s+(?<year>(?:19|20)\d{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OneYear();

    [GeneratedRegex(@"(?:định hướng|tầm nhìn)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Outlook();

    [GeneratedRegex(@"chiến lược", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Strategy();
}
