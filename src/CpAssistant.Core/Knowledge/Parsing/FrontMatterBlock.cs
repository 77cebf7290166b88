using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>The YAML head of a Markdown file.</summary>
internal static class FrontMatterBlock
{
    /// <summary>A head longer than this is taken for a text that merely begins with a ruler.</summary>
    private const int MaxLength = 20_000;

    internal static (TextSpan Block, string Yaml)? Find(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var opening = LineEnd(text, start);
        if (!IsRuler(text.AsSpan(start, opening - start)))
        {
            return null;
        }

        for (var line = opening + 1; line < text.Length && line < MaxLength;)
        {
            var end = LineEnd(text, line);
            if (IsRuler(text.AsSpan(line, end - line)))
            {
                return (new TextSpan(start, end), text[(opening + 1)..line]);
            }

            line = end + 1;
        }

        return null;
    }

    private static bool IsRuler(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual("---");

    private static int LineEnd(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }
}
