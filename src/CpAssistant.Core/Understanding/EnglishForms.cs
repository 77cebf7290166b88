namespace CpAssistant.Core.Understanding;

/// <summary>Base forms that an inflected English word may come from.</summary>
internal static class EnglishForms
{
    private static readonly (string Ending, string[] Replacements)[] Endings =
    [
        ("ies", ["y"]), ("ied", ["y"]), ("ing", ["", "e"]), ("ed", ["", "e"]), ("es", ["", "e"]), ("s", [""]), ("d", [""]),
    ];

    internal static IEnumerable<string> Of(string word) =>
        from rule in Endings
        where word.Length > rule.Ending.Length + 2 && word.EndsWith(rule.Ending, StringComparison.Ordinal)
        from replacement in rule.Replacements
        select word[..^rule.Ending.Length] + replacement;
}
