namespace CpAssistant.KnowledgeBase;

/// <summary>Tells people where offsets of a text are; the text is gone through once.</summary>
internal sealed class LineNumbers
{
    private readonly List<int> _ends = [];

    internal LineNumbers(string text)
    {
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            _ends.Add(end);
        }
    }

    /// <returns>The line of an offset, counted from 1.</returns>
    internal int Of(int offset) => (_ends.BinarySearch(offset) is var place && place < 0 ? ~place : place) + 1;
}
