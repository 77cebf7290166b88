using CpAssistant.Benchmarks.Answers;
using CpAssistant.Benchmarks.Startup;
using CpAssistant.Commands;

(string Name, string Syntax, Func<string[], int> Run)[] benchmarks =
[
    ("answers", AnswersBenchmark.Syntax, AnswersBenchmark.Run),
    ("startup", StartupBenchmark.Syntax, StartupBenchmark.Run),
];

try
{
    return benchmarks.FirstOrDefault(benchmark => benchmark.Name == args.FirstOrDefault()) is { Run: { } run }
        ? run(args[1..])
        : throw new UsageException("no such benchmark");
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine("usage: " + string.Join("\n       ", benchmarks.Select(benchmark => benchmark.Syntax)));
    return 2;
}
