namespace CpAssistant.KnowledgeBase;

/// <summary>Tells people where an offset is.</summary>
internal static class LineNumber
{
    /// <returns>The line of an offset, counted from 1.</returns>
    internal static int Of(string text, int offset) => text.AsSpan(0, Math.Clamp(offset, 0, text.Length)).Count('\n') + 1;
}
