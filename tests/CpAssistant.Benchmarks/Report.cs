using System.Text.Json;

namespace CpAssistant.Benchmarks;

/// <summary>Figures as a table and as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    /// <param name="file">Null where no JSON is wanted.</param>
    public static void Write<T>(T figures, string? file)
    {
        if (file is not null)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(figures, Options) + "\n");
        }
    }

    /// <param name="share">0 to 1; the value that this share of the others does not exceed.</param>
    public static double Percentile(IReadOnlyList<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)], 3);
    }
}
