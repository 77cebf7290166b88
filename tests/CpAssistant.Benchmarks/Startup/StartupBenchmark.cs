using System.Diagnostics;
using System.Text.Json;
using CpAssistant.Commands;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.Startup;

/// <summary>Time from process start to the first answer, and time of an answer once warm.</summary>
internal static class StartupBenchmark
{
    internal const string Syntax = "startup [--questions FILE] [--documents DIR]… [--json FILE]";

    private const int Starts = 5;

    private const int WarmRounds = 20;

    private static readonly IReadOnlyList<IReadOnlyList<string>> UsualTurns =
    [
        ["Sở Công Thương phải làm gì?"],
        ["chi tieu ap dung san xuat sach hon den nam 2020"],
        ["Which agency leads training on cleaner production?"],
        ["Kế hoạch này do ai ký?", "còn Bến Tre thì sao?"],
    ];

    internal static int Run(string[] words)
    {
        var arguments = Arguments.Read(words, [], ["--questions", "--documents", "--json"]);
        var documents = arguments.Values("--documents");
        var starts = Enumerable.Range(0, Starts).Select(_ => FirstAnswer(documents)).Order().ToList();

        var settings = Settings.Read(Home.Find());
        var sources = documents.Count > 0 ? settings.Knowledge with { Documents = documents } : settings.Knowledge;
        if (KnowledgeLoader.Load(sources) is not KnowledgeLoad.Loaded loaded)
        {
            throw new UsageException("the knowledge cannot be loaded");
        }

        var turns = arguments.Value("--questions") is { } file ? [.. Answers.GoldQuestion.ReadFile(file).Select(question => question.Turns)] : UsualTurns;
        var runner = new ConversationRunner(TimeProvider.System);
        _ = Enumerable.Range(0, WarmRounds).SelectMany(_ => turns).Select(conversation => runner.Run(conversation, loaded.Snapshot).Elapsed).ToList();
        var warm = Enumerable.Range(0, WarmRounds).SelectMany(_ => turns).Select(conversation => runner.Run(conversation, loaded.Snapshot).Elapsed.TotalMilliseconds).Order().ToList();
        var figures = new
        {
            FirstAnswerMilliseconds = starts[starts.Count / 2],
            FirstAnswerWorstMilliseconds = starts[^1],
            Asked = warm.Count,
            P50Milliseconds = Math.Round(At(warm, 0.5), 3),
            P99Milliseconds = Math.Round(At(warm, 0.99), 3),
        };
        Console.WriteLine($"process start to first answer: median {figures.FirstAnswerMilliseconds} ms, worst {figures.FirstAnswerWorstMilliseconds} ms of {Starts}");
        Console.WriteLine($"warm answer: p50 {figures.P50Milliseconds} ms, p99 {figures.P99Milliseconds} ms of {figures.Asked}");
        if (arguments.Value("--json") is { } path)
        {
            File.WriteAllText(path, JsonSerializer.Serialize(figures, JsonText.Indented));
        }

        return 0;
    }

    /// <returns>Milliseconds of the whole process, from start to exit.</returns>
    private static long FirstAnswer(IReadOnlyList<string> documents)
    {
        var program = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Home.Find() };
        program.ArgumentList.Add(typeof(Command).Assembly.Location);
        program.ArgumentList.Add("ask");
        foreach (var folder in documents)
        {
            program.ArgumentList.Add("--documents");
            program.ArgumentList.Add(Path.GetFullPath(folder));
        }

        program.ArgumentList.Add(UsualTurns[0][0]);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(program) ?? throw new InvalidOperationException("dotnet cannot be started");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.ElapsedMilliseconds : throw new InvalidOperationException($"ask ended with {process.ExitCode}");
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
