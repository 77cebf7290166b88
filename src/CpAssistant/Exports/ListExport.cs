namespace CpAssistant.Exports;

/// <summary>A list as a file holds it, whatever its format.</summary>
/// <param name="Name">Of the file, without day and ending; plain ASCII ("luot-hoi").</param>
/// <param name="Title">Of the sheet, at most 31 characters and none of <c>[]:*?/\</c>.</param>
/// <param name="Rows">Read once, as they are written; as many cells as there are columns.</param>
public sealed record ListExport(string Name, string Title, IReadOnlyList<ListHeading> Columns, IEnumerable<IReadOnlyList<ListCell?>> Rows)
{
    internal static ListExport Of<T>(string name, string title, IReadOnlyList<ListColumn<T>> columns, IEnumerable<T> items) => new(
        name,
        title,
        [.. columns.Select(column => new ListHeading(column.Heading, column.Kind))],
        items.Select(item => (IReadOnlyList<ListCell?>)[.. columns.Select(column => column.Cell(item))]));
}

/// <summary>The head of a column.</summary>
public sealed record ListHeading(string Heading, ListKind Kind);
