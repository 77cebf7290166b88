using System.Text.RegularExpressions;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Language tags such as "vi-VN".</summary>
internal static partial class Locale
{
    /// <returns>Null where the text is no language tag.</returns>
    internal static string? Read(string? text) => text is { Length: <= 35 } && Tag().IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex Tag();
}
