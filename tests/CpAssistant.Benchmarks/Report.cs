using System.Diagnostics;
using System.Text.Json;

namespace CpAssistant.Benchmarks;

/// <summary>Figures as a table and as JSON.</summary>
internal static class Report
{
    private const int Rounds = 5;

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

    /// <summary>Times an action for each input, once to warm up and then in rounds.</summary>
    /// <returns>For each input the median of its rounds in milliseconds, so that other work on the machine is not measured.</returns>
    public static List<double> Time<T>(IReadOnlyList<T> inputs, Action<T> action)
    {
        var rounds = inputs.Select(static _ => new double[Rounds]).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                action(inputs[i]);
                rounds[i][Math.Max(0, round)] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return rounds.ConvertAll(static times => Percentile(times, 0.5));
    }
}
