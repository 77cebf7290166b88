using System.Text.Json;
using CpAssistant.Figures;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Tests.Figures;

/// <summary>The same figures, from the rows themselves: each turn and each enquiry is looked at.</summary>
/// <param name="today">In Việt Nam.</param>
internal sealed class CountedByHand(Database database, DateOnly today)
{
    private readonly IReadOnlyList<Asked> _turns = Read<Asked>(
        database, "SELECT at AS At, channel AS Channel, ifnull(province, '') AS Province, intent AS Intent, outcome AS Outcome, citations AS Citations, helpful AS Helpful FROM turn");

    private readonly IReadOnlyList<Sent> _enquiries = Read<Sent>(
        database,
        """
        SELECT opened_at AS At, coalesce(answered_at, closed_at) AS EndedAt, answered_at AS AnsweredAt, due_on AS DueOn, channel AS Channel, ifnull(province, '') AS Province, ifnull(industry, '') AS Industry FROM enquiry
        """);

    private static IReadOnlyList<T> Read<T>(Database database, string sql)
    {
        using var connection = database.Read();
        return [.. connection.Query<T>(sql)];
    }

    /// <param name="months">First and last day of each month of the query's time.</param>
    internal CpAssistant.Figures.Figures Of(FigureQuery query, IReadOnlyList<(string Key, DateOnly From, DateOnly To)> months)
    {
        var turns = _turns.Where(turn => turn.Intent != "Enquiry" && IsIn(turn.At, months[0].From, months[^1].To))
            .Where(turn => (query.Channel ?? turn.Channel) == turn.Channel && (query.Province is null || turn.Provinces.Contains(query.Province))).ToList();
        var enquiries = _enquiries.Where(enquiry => IsIn(enquiry.At, months[0].From, months[^1].To))
            .Where(enquiry => (query.Channel ?? enquiry.Channel) == enquiry.Channel && (query.Province ?? enquiry.Province) == enquiry.Province).ToList();
        return new CpAssistant.Figures.Figures(
            query,
            Count(turns),
            Count(enquiries),
            [.. months.Select(month => new FigureRow(month.Key, Count(turns.Where(turn => IsIn(turn.At, month.From, month.To))), Count(enquiries.Where(enquiry => IsIn(enquiry.At, month.From, month.To)))))],
            Rows(turns, turn => [turn.Channel], enquiries, enquiry => enquiry.Channel),
            Rows(turns, turn => turn.Provinces.Where(name => query.Province is null || name == query.Province), enquiries, enquiry => enquiry.Province),
            Rows([], _ => [], enquiries, enquiry => enquiry.Industry),
            Rows(turns, turn => [turn.Intent], [], _ => ""),
            [
                .. turns.SelectMany(turn => turn.Cited).GroupBy(place => place).Select(place => new CitedProvision(place.Key.Document, place.Key.Section, place.Count()))
                    .OrderByDescending(place => place.Count).ThenBy(place => place.Document, StringComparer.Ordinal).ThenBy(place => place.Section, StringComparer.Ordinal).Take(20),
            ]);
    }

    private static bool IsIn(long at, DateOnly from, DateOnly to) => DayOf(at) >= from && DayOf(at) <= to;

    private static DateOnly DayOf(long at) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(at).AddHours(7));

    private IReadOnlyList<FigureRow> Rows(IReadOnlyList<Asked> turns, Func<Asked, IEnumerable<string>> keys, IReadOnlyList<Sent> enquiries, Func<Sent, string> key) =>
    [
        .. turns.SelectMany(keys).Concat(enquiries.Select(key)).Distinct()
            .Select(name => new FigureRow(name, Count(turns.Where(turn => keys(turn).Contains(name))), Count(enquiries.Where(enquiry => key(enquiry) == name))))
            .OrderBy(row => row.Key, StringComparer.Ordinal),
    ];

    private static TurnFigures Count(IEnumerable<Asked> turns)
    {
        var all = turns.ToList();
        return new TurnFigures(all.Count, Of("answered"), Of("clarification"), Of("not_found"), Of("small_talk"), Of("handoff"), all.Count(turn => turn.Helpful == 1), all.Count(turn => turn.Helpful == 0));

        int Of(string outcome) => all.Count(turn => turn.Outcome == outcome);
    }

    private EnquiryFigures Count(IEnumerable<Sent> enquiries)
    {
        var all = enquiries.ToList();
        var waits = all.Where(enquiry => enquiry.AnsweredAt is not null).Select(enquiry => enquiry.AnsweredAt!.Value - enquiry.At).Order().ToList();
        double? median = waits.Count == 0 ? null : waits.Count % 2 == 1 ? waits[waits.Count / 2] : (waits[(waits.Count / 2) - 1] + waits[waits.Count / 2]) / 2.0;
        return new EnquiryFigures(
            all.Count,
            waits.Count,
            all.Count(enquiry => (enquiry.EndedAt is { } ended ? DayOf(ended) : today) > DateOnly.ParseExact(enquiry.DueOn, "yyyy-MM-dd")),
            median is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null);
    }

    private sealed record Asked(long At, string Channel, string Province, string Intent, string Outcome, string Citations, long? Helpful)
    {
        internal IReadOnlyList<string> Provinces => Province.Split(", ");

        internal IEnumerable<(string Document, string Section)> Cited => JsonDocument.Parse(Citations).RootElement.EnumerateArray()
            .Select(citation => (citation.GetProperty("document").GetString()!, citation.GetProperty("section").GetString()!)).Distinct();
    }

    private sealed record Sent(long At, long? EndedAt, long? AnsweredAt, string DueOn, string Channel, string Province, string Industry);
}
