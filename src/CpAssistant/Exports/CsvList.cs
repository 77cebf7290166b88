using System.Globalization;
using CpAssistant.Core.Knowledge;
using CsvHelper;

namespace CpAssistant.Exports;

/// <summary>A list as CSV: UTF-8 with a byte order mark, without which Excel takes it for the system's code page; RFC 4180, lines end with CR LF.</summary>
internal static class CsvList
{
    internal const string MediaType = "text/csv; charset=utf-8";

    // What CsvHelper would do to cells that begin a formula is not enough; see FormulaGuard.
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.None };

    /// <summary>Row by row: no more than a buffer is held.</summary>
    internal static async Task WriteAsync(ListExport list, Stream stream, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(stream, Format, leaveOpen: true);
        foreach (var column in list.Columns)
        {
            csv.WriteField(column.Heading);
        }

        await csv.EndRecordAsync(cancellation);
        foreach (var row in list.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var cell in row)
            {
                csv.WriteField(Words(cell));
            }

            await csv.EndRecordAsync(cancellation);
        }
    }

    private static string Words(ListCell? cell) => cell switch
    {
        ListCell.Text text => FormulaGuard.Neutral(text.Value.Replace("\0", "", StringComparison.Ordinal)),
        ListCell.Number number => number.Value.ToString("0.####", CultureInfo.InvariantCulture),
        ListCell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ListCell.Time time => time.Value.ToOffset(VietnamTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => "",
    };
}
