using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.Tests.Text;

namespace CpAssistant.Tests.Search;

public sealed class PassageIndexTests
{
    private static readonly QuestionPhrases Phrases = new(["bao nhiêu", "là gì", "gì", "như thế nào"]);

    private static readonly string[] Texts =
    [
        "Tỉnh Bình Dương phát triển công nghiệp.",
        "Đường bộ và đường sắt của tỉnh.",
        "Nhà máy mía đường xử lý nước thải.",
        "Sở Công Thương chủ trì tập huấn sản xuất sạch hơn.",
        "Ban Quản lý Khu kinh tế phối hợp tập huấn trong khu công nghiệp.",
        "Hằng năm báo cáo kết quả thực hiện với Ủy ban nhân dân tỉnh.",
        "Hòa Bình và Long An; hóa chất; hoa quả.",
        "Kinh phí hỗ trợ là bao nhiêu thì theo quy định.",
    ];

    private static PassageIndex Index { get; } = IndexOf(Texts);

    [Theory]
    [InlineData("đường", "1 2")]
    [InlineData("dương", "0")]
    [InlineData("duong", "1 0 2")]
    [InlineData("DUONG", "1 0 2")]
    [InlineData("đuong", "1 2")]
    [InlineData("bình đường", "1 0 2 6")]
    [InlineData("bình dương", "0 6")]
    [InlineData("hóa chất", "6")]
    [InlineData("hoá chất", "6")]
    [InlineData("hoa", "6")]
    [InlineData("xyz", "")]
    [InlineData("", "")]
    [InlineData("?! …", "")]
    public void Keeps_the_promise_of_typed_marks(string query, string passages)
    {
        var found = Index.Search(query, null, 10).Select(hit => hit.Passage);

        Assert.Equal(passages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(passage => $"{passage}").Order());
        Assert.Equal(passages.Split(' ')[0], found.Any() ? $"{found.First()}" : "");
    }

    [Theory]
    [InlineData("tập huấn sản xuất sạch hơn", 3)]
    [InlineData("tap huan san xuat sach hon", 3)]
    [InlineData("tap huấn san xuat sạch hon", 3)]
    [InlineData("tập huan sản xuat sach hon la gi", 3)]
    [InlineData("bao cao ket qua", 5)]
    [InlineData("báo cao kết qua", 5)]
    [InlineData("ban quan ly khu kinh te", 4)]
    [InlineData("xu ly nuoc thai nha may duong", 2)]
    [InlineData("hỗ trợ bao nhiêu", 7)]
    public void Finds_a_passage_however_it_is_asked_for(string query, int passage)
    {
        Assert.Equal(passage, Index.Search(query, null, 1)[0].Passage);
    }

    [Fact]
    public void Searches_headings_and_counts_them_besides()
    {
        var index = PassageIndex.Of(
            [Some("Kinh phí thực hiện", "Mục tiêu của tỉnh"), Some("Mục tiêu", "Kinh phí thực hiện của tỉnh"), Some("Mục tiêu", "Mục tiêu của tỉnh"), Some("Kinh phí", "Của tỉnh")], Phrases);

        Assert.Equal([2, 0, 1], index.Search("mục tiêu", null, 10).Select(hit => hit.Passage));
    }

    [Fact]
    public void Does_not_find_a_passage_without_text()
    {
        var index = PassageIndex.Of([Some("Mục tiêu", " … "), Some("", "mục tiêu")], Phrases);

        Assert.Equal([1], index.Search("mục tiêu", null, 10).Select(hit => hit.Passage));
    }

    [Fact]
    public void Puts_the_earlier_of_equal_passages_first_and_keeps_it_at_the_cut()
    {
        var index = IndexOf(Enumerable.Repeat("nước thải", 50));

        Assert.Equal(Enumerable.Range(0, 7), index.Search("nước thải", null, 7).Select(hit => hit.Passage));
    }

    [Fact]
    public void A_word_that_every_passage_has_still_counts()
    {
        var index = IndexOf(["tỉnh", "tỉnh tỉnh", "tỉnh này"]);

        Assert.Equal(3, index.Search("tỉnh", null, 10).Count);
        Assert.All(index.Search("tỉnh", null, 10), hit => Assert.True(hit.Score > 0));
    }

