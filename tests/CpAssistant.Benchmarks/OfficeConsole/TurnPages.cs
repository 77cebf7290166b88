namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>The search of logged turns: each filter, words with and without marks, common and rare ones, deep pages, single turns.</summary>
internal static class TurnPages
{
    private const string List = "quan-tri/luot-hoi";

    /// <param name="middle">Id of a turn in the middle of the log and of a conversation.</param>
    /// <param name="today">Of the newest turn.</param>
    internal static IEnumerable<MeasuredPage> All(long middle, DateOnly today)
    {
        var (from, to) = ($"{today.AddDays(-400):yyyy-MM-dd}", $"{today.AddDays(-370):yyyy-MM-dd}");
        return
        [
            new("first page", List),
            new("a month", $"{List}?tu={from}&den={to}"),
            new("channel", $"{List}?kenh=directline", $"{List}?kenh=telegram"),
            new("province", $"{List}?tinh=Long+An", $"{List}?tinh=Đồng+Tháp", $"{List}?tinh=Cà+Mau"),
            new("kind of question", $"{List}?loai=Funding", $"{List}?loai=Successor"),
            new("outcome", $"{List}?ket-qua=handoff", $"{List}?ket-qua=clarification"),
            new("vote", $"{List}?danh-gia=helpful", $"{List}?danh-gia=unhelpful", $"{List}?danh-gia=none"),
            new("confidence", $"{List}?tin-cay-tu=50&tin-cay-den=60", $"{List}?tin-cay-den=1"),
            new("all filters", $"{List}?tu={today.AddDays(-700):yyyy-MM-dd}&den={to}&kenh=webchat&tinh=Long+An&loai=Target&ket-qua=answered&danh-gia=helpful&tin-cay-tu=10&tin-cay-den=100"),
            new("common words with marks", $"{List}?q=sản+xuất+sạch+hơn", $"{List}?q=xưởng", $"{List}?q=phần+trăm"),
            new("common words without marks", $"{List}?q=san+xuat+sach+hon", $"{List}?q=xuong", $"{List}?q=phan+tram"),
            new("common phrase", $"{List}?q=\"sản+xuất+sạch+hơn\"", $"{List}?q=\"san+xuat+sach+hon\""),
            new("rare words with marks", $"{List}?q=phượng+vĩ+17", $"{List}?q=\"quế+trầm\"", $"{List}?q=đường+nguyệt"),
            new("rare words without marks", $"{List}?q=phuong+vi+17", $"{List}?q=\"que+tram\"", $"{List}?q=duong+nguyet"),
            new("words that nobody asked", $"{List}?q=zzz", $"{List}?q=đường+zzz"),
            new("common words and all filters", $"{List}?q=san+xuat+sach+hon&kenh=directline&tinh=Long+An&danh-gia=unhelpful", $"{List}?q=sản+xuất+sạch+hơn&tinh=Long+An&ket-qua=handoff"),
            new("deep page", $"{List}?truoc={middle}", $"{List}?truoc=200"),
            new("deep page of common words", $"{List}?q=san+xuat+sach+hon&truoc={middle}", $"{List}?q=sản+xuất+sạch+hơn&truoc=200"),
            new("one turn, played again", [.. Enumerable.Range(0, 10).Select(i => $"{List}/{middle - (i * 1000 % middle)}")]),
        ];
    }
}
