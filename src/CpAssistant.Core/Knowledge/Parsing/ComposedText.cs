using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>
/// A text with its combining marks put together with their letters, so that rules see one form of each letter, and the way
/// back to the offsets of the source.
/// </summary>
internal sealed class ComposedText
{
    private readonly int[]? _places;

    private ComposedText(string text, int[]? places)
    {
        Text = text;
        _places = places;
    }

    internal string Text { get; }

    internal static ComposedText Of(string source)
    {
        if (!source.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return new ComposedText(source, null);
        }

        var composed = new StringBuilder(source.Length);
        var places = new List<int>(source.Length + 1);
        for (var i = 0; i < source.Length; i++)
        {
            if (composed.Length > 0 && Compose(composed[^1], source[i]) is { } letter)
            {
                composed[^1] = letter;
            }
            else
            {
                composed.Append(source[i]);
                places.Add(i);
            }
        }

        places.Add(source.Length);
        return new ComposedText(composed.ToString(), [.. places]);
    }

    /// <returns>The span of the source that the span of <see cref="Text"/> was composed from.</returns>
    internal TextSpan ToSource(TextSpan span) => _places is null ? span : new TextSpan(_places[span.Start], _places[span.End]);

    private static char? Compose(char letter, char mark)
    {
        if (mark is < '\u0300' or > '\u036F')
        {
            return null;
        }

        var lower = char.ToLowerInvariant(letter);
        var (plain, tone) = VietnameseLetter.Split(lower);
        char? composed = VietnameseLetter.ToneOfMark(mark) is { } ofMark
            ? tone == Tone.Level && VietnameseLetter.WithTone(plain, ofMark) is var toned && toned != plain ? toned : null
            : VietnameseLetter.WithShape(plain, mark) is { } shaped ? VietnameseLetter.WithTone(shaped, tone) : null;
        return composed is { } found && char.IsUpper(letter) ? char.ToUpperInvariant(found) : composed;
    }
}
