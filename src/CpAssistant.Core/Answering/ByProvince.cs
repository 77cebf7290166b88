namespace CpAssistant.Core.Answering;

/// <summary>
/// Answers for one province, or puts the provinces' answers side by side in a short table; where there are too many for a
/// table, asks which one is meant.
/// </summary>
internal static class ByProvince
{
    private const int LongestTable = 6;

    /// <summary>A row of a table that nobody asked for by name covers at least this share of what the best one does.</summary>
    private const double NearBest = 0.5;

    /// <param name="part">What one province's documents say; null where they say nothing.</param>
    /// <param name="nearBest">Share of the best row's confidence that a row needs where no province is named.</param>
    /// <returns>An answer, or null where no province's documents say anything.</returns>
    internal static Answer? Answer(AnswerContext context, Func<ProvinceGroup, Part?> part, double nearBest = NearBest)
    {
        var groups = context.Scope.Groups;
        var parts = groups.Select(group => (group, Part: part(group))).ToList();
        var said = parts.Where(row => row.Part is not null).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        if (groups.Count == 1 && context.Scope.Uncovered.Count == 0)
        {
            return Single(context, groups[0], said[0].Part!);
        }

        if (!context.Scope.IsNamed)
        {
            var best = said.Max(row => row.Part!.Confidence);
            said = [.. said.Where(row => row.Part!.Confidence >= nearBest * best)];
            if (said.Count > LongestTable)
            {
                return AskProvince(context, [.. said.Select(row => row.group.Province)]);
            }

            return said.Count == 1 ? Single(context, said[0].group, said[0].Part!) : Table(context, [.. said.Select(row => (row.group.Province, row.Part))]);
        }

        return Table(context, [.. parts.Select(row => (row.group.Province, row.Part)), .. context.Scope.Uncovered.Select(province => (province.Name, (Part?)null))]);
    }

    private static Answer Single(AnswerContext context, ProvinceGroup group, Part part) => new()
    {
        Outcome = Outcome.Answered,
        Lead = Heading(context, group.Province) + part.Lead,
        Citations = part.Citations,
        Confidence = part.Confidence,
        Agencies = part.Agencies,
    };

    private static Answer Table(AnswerContext context, IReadOnlyList<(string Province, Part? Part)> rows) => new()
    {
        Outcome = Outcome.Answered,
        Lead = string.Join('\n', rows.Select(row => "• " + Heading(context, row.Province) + (row.Part?.Lead.Replace("\n", " ", StringComparison.Ordinal) ?? NothingSaid(context, row.Province)))),
        Citations = [.. rows.SelectMany(row => row.Part?.Citations ?? [])],
        Confidence = rows.Where(row => row.Part is not null).Min(row => row.Part!.Confidence),
        Agencies = [.. rows.SelectMany(row => row.Part?.Agencies ?? []).Distinct()],
    };

    private static string Heading(AnswerContext context, string province) => (province.Length == 0 ? context.Say.Say("wholeCountry") : province) + ": ";

    private static string NothingSaid(AnswerContext context, string province) =>
        context.Say.Say(context.Scope.Uncovered.Any(uncovered => uncovered.Name == province) ? "notCoveredRow" : "notSaidRow");

    private static Answer AskProvince(AnswerContext context, IReadOnlyList<string> provinces) => new()
    {
        Outcome = Outcome.Clarification,
        Lead = context.Say.Say("whichProvince"),
        Suggestions = [.. provinces.Take(12).Select(province => $"{context.Question.Text.TrimEnd('?', ' ')} ({province})?")],
        Confidence = 0.5,
    };
}
