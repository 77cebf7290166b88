namespace CpAssistant.Exports;

/// <summary>One value of a list; null where there is none.</summary>
public abstract record ListCell
{
    private ListCell() { }

    /// <summary>From outside: it may hold anything.</summary>
    public sealed record Text(string Value) : ListCell;

    public sealed record Number(double Value) : ListCell;

    public sealed record Day(DateOnly Value) : ListCell;

    public sealed record Time(DateTimeOffset Value) : ListCell;
}
