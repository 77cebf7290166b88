using CpAssistant.Accounts;
using CpAssistant.Core.Answering;
using CpAssistant.Figures;
using CpAssistant.Storage;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Pages.Console;

/// <summary>Addresses of the lists that hold what a figure counts.</summary>
/// <param name="query">What all figures of the page are restricted to.</param>
internal sealed class FigureLinks(FigureQuery query)
{
    internal FigureLinks In(FigurePeriod period) => new(query with { Period = period });

    internal FigureLinks OfChannel(string channel) => new(query with { Channel = channel });

    /// <param name="province">"" for what names none.</param>
    internal FigureLinks OfProvince(string province) => new(query with { Province = province });

    /// <param name="intent">Kind of question, as the log names it.</param>
    /// <param name="cited">What the answers are to cite.</param>
    internal string Turns(Outcome? outcome = null, TurnVote? vote = null, string? intent = null, CitedProvision? cited = null) => Address(
        ConsoleAddress.Turns,
        (TurnFilters.From, Stored.Day(query.Period.From)),
        (TurnFilters.To, Stored.Day(query.Period.To)),
        (TurnFilters.Channel, query.Channel),
        (TurnFilters.Province, OrNone(query.Province, TurnFilters.None)),
        (TurnFilters.Intent, intent),
        (TurnFilters.Outcome, outcome is { } became ? TurnFilters.NameOf(became) : null),
        (TurnFilters.Vote, vote is { } given ? TurnFilters.NameOf(given) : null),
        (TurnFilters.Document, cited?.Document),
        (TurnFilters.Section, cited?.Section));

    /// <param name="industry">"" for those that name none.</param>
    internal string Enquiries(bool answered = false, bool late = false, string? industry = null) => Address(
        ConsoleAddress.Root,
        ("trang-thai", "all"),
        ("tinh", OrNone(query.Province, InboxFilter.None)),
        ("nganh", OrNone(industry, InboxFilter.None)),
        ("kenh", query.Channel),
        ("han", late ? "late" : null),
        ("tu", Stored.Day(query.Period.From)),
        ("den", Stored.Day(query.Period.To)),
        ("tra-loi", answered ? "yes" : null));

    private static string? OrNone(string? value, string none) => value is { Length: 0 } ? none : value;

    private static string Address(string path, params (string Name, string? Value)[] values) =>
        path + new QueryBuilder(values.Where(value => !string.IsNullOrEmpty(value.Value)).Select(value => KeyValuePair.Create(value.Name, value.Value!)));
}
