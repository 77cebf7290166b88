using System.Globalization;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.Answers;

/// <summary>How many questions of a file are answered fully right, by style.</summary>
internal static class AnswersBenchmark
{
    internal const string Usage = "answers --questions FILE --documents DIR… [--json FILE]";

    internal static int Run(string[] words)
    {
        var arguments = new Arguments(words, "--questions", "--documents", "--json");
        var questions = GoldQuestion.ReadFile(arguments.Get("--questions"));
        var sources = Settings.Read(Home.Find()).Knowledge with { Documents = arguments.GetFolders("--documents") };
        if (KnowledgeLoader.Load(sources) is not KnowledgeLoad.Loaded loaded)
        {
            throw new UsageException("the knowledge cannot be loaded");
        }

        var runner = new ConversationRunner(TimeProvider.System);
        var results = questions.Select(question =>
        {
            var (outcome, elapsed) = runner.Run(question.Turns, loaded.Snapshot);
            var reply = ConversationReply.Of(null, outcome, elapsed);
            var misquoted = reply.Citations.Where(citation => !AnswerScore.StandsInSource(citation, loaded.Snapshot.Documents.Single(document => document.File == citation.Document).Text))
                .Select(citation => $"quote differs from its source: {citation.Document} {citation.Start}");
            return (Question: question, Reply: reply, Faults: (IReadOnlyList<string>)[.. AnswerScore.Faults(question, reply), .. misquoted]);
        }).ToList();

        Console.WriteLine($"{"style",-20} {"right",5} {"of",4}");
        foreach (var style in results.GroupBy(result => result.Question.Style).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{style.Key,-20} {style.Count(result => result.Faults.Count == 0),5} {style.Count(),4}");
        }

        var right = results.Count(result => result.Faults.Count == 0);
        Console.WriteLine($"{"all",-20} {right,5} {results.Count,4}");
        foreach (var (question, reply, faults) in results.Where(result => result.Faults.Count > 0))
        {
            Console.WriteLine($"\n{question.Id} [{question.Style}] {string.Join(" / ", question.Turns)}");
            Console.WriteLine(string.Join('\n', faults.Select(fault => $"  ! {fault}")));
            Console.WriteLine("  " + reply.Text.Split('\n')[0]);
            Console.WriteLine(string.Join('\n', reply.Citations.Select(citation => $"  > {citation.Document} [{citation.Section}] {citation.Quote}")));
        }

        Report.Write(
            new
            {
                Date = DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Right = right,
                Questions = results.Count,
                Styles = results.GroupBy(result => result.Question.Style).ToDictionary(group => group.Key, group => new { Right = group.Count(result => result.Faults.Count == 0), Questions = group.Count() }),
                Failures = results.Where(result => result.Faults.Count > 0).Select(result => new { result.Question.Id, result.Question.Style, result.Faults }),
            },
            arguments.Find("--json"));
        return 0;
    }
}
