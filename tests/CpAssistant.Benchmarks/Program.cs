using CpAssistant.Benchmarks;
using CpAssistant.Benchmarks.Answers;
using CpAssistant.Benchmarks.Load;
using CpAssistant.Benchmarks.OfficeConsole;
using CpAssistant.Benchmarks.SearchPage;
using CpAssistant.Benchmarks.Retrieval;
using CpAssistant.Benchmarks.Startup;
using CpAssistant.Benchmarks.Telegram;

var commands = new Dictionary<string, (string Usage, Func<string[], int> Run)>
{
    ["answers"] = (AnswersBenchmark.Usage, AnswersBenchmark.Run),
    ["console"] = (ConsoleBenchmark.Usage, ConsoleBenchmark.Run),
    ["grouping"] = (GroupingBenchmark.Usage, GroupingBenchmark.Run),
    ["load"] = (LoadBenchmark.Usage, LoadBenchmark.Run),
    ["search-page"] = (SearchPageBenchmark.Usage, SearchPageBenchmark.Run),
    ["startup"] = (StartupBenchmark.Usage, StartupBenchmark.Run),
    ["retrieval"] = (RetrievalBenchmark.Usage, RetrievalBenchmark.Run),
    ["telegram"] = (TelegramBenchmark.Usage, TelegramBenchmark.Run),
    ["scale"] = (ScaleBenchmark.Usage, ScaleBenchmark.Run),
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    Console.Error.WriteLine("usage:");
    foreach (var (usage, _) in commands.Values)
    {
        Console.Error.WriteLine("  " + usage);
    }

    return 2;
}

try
{
    return command.Run(args[1..]);
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}\nusage: {command.Usage}");
    return 2;
}
