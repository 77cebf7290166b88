using System.Diagnostics;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.Startup;

/// <summary>Time from process start to the first answer, and time of an answer once warm.</summary>
internal static class StartupBenchmark
{
    internal const string Usage = "startup --documents DIR… [--questions FILE] [--json FILE]";

    private const int Starts = 5;

    private const int WarmRounds = 20;

    /// <summary>Rounds before those that are measured: code is compiled anew while it runs first.</summary>
    private const int RoundsBefore = 100;

    private static readonly IReadOnlyList<IReadOnlyList<string>> UsualTurns =
    [
        ["Sở Công Thương phải làm gì?"],
        ["chi tieu ap dung san xuat sach hon den nam 2020"],
        ["Which agency leads training on cleaner production?"],
        ["Kế hoạch này do ai ký?", "còn Bến Tre thì sao?"],
    ];

    internal static int Run(string[] words)
    {
        var arguments = new Arguments(words, "--questions", "--documents", "--json");
        var documents = arguments.GetFolders("--documents");
        var starts = Enumerable.Range(0, Starts).Select(_ => FirstAnswer(documents)).Order().ToList();

        var sources = Settings.Read(Home.Find()).Knowledge with { Documents = documents };
        if (KnowledgeLoader.Load(sources) is not KnowledgeLoad.Loaded loaded)
        {
            throw new UsageException("the knowledge cannot be loaded");
        }

        var turns = arguments.Find("--questions") is { } file ? [.. Answers.GoldQuestion.ReadFile(file).Select(question => question.Turns)] : UsualTurns;
        var runner = new ConversationRunner(TimeProvider.System);
        _ = Enumerable.Range(0, RoundsBefore).SelectMany(_ => turns).Select(conversation => runner.Run(conversation, loaded.Snapshot).Elapsed).ToList();
        var warm = Enumerable.Range(0, WarmRounds).SelectMany(_ => turns).Select(conversation => runner.Run(conversation, loaded.Snapshot).Elapsed.TotalMilliseconds).ToList();
        var figures = new
        {
            FirstAnswerMilliseconds = starts[starts.Count / 2],
            FirstAnswerWorstMilliseconds = starts[^1],
            Asked = warm.Count,
            P50Milliseconds = Report.Percentile(warm, 0.5),
            P99Milliseconds = Report.Percentile(warm, 0.99),
        };
        Console.WriteLine($"process start to first answer: median {figures.FirstAnswerMilliseconds} ms, worst {figures.FirstAnswerWorstMilliseconds} ms of {Starts}");
        Console.WriteLine($"warm answer: p50 {figures.P50Milliseconds} ms, p99 {figures.P99Milliseconds} ms of {figures.Asked}");
        Report.Write(figures, arguments.Find("--json"));
        return 0;
    }

    /// <returns>Milliseconds of the whole process, from start to exit.</returns>
    private static long FirstAnswer(IReadOnlyList<string> documents)
    {
        var program = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Home.Find() };
        program.ArgumentList.Add(typeof(ConversationRunner).Assembly.Location);
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
}