    [Fact]
    public void Filters_by_document_province_and_kind()
    {
        var index = PassageIndex.Of(
            [
                new Passage("a", "Long An", DocumentKind.Plan, "", "mục tiêu", default),
                new Passage("b", "Bến Tre", DocumentKind.Directive, "", "mục tiêu", default),
                new Passage("c", null, DocumentKind.Strategy, "", "mục tiêu", default),
            ],
            Phrases);

        Assert.Equal([1], Found(index, new PassageFilter { Documents = ["b"] }));
        Assert.Equal([0], Found(index, new PassageFilter { Provinces = ["Long An"] }));
        Assert.Equal([0, 2], Found(index, new PassageFilter { Provinces = ["Long An", null] }));
        Assert.Equal([1, 2], Found(index, new PassageFilter { Kinds = [DocumentKind.Directive, DocumentKind.Strategy] }));
        Assert.Equal([], Found(index, new PassageFilter { Provinces = ["Long An"], Kinds = [DocumentKind.Strategy] }));
        Assert.Equal([0, 1, 2], Found(index, new PassageFilter()));

        static IEnumerable<int> Found(PassageIndex index, PassageFilter filter) => index.Search("mục tiêu", filter, 10).Select(hit => hit.Passage);
    }

    [Fact]
    public void Explains_a_score_part_by_part_and_term_by_term()
    {
        var index = PassageIndex.Of([Some("Giao thông đường bộ", "Đường sắt của tỉnh."), .. Texts.Select(text => Some("", text))], Phrases);
        var hit = index.Search("đường bộ, đường sắt", null, 1)[0];

        var explanation = index.Explain("đường bộ, đường sắt", hit);

        Assert.Equal(0, hit.Passage);
        Assert.Contains(explanation.Terms, term => term is { Part: ScorePart.Whole, Term: "đường", Form: TermForm.Exact, Tf: 2, Weight: 1 });
        Assert.Contains(explanation.Terms, term => term is { Part: ScorePart.Whole, Term: "đường sắt", Form: TermForm.Bigram, Tf: 1, Weight: 0.5 });
        Assert.Contains(explanation.Terms, term => term is { Part: ScorePart.BestWindow, Term: "đường", Tf: 2, Weight: 3 });
        Assert.Contains(explanation.Terms, term => term is { Part: ScorePart.Heading, Term: "đường bộ", Form: TermForm.Bigram, Tf: 1, Weight: 0.4 });
        Assert.InRange(explanation.HeadingShare, 0.2, 0.8);
        Assert.Equal(explanation.Terms.OrderByDescending(term => term.Points), explanation.Terms);
    }

    [Fact]
    public void Puts_back_marks_where_neighbours_vouch_for_them()
    {
        var terms = Index.Explain("duong sat cua tinh", Index.Search("duong sat cua tinh", null, 1)[0]).Terms;

        Assert.Contains(terms, term => term is { Term: "đường", Form: TermForm.Exact });
        Assert.Contains(Index.Explain("duong", Index.Search("duong", null, 1)[0]).Terms, term => term is { Term: "duong", Form: TermForm.Folded });
    }

    [Fact]
    public void Only_changed_blocks_are_made_anew()
    {
        var long1 = Enumerable.Range(0, 40_000).Select(i => new Passage("a", null, DocumentKind.Plan, "", $"văn bản {i}", default)).ToArray();
        var long2 = Enumerable.Range(0, 40_000).Select(i => new Passage("b", null, DocumentKind.Plan, "", $"kế hoạch {i}", default)).ToArray();
        var before = PassageIndex.Of([.. long1, .. long2], Phrases);

        var after = PassageIndex.Of([.. long1, .. long2[..^1], long2[^1] with { Text = "chỉ thị mới" }], Phrases, before);

        Assert.Equal((2, 0), (before.Figures.Blocks, before.Figures.BlocksTakenOver));
        Assert.Equal((2, 1), (after.Figures.Blocks, after.Figures.BlocksTakenOver));
        Assert.Equal([79_999], after.Search("chỉ thị mới", null, 1).Select(hit => hit.Passage));
        Assert.DoesNotContain(after.Search("39999", new PassageFilter { Documents = ["b"] }, 10), hit => hit.Passage == 79_999);
    }

