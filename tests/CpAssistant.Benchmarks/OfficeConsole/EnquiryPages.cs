namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>The inbox: each filter, words, deep pages, single enquiries.</summary>
internal static class EnquiryPages
{
    private const string Inbox = "quan-tri";

    internal static IEnumerable<MeasuredPage> All() =>
    [
        new("inbox", Inbox),
        new("inbox, all enquiries", $"{Inbox}?trang-thai=all"),
        new("inbox, status", $"{Inbox}?trang-thai=closed", $"{Inbox}?trang-thai=answered"),
        new("inbox, province and industry", $"{Inbox}?trang-thai=all&tinh=Long+An", $"{Inbox}?trang-thai=all&nganh=sản+xuất+bia"),
        new("inbox, overdue", $"{Inbox}?han=overdue"),
        new("inbox, words", $"{Inbox}?trang-thai=all&q=san+xuat", $"{Inbox}?trang-thai=all&q=sản+xuất", $"{Inbox}?trang-thai=all&q=zzz"),
        new("inbox, all filters", $"{Inbox}?trang-thai=closed&tinh=Long+An&nganh=sản+xuất+bia&kenh=webchat&can-bo=1&q=san+xuat"),
        new("inbox, deep page", $"{Inbox}?trang-thai=all&trang=700"),
        new("one enquiry", [.. Enumerable.Range(1, 10).Select(i => $"{Inbox}/phieu/CP-2025-{i * 97:D5}")]),
    ];
}
