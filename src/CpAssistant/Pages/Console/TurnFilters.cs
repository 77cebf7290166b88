using System.Globalization;
using System.Text.Json;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Pages.Console;

/// <summary>The filters of the list of turns as an address holds them, so that a search can be kept as a bookmark.</summary>
internal sealed class TurnFilters
{
    internal const string From = "tu";
    internal const string To = "den";
    internal const string Channel = "kenh";
    internal const string Province = "tinh";
    internal const string Intent = "loai";
    internal const string Outcome = "ket-qua";
    internal const string Vote = "danh-gia";
    internal const string LeastConfidence = "tin-cay-tu";
    internal const string MostConfidence = "tin-cay-den";
    internal const string Text = "q";
    internal const string Document = "van-ban";
    internal const string Section = "muc";

    /// <summary>Stands for "no province" in an address.</summary>
    internal const string None = "-";

    /// <summary>Name of the value that says where the page begins.</summary>
    internal const string Before = "truoc";

    private static readonly string[] Names = [Text, From, To, Channel, Province, Intent, Outcome, Vote, LeastConfidence, MostConfidence, Document, Section];

    private readonly Dictionary<string, string> _values;
    private readonly List<string> _faults = [];

    /// <param name="query">From outside; what cannot be read is no filter and is named in <see cref="Faults"/>.</param>
    internal TurnFilters(IQueryCollection query, Gazetteer gazetteer)
    {
        _values = Names.Select(name => (name, value: query[name].ToString().Trim())).Where(pair => pair.value.Length > 0).ToDictionary(pair => pair.name, pair => pair.value);
        if (!_values.ContainsKey(Document))
        {
            _values.Remove(Section);
        }

        Query = new TurnQuery
        {
            From = Value(From, Day) is { } from ? VietnamTime.StartOf(from) : null,
            // The last day counts as a whole.
            To = Value(To, Day) is { } to && to < DateOnly.MaxValue ? VietnamTime.StartOf(to.AddDays(1)) : null,
            Channel = Known(Channel, value => TurnText.Channels.Any(channel => channel.Value == value)),
            Province = this[Province] == None ? "" : Known(Province, value => gazetteer.FindProvince(value) is not null),
            Intent = Known(Intent, value => TurnText.Intents.Any(intent => intent.Value == value)),
            Outcome = Value(Outcome, Named<Outcome>),
            Vote = Value(Vote, Named<TurnVote>),
            LeastConfidence = Value(LeastConfidence, Share),
            MostConfidence = Value(MostConfidence, Share),
            Cited = this[Document] is { Length: > 0 } document ? new CitedPlace(document, this[Section]) : null,
            Text = TurnTextQuery.Read(this[Text]),
        };
    }

    internal TurnQuery Query { get; }

    /// <summary>Names of filters with a value that cannot be used.</summary>
    internal IReadOnlyList<string> Faults => _faults;

    internal bool Any => _values.Count > 0;

    /// <returns>What the address says, as it says it; empty for nothing.</returns>
    internal string this[string name] => _values.GetValueOrDefault(name, "");

    /// <returns>"?q=…&amp;truoc=…": the same search from another place on.</returns>
    internal string Address(long? before)
    {
        var query = new QueryBuilder(_values);
        if (before is { } id)
        {
            query.Add(Before, id.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }

    internal static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private T? Value<T>(string name, Func<string, T?> read)
        where T : struct
    {
        if (this[name] is not { Length: > 0 } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            _faults.Add(name);
        }

        return value;
    }

    private string? Known(string name, Func<string, bool> isKnown)
    {
        if (this[name] is not { Length: > 0 } text)
        {
            return null;
        }

        if (isKnown(text))
        {
            return text;
        }

        _faults.Add(name);
        return null;
    }

    private static T? Named<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => NameOf(value) == text).Select(value => (T?)value).FirstOrDefault();

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1970 ? day : null;

    /// <returns>"87" as 0.87.</returns>
    private static double? Share(string percent) =>
        int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 100 ? value / 100.0 : null;
}
