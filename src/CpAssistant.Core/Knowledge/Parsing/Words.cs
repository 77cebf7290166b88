using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Words of a source as rules read them: on one line, without markup.</summary>
internal static partial class Words
{
    /// <summary>Rules look no further into a sentence or a line than this, so that none takes long on a text without any stop.</summary>
    internal const int Longest = 3_000;

    internal static string Of(string text, TextSpan span) => Of(text.AsSpan(span.Start, span.Length));

    internal static string Of(ReadOnlySpan<char> text) => Plain(text[..Math.Min(text.Length, Longest)].ToString());

    /// <summary>Emphasis dropped, white space and line breaks made one space.</summary>
    private static string Plain(string text) => Spaces().Replace(Emphasis().Replace(text, ""), " ").Trim();

    [GeneratedRegex(@"\*+(?=\S)|(?<=\S)\*+|__+|(?<=^|\s)_(?=\S)|(?<=\S)_(?=\s|$)|`", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"[\s\u200B\uFEFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
