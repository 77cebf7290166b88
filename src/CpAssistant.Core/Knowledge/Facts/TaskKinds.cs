using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Tells of what kinds a task is, by its words, by the rest of its sentence where these tell nothing ("việc tập huấn do Sở A chủ trì"), and by the headings above it. Immutable.</summary>
public sealed class TaskKinds
{
    private readonly IReadOnlyList<TaskKind> _kinds;

    /// <summary>What a phrase tells; nothing for one that is passed over.</summary>
    private readonly PhraseTable<IReadOnlyList<TaskKind>> _phrases;

    public TaskKinds(TasksData data)
    {
        _kinds = data.Tasks;
        var told = data.Tasks.SelectMany(kind => kind.Phrases.Select(phrase => (Phrase: VietnameseText.Normalize(phrase), Kind: kind))).ToLookup(pair => pair.Phrase, pair => pair.Kind);
        _phrases = new PhraseTable<IReadOnlyList<TaskKind>>(
            told.Select(kinds => (kinds.Key, (IReadOnlyList<TaskKind>)[.. kinds])).Concat((data.PassedOver ?? []).Select(phrase => (phrase, (IReadOnlyList<TaskKind>)[]))));
    }

    /// <returns>The kinds in the order of the data; none where no word of any stands in the task, its sentence or the headings above.</returns>
    public IReadOnlyList<TaskKind> Of(Responsibility fact)
    {
        var own = Of(fact.Document.Quote(fact.Task));
        var sentence = own.Count > 0 ? own : Of(fact.Document.Quote(fact.Span));
        return sentence.Count > 0 ? sentence : OfHeadings(fact);
    }

    /// <returns>The kinds that the words of a task tell, in the order of the data.</returns>
    public IReadOnlyList<TaskKind> Of(string task)
    {
        var told = _phrases.FindAll(Analyzer.Exact.Analyze(task)).SelectMany(match => match.Value).ToHashSet();
        return [.. _kinds.Where(told.Contains)];
    }

    /// <summary>The nearest heading that tells any.</summary>
    private IReadOnlyList<TaskKind> OfHeadings(Responsibility fact) =>
        fact.Document.PathTo(fact.Provision).Reverse().Select(node => Of(node.Heading)).FirstOrDefault(kinds => kinds.Count > 0) ?? [];
}
