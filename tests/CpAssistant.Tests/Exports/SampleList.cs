using CpAssistant.Exports;

namespace CpAssistant.Tests.Exports;

/// <summary>A list with a column of each kind.</summary>
internal static class SampleList
{
    internal static ListExport Of(IEnumerable<string> texts) => ListExport.Of(
        "danh-sach",
        "Danh sách",
        [
            ListColumn.Id<string>("Số", text => 12_345 + text.Length),
            ListColumn.Text<string>("Chữ", text => text),
            ListColumn.LongText<string>("Chữ dài", text => text),
            ListColumn.Number<string>("Lượt", text => text.Length == 0 ? null : -1234.5),
            ListColumn.Share<string>("Tỷ lệ", _ => 0.875),
            ListColumn.Day<string>("Ngày", _ => new DateOnly(2026, 6, 30)),
            // 23:30 of 29 June in London is the 30th in Việt Nam.
            ListColumn.Time<string>("Lúc", _ => new DateTimeOffset(2026, 6, 29, 23, 30, 0, TimeSpan.Zero)),
        ],
        texts);
}
