namespace CpAssistant.Core.Search;

/// <summary>Which passages have the same document, province and kind, so that a filter is asked once for all of them.</summary>
internal sealed class PassageKeys
{
    private readonly int[] keyOfPassage;
    private readonly List<Passage> firstOfKey = [];

    public PassageKeys(IReadOnlyList<Passage> passages)
    {
        var keys = new Dictionary<(string, string?, Knowledge.DocumentKind), int>();
        keyOfPassage = new int[passages.Count];
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (!keys.TryGetValue((passage.Document, passage.Province, passage.Kind), out keyOfPassage[i]))
            {
                keyOfPassage[i] = keys.Count;
                keys.Add((passage.Document, passage.Province, passage.Kind), keys.Count);
                firstOfKey.Add(passage);
            }
        }
    }

    /// <returns>Whether the filter accepts a passage, by its ordinal.</returns>
    public Predicate<int> Accepting(PassageFilter? filter)
    {
        if (filter is null)
        {
            return static _ => true;
        }

        var accepted = firstOfKey.ConvertAll(filter.Accepts);
        return passage => accepted[keyOfPassage[passage]];
    }
}
