using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.LookUp;

/// <summary>The words of a document that tell a reader what is to be done.</summary>
public static class TaskWords
{
    /// <summary>Words of a name that may stand between "do" and what the body does.</summary>
    private const int LongestName = 16;

    /// <returns>The task; the whole sentence where somebody else leads it, whose name it begins with, and where the task stands before its agency ("Việc tập huấn do Sở A chủ trì, Sở B phối hợp").</returns>
    public static TextSpan Of(Responsibility fact)
    {
        if (fact.Rule == "partner-of-lead")
        {
            return fact.Span;
        }

        var before = Analyzer.Exact.Analyze(new TextSpan(fact.Span.Start, Math.Max(fact.Span.Start, fact.Task.Start)).Slice(fact.Document.Text)).Select(token => token.Term).ToList();
        var by = before.LastIndexOf("do");
        return by > 1 && before.Count - by <= LongestName && fact.Task.Length <= fact.Task.Start - fact.Span.Start ? fact.Span : fact.Task;
    }
}
