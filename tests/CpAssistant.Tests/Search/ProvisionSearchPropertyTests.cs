using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Search;

public sealed class ProvisionSearchPropertyTests
{
    private const int PageLength = 3;

    private static readonly string[] Words = ["đường", "dương", "sản", "xuất", "sạch", "hơn", "SXSH", "tập", "huấn", "SCT", "Sở Công Thương", "Sở Tài chính", "Sở KH&ĐT", "vốn"];

    private static readonly Gen<string> Sentence = Gen.Choose(1, 6).SelectMany(length => Gen.Elements(Words).ArrayOf(length)).Select(static words => string.Join(' ', words));

    private static readonly Gen<(string[] Texts, string Query, bool ByAgency)> Cases =
        from texts in Sentence.ArrayOf(14)
        from query in Gen.Frequency((4, Gen.Choose(1, 3).SelectMany(length => Gen.Elements(Words).ArrayOf(length)).Select(static words => string.Join(' ', words))), (1, Gen.Constant("")))
        from byAgency in Gen.Elements(true, false)
        select (texts, query, byAgency);

    [Fact]
    public void Pages_have_no_gaps_and_no_repeats_and_the_total_is_right() => Holds(static (search, query, filter) =>
    {
        var all = search.FindAll(query, filter).ToList();
        var pages = Enumerable.Range(0, (all.Count / PageLength) + 2).Select(page => search.Find(query, filter, page * PageLength, PageLength)).ToList();
        return pages.SelectMany(page => page.Items).Select(item => item.Hit.Passage).SequenceEqual(all.Select(item => item.Hit.Passage))
            && all.DistinctBy(item => item.Hit.Passage).Count() == all.Count
            && pages.TrueForAll(page => page.Total == all.Count)
            && pages[^1].Items.Count == 0;
    });

    [Fact]
    public void The_same_search_gives_the_same_order_the_best_first() => Holds(static (search, query, filter) =>
    {
        var (once, again) = (search.FindAll(query, filter).Select(item => (item.Hit.Passage, item.Hit.Score)).ToList(), search.FindAll(query, filter).Select(item => (item.Hit.Passage, item.Hit.Score)));
        return once.SequenceEqual(again) && once.SequenceEqual(once.OrderByDescending(item => item.Score).ThenBy(item => item.Passage));
    });

    [Fact]
    public void A_filter_by_agency_finds_those_of_the_same_search_that_name_it() => Holds(static (search, query, filter) =>
    {
        var (found, without) = (search.Find(query, filter, 0, 100), search.Find(query, filter with { Agency = null }, 0, 100));
        var named = without.Items.Where(item => filter.Agency is null || item.Document.Text.Contains("Sở Tài chính", StringComparison.Ordinal) || item.Document.Text.Contains("Sở KH&ĐT", StringComparison.Ordinal)).Select(item => item.Hit.Passage);
        // Where the filter leaves none with all words, some have to do; without words or filter there is no list.
        return found.By != without.By || named.Order().SequenceEqual(found.Items.Select(item => item.Hit.Passage).Order());
    });

    private static void Holds(Func<ProvisionSearch, string, ProvisionFilter, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Cases.ToArbitrary(), sample =>
        {
            var search = Searches.Of(sample.Texts.Select(text => text + "."));
            return property(search, sample.Query, new ProvisionFilter { Agency = sample.ByAgency ? search.FindAgency("STC") : null });
        }));
}
