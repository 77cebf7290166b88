namespace CpAssistant.Exports;

/// <param name="Cell">What stands in this column in the row of an item; null for nothing.</param>
public sealed record ListColumn<T>(string Heading, ListKind Kind, Func<T, ListCell?> Cell);

/// <summary>Columns, by what stands in them.</summary>
internal static class ListColumn
{
    internal static ListColumn<T> Text<T>(string heading, Func<T, string?> value) => new(heading, ListKind.Text, item => Cell(value(item)));

    internal static ListColumn<T> LongText<T>(string heading, Func<T, string?> value) => new(heading, ListKind.LongText, item => Cell(value(item)));

    internal static ListColumn<T> Id<T>(string heading, Func<T, long> value) => new(heading, ListKind.Id, item => new ListCell.Number(value(item)));

    internal static ListColumn<T> Number<T>(string heading, Func<T, double?> value) => new(heading, ListKind.Number, item => Cell(value(item)));

    /// <param name="value">0 to 1.</param>
    internal static ListColumn<T> Share<T>(string heading, Func<T, double?> value) => new(heading, ListKind.Share, item => Cell(value(item)));

    internal static ListColumn<T> Day<T>(string heading, Func<T, DateOnly?> value) => new(heading, ListKind.Day, item => value(item) is { } day ? new ListCell.Day(day) : null);

    internal static ListColumn<T> Time<T>(string heading, Func<T, DateTimeOffset?> value) => new(heading, ListKind.Time, item => value(item) is { } time ? new ListCell.Time(time) : null);

    private static ListCell.Text? Cell(string? value) => string.IsNullOrEmpty(value) ? null : new ListCell.Text(value);

    private static ListCell.Number? Cell(double? value) => value is { } number && double.IsFinite(number) ? new ListCell.Number(number) : null;
}
