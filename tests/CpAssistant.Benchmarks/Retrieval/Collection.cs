using System.Globalization;
using System.Text.Json;

namespace CpAssistant.Benchmarks.Retrieval;

/// <summary>A test collection in BEIR form: corpus.jsonl, queries.jsonl and other queries-*.jsonl, qrels.tsv.</summary>
internal sealed class Collection(string folder)
{
    /// <summary>What a folder must hold.</summary>
    public static readonly IReadOnlyList<string> Files = ["corpus.jsonl", "queries.jsonl", "qrels.tsv"];

    public string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    public IReadOnlyList<Article> Corpus { get; } = ReadLines(Path.Combine(folder, "corpus.jsonl"));

    /// <summary>Files of queries, the plain one first.</summary>
    public IReadOnlyList<string> QueryFiles { get; } =
        [.. Directory.GetFiles(folder, "queries*.jsonl").Where(IsQueryFile).Order(StringComparer.Ordinal).OrderByDescending(static file => file.EndsWith("queries.jsonl", StringComparison.Ordinal))];

    /// <returns>The queries of a file that have a judgement, with the grade of each judged article.</returns>
    public IEnumerable<(string Text, IReadOnlyDictionary<string, int> Grades)> JudgedQueries(string file)
    {
        var judgements = ReadJudgements(Path.Combine(folder, "qrels.tsv"));
        return ReadLines(file)
            .Where(query => judgements.ContainsKey(query.Id))
            .Select(query => (query.Text, (IReadOnlyDictionary<string, int>)judgements[query.Id]));
    }

    private static bool IsQueryFile(string file) =>
        Path.GetFileName(file) is var name && (name == "queries.jsonl" || name.StartsWith("queries-", StringComparison.Ordinal));

    private static List<Article> ReadLines(string file)
    {
        var articles = new List<Article>();
        foreach (var line in File.ReadLines(file).Where(static line => !string.IsNullOrWhiteSpace(line)))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            articles.Add(new Article(Text(root, "_id"), Text(root, "title"), Text(root, "text")));
        }

        return articles;
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";

    /// <returns>For each query the grades above 0.</returns>
    private static Dictionary<string, Dictionary<string, int>> ReadJudgements(string file)
    {
        var judgements = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length >= 3 && int.TryParse(cells[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out var grade) && grade > 0)
            {
                judgements.TryAdd(cells[0], new Dictionary<string, int>(StringComparer.Ordinal));
                judgements[cells[0]][cells[1]] = grade;
            }
        }

        return judgements;
    }
}

internal sealed record Article(string Id, string Title, string Text);
