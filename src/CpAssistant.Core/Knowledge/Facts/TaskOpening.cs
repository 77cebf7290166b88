using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Tells by the beginning of a task whether it is led or supported, and with whom.</summary>
internal sealed class TaskOpening(AgencyReader agencies, ResponsibilityRules rules)
{
    /// <summary>Words of an opening clause before what is to be done.</summary>
    private const int LongestOpening = 24;

    /// <summary>Words within which a task says that it is led or done with others.</summary>
    private const int Beginning = 12;

    private readonly Cues _lead = new(rules.Lead, exact: true);
    private readonly Cues _support = new(rules.Support, exact: true);
    private readonly Cues _fillers = new(rules.Fillers, exact: true);
    private readonly Cues _openings = new(rules.Openings, exact: true);

    /// <summary>What the task begins with, once an opening clause ("Căn cứ chức năng …,") and fillers ("có trách nhiệm") are passed.</summary>
    internal AgencyRole Role(string text, IReadOnlyList<Token> task)
    {
        if (Leads(text, task))
        {
            return AgencyRole.Lead;
        }

        return _support.At(task, FirstOfTask(text, task)) is not null ? AgencyRole.Support : AgencyRole.Own;
    }

    private int FirstOfTask(string text, IReadOnlyList<Token> task)
    {
        var first = SkipFillers(task, 0);
        return _support.At(task, first) is null && _openings.At(task, first) is not null && AfterComma(text, task, first) is { } next ? SkipFillers(task, next) : first;
    }

    /// <returns>The role that the first words of a later sentence say; null where they say none.</returns>
    internal AgencyRole? RoleAt(IReadOnlyList<Token> task) =>
        _lead.At(task, 0) is not null ? AgencyRole.Lead : _support.At(task, 0) is not null ? AgencyRole.Support : null;

    /// <summary>The agencies a task is done with, named at its beginning or, of a task that is not only supported, at its end: "thẩm định dự án, phối hợp với Sở A".</summary>
    internal IReadOnlyList<Agency> Partners(string text, IReadOnlyList<Token> task, AgencyRole role) =>
        _support.First(task) is { } support && (support.First <= Beginning || support.First == FirstOfTask(text, task) || role == AgencyRole.Lead || (role == AgencyRole.Own && IsJoined(text, task, support.First)))
        && agencies.ListAt(text, task, support.End) is { } list ? list.Agencies : [];

    /// <returns>Whether a part says nothing but with whom the task before it is done.</returns>
    internal bool IsPartnersOnly(string text, IReadOnlyList<Token> part) =>
        _support.At(part, 0) is { } support && agencies.ListAt(text, part, support.End) is { } list && list.End >= part.Count;

    private static bool IsJoined(string text, IReadOnlyList<Token> task, int i) => i > 0 && (task[i - 1].Term == "và" || Gap(text, task, i).Contains(','));

    /// <returns>The agencies at the end of a led task that do it with the leading one: "…, Sở A và Sở B phối hợp".</returns>
    internal IReadOnlyList<Agency> FollowingPartners(string text, IReadOnlyList<Token> task)
    {
        for (var i = 1; i < task.Count; i++)
        {
            if (agencies.ListAt(text, task, i) is { } list && list.End < task.Count && _support.At(task, list.End) is not null)
            {
                return list.Agencies;
            }
        }

        return [];
    }

    /// <summary>"cử một công chức làm đầu mối" is led by nobody: the cue begins the task, or what stands behind a comma or "và".</summary>
    private bool Leads(string text, IReadOnlyList<Token> task)
    {
        var first = SkipFillers(task, 0);
        return Enumerable.Range(first, Math.Max(0, Math.Min(Beginning, task.Count) - first))
            .Any(i => _lead.At(task, i) is not null && (i == first || task[i - 1].Term == "và" || Gap(text, task, i).Contains(',')));
    }

    private int SkipFillers(IReadOnlyList<Token> tokens, int first)
    {
        while (_fillers.At(tokens, first) is { } filler)
        {
            first = filler.End;
        }

        return first;
    }

    /// <returns>The token behind the last comma of the first dozens of words, or null.</returns>
    private static int? AfterComma(string text, IReadOnlyList<Token> tokens, int first)
    {
        int? found = null;
        for (var i = first + 1; i < Math.Min(tokens.Count, first + LongestOpening); i++)
        {
            found = Gap(text, tokens, i).Contains(',') ? i : found;
        }

        return found;
    }

    private static ReadOnlySpan<char> Gap(string text, IReadOnlyList<Token> tokens, int i) => text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
}
