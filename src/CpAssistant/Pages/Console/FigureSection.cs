namespace CpAssistant.Pages.Console;

/// <summary>A table of figures, and the chart that is drawn of it.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="RowsName">What a row is: "Tháng".</param>
/// <param name="Chart">"time" for upright columns, "list" for bars that lie, "" for none.</param>
/// <param name="Left">Rows that are not shown.</param>
internal sealed record FigureSection(string Id, string Title, string RowsName, string Chart, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureLine> Lines, int Left = 0, string? Hint = null);

/// <param name="Series">Which colour the chart draws it in ("answered"); null where the chart leaves it out.</param>
internal sealed record FigureColumn(string Name, string? Series = null);

/// <param name="Label">What the chart calls it; null for its name.</param>
/// <param name="Address">Where what the row is about can be read; null for nowhere.</param>
/// <param name="IsVietnamese">Whether the name is Vietnamese whatever the language of the page is.</param>
internal sealed record FigureLine(string Name, IReadOnlyList<FigureCell> Cells, string? Label = null, string? Address = null, bool IsVietnamese = false);

/// <param name="Value">What the chart draws.</param>
/// <param name="Address">The list behind it; null for none.</param>
internal sealed record FigureCell(string Text, long Value = 0, string? Address = null);

/// <summary>One of the main figures.</summary>
/// <param name="Beside">Of what it is a part; null for nothing.</param>
/// <param name="Before">What it was a year before, and the difference.</param>
internal sealed record KeyFigure(string Name, string Text, string? Address, string? Beside, string Before);
