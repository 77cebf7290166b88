using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Accounts;

/// <summary>The name that an officer signs in with; the same however it is capitalized or composed.</summary>
internal static class OfficerName
{
    internal const int LeastCharacters = 2;
    internal const int MostCharacters = 64;

    /// <returns>As it is kept; null where it is no name.</returns>
    internal static string? Read(string? text)
    {
        var name = text?.Trim() ?? "";
        return name.Length is >= LeastCharacters and <= MostCharacters && name.All(IsPart) && char.IsLetterOrDigit(name[0]) && name[^1] is not (' ' or '.' or '-' or '_' or '@') && !name.Contains("  ", StringComparison.Ordinal)
            ? name
            : null;
    }

    /// <returns>What names are compared by.</returns>
    internal static string Normalize(string name) => VietnameseText.Normalize(name.Trim());

    /// <summary>Some keyboards write tone marks as characters of their own.</summary>
    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || " .-_@".Contains(letter);
}
