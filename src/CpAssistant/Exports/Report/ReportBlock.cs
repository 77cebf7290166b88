namespace CpAssistant.Exports.Report;

/// <summary>A piece of an administrative document, without its form.</summary>
public abstract record ReportBlock
{
    private ReportBlock() { }

    /// <param name="Level">1 for "I.", 2 for "1.", 3 for "a)"; the number itself is the form's.</param>
    public sealed record Heading(int Level, string Text) : ReportBlock;

    public sealed record Paragraph(string Text) : ReportBlock;

    /// <summary>A point of an enumeration.</summary>
    public sealed record Item(string Text) : ReportBlock;

    /// <summary>For who finishes the document, to be replaced; shown in brackets.</summary>
    public sealed record Hint(string Text) : ReportBlock;

    /// <param name="Caption">Without "Bảng 1.".</param>
    /// <param name="Rows">As many cells as there are columns.</param>
    /// <param name="HasTotal">Whether the last row sums the others up.</param>
    /// <param name="Note">Stands below; null for none.</param>
    public sealed record Table(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasTotal = false, string? Note = null) : ReportBlock;
}

/// <param name="Width">Compared with the other columns.</param>
public sealed record ReportColumn(string Heading, int Width, bool IsNumber = false);
