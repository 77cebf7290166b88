using System.Globalization;
using CpAssistant.Core.Knowledge.Parsing;

namespace CpAssistant.Core.Knowledge;

/// <summary>
/// What the head of a Markdown file says of the document; it overrides what the text says. Null means "not said here".
/// </summary>
public sealed record FrontMatter
{
    /// <summary>A kind of document ("plan", "programme"…), or "digest" (with <see cref="Of"/>) or "office".</summary>
    public string? Kind { get; init; }

    /// <summary>The kind of document that a digest retells.</summary>
    public string? Of { get; init; }

    public string? Title { get; init; }

    public string? Number { get; init; }

    public string? Province { get; init; }

    public string? Issuer { get; init; }

    public DateOnly? Date { get; init; }

    public string? Signer { get; init; }

    public string? Position { get; init; }

    public Period? Period { get; init; }

    /// <summary>"secondary" or "unverified".</summary>
    public string? Status { get; init; }

    /// <summary>Annexes that the document names and that are not at hand.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Reads the values of a parsed YAML mapping: strings, numbers, dates, and lists of them; keys in lower case.</summary>
    /// <remarks>A value that cannot be read (a date that is none) is left out. "period" is "2016-2020", "2020", "-2020" or a mapping of from and to.</remarks>
    public static FrontMatter From(IReadOnlyDictionary<string, object?> values) => new()
    {
        Kind = Text(values, "kind")?.ToLowerInvariant(),
        Of = Text(values, "of")?.ToLowerInvariant(),
        Title = Text(values, "title"),
        Number = Text(values, "number"),
        Province = Text(values, "province"),
        Issuer = Text(values, "issuer"),
        Date = values.GetValueOrDefault("date") is { } date ? ReadDate(date) : null,
        Signer = Text(values, "signer"),
        Position = Text(values, "position"),
        Period = values.GetValueOrDefault("period") is { } period ? ReadPeriod(period) : null,
        Status = Text(values, "status")?.ToLowerInvariant(),
        Missing = ReadList(values.GetValueOrDefault("missing")),
    };

    /// <summary>Finds the block between two lines of three dashes at the very beginning.</summary>
    /// <param name="text">The decoded file.</param>
    /// <returns>The span from the first dash to the end of the closing line, and the YAML between them; null where there is none.</returns>
    public static (CpAssistant.Core.Text.TextSpan Block, string Yaml)? Find(string text) => FrontMatterBlock.Find(text);

    private static string? Text(IReadOnlyDictionary<string, object?> values, string key) =>
        values.GetValueOrDefault(key) is { } value && Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    private static DateOnly? ReadDate(object value) => value switch
    {
        DateOnly date => date,
        DateTime time => DateOnly.FromDateTime(time),
        _ => DateOnly.TryParseExact(Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
    };

    private static Period? ReadPeriod(object value)
    {
        if (value is IEnumerable<KeyValuePair<object, object?>> pairs)
        {
            var map = pairs.ToDictionary(pair => $"{pair.Key}", pair => Year(pair.Value));
            return new Period(map.GetValueOrDefault("from"), map.GetValueOrDefault("to"));
        }

        var parts = $"{value}".Split('-', '–', '—');
        return parts.Length == 1 ? Year(parts[0]) is { } year ? new Period(year, year) : null : new Period(Year(parts[0]), Year(parts[1]));
    }

    private static int? Year(object? value) =>
        int.TryParse($"{value}".Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year : null;

    private static List<string> ReadList(object? value) => value switch
    {
        null => [],
        string one => one.Trim().Length > 0 ? [one.Trim()] : [],
        IEnumerable<object?> many => [.. many.Select(item => $"{item}".Trim()).Where(item => item.Length > 0)],
        _ => [$"{value}"],
    };
}
