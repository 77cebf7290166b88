using System.Text.Json;

namespace CpAssistant.Benchmarks.Answers;

/// <summary>A question and what a right answer to it holds; a line of a questions file.</summary>
public sealed record GoldQuestion
{
    public required string Id { get; init; }

    public required string Style { get; init; }

    /// <summary>The questions of one conversation; the last is scored.</summary>
    public required IReadOnlyList<string> Turns { get; init; }

    /// <summary>Outcomes that are right, in snake case.</summary>
    public required IReadOnlyList<string> Accept { get; init; }

    public required IReadOnlyList<GoldCitation> Gold { get; init; }

    /// <summary>The lead holds one of each group.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Must { get; init; }

    public required IReadOnlyList<string> MustNot { get; init; }

    public required int MaxCitations { get; init; }

    public static IReadOnlyList<GoldQuestion> ReadFile(string path) =>
        [.. File.ReadLines(path).Where(line => line.Trim().Length > 0).Select(line => JsonSerializer.Deserialize<GoldQuestion>(line, JsonText.Line)!)];
}

/// <summary>Words that an answer has to cite.</summary>
/// <param name="Any">Other words that support it as well.</param>
/// <param name="Optional">Whether it may be left out.</param>
public sealed record GoldCitation(string Document, string Section, string Quote, IReadOnlyList<string>? Any = null, bool Optional = false);