    [Fact]
    public void Question_words_count_less()
    {
        var terms = Index.Explain("hỗ trợ bao nhiêu", Index.Search("hỗ trợ bao nhiêu", null, 1)[0]).Terms.Where(term => term.Part == ScorePart.Whole).ToList();

        Assert.Equal(0.3, terms.Single(term => term.Term == "nhiêu").Weight);
        Assert.Equal(1, terms.Single(term => term.Term == "hỗ").Weight);
    }

    [Theory]
    [InlineData("nước thải", 20)]
    [InlineData("tập huấn", 30)]
    [InlineData("duong", 10)]
    [InlineData("xyz", 12)]
    [InlineData("tỉnh", 1)]
    [InlineData("tỉnh", 0)]
    public void Snippets_slice_the_passage(string query, int maxLength)
    {
        for (var passage = 0; passage < Texts.Length; passage++)
        {
            var snippet = Index.Snippet(query, passage, maxLength);

            Assert.InRange(snippet.Span.Length, 0, maxLength);
            Assert.True(Texts[passage].Contains(snippet.Span.Slice(Texts[passage]), StringComparison.Ordinal));
            Assert.All(snippet.Matches, match => Assert.True(snippet.Span.Contains(match)));
        }
    }

    [Fact]
    public void A_snippet_shows_the_stretch_with_most_of_the_query()
    {
        const string Text = "Sở Công Thương báo cáo. Doanh nghiệp tự chi trả kinh phí đánh giá. Ngân sách hỗ trợ tập huấn cho doanh nghiệp hằng năm.";

        var snippet = PassageIndex.Of([Some("", Text)], Phrases).Snippet("ngân sách hỗ trợ doanh nghiệp", 0, 60);

        Assert.Contains("Ngân sách hỗ trợ tập huấn cho doanh nghiệp", snippet.Span.Slice(Text), StringComparison.Ordinal);
        Assert.Equal("Ngân sách hỗ trợ doanh nghiệp", string.Join(' ', snippet.Matches.Select(match => match.Slice(Text))));
    }

    [Fact]
    public void Any_text_can_be_indexed_and_searched() => RandomText.Holds(static text =>
    {
        var index = IndexOf([text, "mục tiêu"]);
        var hits = index.Search(text, null, 5);
        return hits.All(hit => index.Explain(text, hit).Score == hit.Score && Slices(index.Snippet(text, hit.Passage, 20), text.Length + 10))
            && index.Search("mục tiêu", null, 2).Any(hit => hit.Passage == 1);

        static bool Slices(Snippet snippet, int length) => snippet.Span is { Start: >= 0, Length: <= 20 } span && span.End <= length;
    });

    [Fact]
    public void Many_readers_may_search_at_once()
    {
        var expected = Index.Search("tập huấn công nghiệp", null, 10);

        Parallel.For(0, 200, _ => Assert.Equal(expected, Index.Search("tập huấn công nghiệp", null, 10)));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "10 MB of one word", new string('a', 10_000_000) },
        { "10 MB of words", string.Concat(Enumerable.Repeat("duong bo ", 1_200_000)) },
        { "100,000 combining marks", "đ" + new string('\u0301', 100_000) },
        { "10 MB of white space", new string(' ', 10_000_000) },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Is_fast_on_hostile_queries(string name, string query)
    {
        Assert.NotEmpty(name);
        Timing.TakesLessThan(TimeSpan.FromSeconds(1), () =>
        {
            Index.Search(query, null, 10);
            Index.Explain(query, new Hit(1, 0, true));
            Index.Snippet(query, 1, 100);
        });
    }

    [Fact]
    public void Finds_passages_behind_the_first_block()
    {
        var texts = Enumerable.Repeat("văn bản khác", 70_000).ToArray();
        texts[69_999] = "nước thải";

        var index = IndexOf(texts);

        Assert.Equal([69_999], index.Search("nước thải", null, 10).Select(hit => hit.Passage));
        Assert.Equal(Enumerable.Range(0, 10), index.Search("văn bản", null, 10).Select(hit => hit.Passage));
    }

    private static PassageIndex IndexOf(IEnumerable<string> texts) => PassageIndex.Of(texts.Select(text => Some("", text)), Phrases);

    private static Passage Some(string heading, string text) => new("d", null, DocumentKind.Plan, heading, text, new TextSpan(0, text.Length));
}
