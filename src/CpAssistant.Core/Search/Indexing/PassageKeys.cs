namespace CpAssistant.Core.Search.Indexing;

/// <summary>Which passages have the same document, province and kind, so that a filter is asked once for all of them.</summary>
internal sealed class PassageKeys
{
    private readonly int[] keyOfPassage;
    private readonly List<Passage> firstOfKey = [];
    private readonly Dictionary<string, List<(int First, int End)>> ofDocuments = new(StringComparer.Ordinal);

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

            if (i == 0 || passages[i - 1].Document != passage.Document)
            {
                ofDocuments.TryAdd(passage.Document, []);
                ofDocuments[passage.Document].Add((i, i));
            }

            var runs = ofDocuments[passage.Document];
            runs[^1] = (runs[^1].First, i + 1);
        }
    }

    /// <returns>The passages of a document.</returns>
    public IEnumerable<int> Of(string document) =>
        ofDocuments.TryGetValue(document, out var runs) ? runs.SelectMany(static run => Enumerable.Range(run.First, run.End - run.First)) : [];

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
