using System.Text;
using CpAssistant.Tests.Text;
using CpAssistant.TurnLog;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.TurnLog;

public sealed class TextSearchTests : IDisposable
{
    private readonly LoggedTurns _turns = new();

    public void Dispose() => _turns.Dispose();

    [Fact]
    public async Task Typed_marks_are_a_promise()
    {
        await Ask("Công ty mía đường phải làm gì?", "Ông Dương ở xã nào?", "cong ty mia duong phai lam gi");

        Assert.Equal(["Công ty mía đường phải làm gì?"], _turns.FindText("đường"));
        Assert.Equal(["Ông Dương ở xã nào?"], _turns.FindText("dương"));
    }

    [Fact]
    public async Task Words_without_marks_are_found_with_any()
    {
        await Ask("Công ty mía đường phải làm gì?", "Ông Dương ở xã nào?", "cong ty mia duong phai lam gi", "Nước đá?");

        Assert.Equal(["cong ty mia duong phai lam gi", "Ông Dương ở xã nào?", "Công ty mía đường phải làm gì?"], _turns.FindText("duong"));
    }

    [Fact]
    public async Task Each_word_keeps_its_own_promise()
    {
        await Ask("Mía đường ở Long An", "Mía dương ở Long An");

        Assert.Equal(["Mía đường ở Long An"], _turns.FindText("mia đường"));
    }

    [Fact]
    public async Task All_words_must_be_there_wherever_they_stand()
    {
        await Ask("Long An phải báo cáo khi nào?", "Báo cáo của Bến Tre", "An toàn, cáo, long trọng, báo");

        Assert.Equal(["An toàn, cáo, long trọng, báo", "Long An phải báo cáo khi nào?"], _turns.FindText("báo cáo long an"));
    }

    [Theory]
    [InlineData("hoà bình")]
    [InlineData("hòa bình")]
    [InlineData("HOÀ BÌNH")]
    public async Task Spelling_does_not_matter(string typed)
    {
        await Ask("Tỉnh Hòa Bình", "tỉnh Hoà Bình", "Tỉnh Hòa Bình".Normalize(NormalizationForm.FormD), "tinh Hoa Binh");

        Assert.Equal(3, _turns.FindText(typed).Count);
        Assert.Equal(3, _turns.FindText(typed.Normalize(NormalizationForm.FormD)).Count);
    }

    [Theory]
    [InlineData("\"báo cáo\"")]
    [InlineData("“báo cáo”")]
    [InlineData("\"bao cao\"")]
    public async Task Words_in_quotation_marks_stand_together(string typed)
    {
        await Ask("Khi nào báo cáo?", "cáo và báo", "báo và cáo");

        Assert.Equal(["Khi nào báo cáo?"], _turns.FindText(typed));
    }

    [Fact]
    public async Task A_phrase_with_marks_is_found_as_it_is_typed()
    {
        await Ask("trồng cây xanh", "trồng cấy xanh", "trong cay xanh", "xanh, cây");

        Assert.Equal(["trồng cây xanh"], _turns.FindText("\"cây xanh\""));
        Assert.Equal(3, _turns.FindText("\"cay xanh\"").Count);
    }

    [Fact]
    public async Task A_mark_that_is_not_closed_makes_no_phrase()
    {
        await Ask("báo và cáo");

        Assert.Single(_turns.FindText("\"báo cáo"));
    }

    [Fact]
    public async Task Numbers_of_documents_and_sums_are_found()
    {
        await Ask("Quyết định 1419/QĐ-TTg nói gì?", "Chi 286.000.000 đồng cho ai?");

        Assert.Single(_turns.FindText("1419/QĐ-TTg"));
        Assert.Single(_turns.FindText("286.000.000"));
        Assert.Empty(_turns.FindText("286.000.001"));
    }

    [Theory]
    [InlineData("?!")]
    [InlineData("\" \"")]
    [InlineData("😀")]
    [InlineData("***")]
    public async Task Where_nothing_can_be_looked_for_all_is_shown_and_it_is_said(string typed)
    {
        await Ask("một", "hai");

        Assert.True(TurnTextQuery.Read(typed).HasFault);
        Assert.Equal(2, _turns.FindText(typed).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_typed_is_no_fault(string? typed) => Assert.Equal(TurnTextQuery.None, TurnTextQuery.Read(typed));

    [Theory]
    [InlineData("\" OR * NEAR( :")]
    [InlineData("một OR hai")]
    [InlineData("NOT một")]
    [InlineData("written : một")]
    [InlineData("{written folded} : một")]
    [InlineData("- một")]
    [InlineData("^một*")]
    [InlineData("NEAR(một hai, 5)")]
    [InlineData("một\0hai")]
    [InlineData("'; DROP TABLE turn; --")]
    public async Task Signs_and_words_of_the_query_language_mean_nothing(string typed)
    {
        await Ask("một", "hai", "một OR hai");

        Assert.DoesNotContain("hai", _turns.FindText(typed));
    }

    [Fact]
    public async Task Whatever_is_typed_is_no_error()
    {
        await Ask("Sở Công Thương phải làm gì?");
        var pieces = Gen.Elements("\"", "“", "”", "(", ")", "*", ":", "^", "-", "+", ",", "{", "}", "'", "\0", " AND ", " OR ", " NOT ", " NEAR(", "written", "folded", "rank", "sở", "so", "\uD83D", "𝒜", "ⅷ", "٣", "\u0301");
        var typed = Gen.OneOf(RandomText.Any.Generator, pieces.ArrayOf().Select(string.Concat));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60), Prop.ForAll(typed.ToArbitrary(), text => _turns.FindText(text).Count <= 1));
    }

    [Fact]
    public void What_was_asked_is_found_by_its_own_words() => RandomText.Holds(text =>
    {
        using var log = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        log.Open();
        using var make = log.CreateCommand();
        make.CommandText =
            """
            CREATE VIRTUAL TABLE turn_text USING fts5 (written, folded, tokenize = 'unicode61 remove_diacritics 0');
            INSERT INTO turn_text VALUES ($written, $folded);
            SELECT count(*) FROM turn_text WHERE turn_text MATCH $match;
            """;
        var match = TurnTextQuery.Read(Latin(text)).Match;
        make.Parameters.AddWithValue("$written", Core.Text.VietnameseText.Normalize(Latin(text)));
        make.Parameters.AddWithValue("$folded", Core.Text.VietnameseText.Fold(Latin(text)));
        make.Parameters.AddWithValue("$match", match ?? "nothing");
        return match is null || (long)make.ExecuteScalar()! == 1;
    });

    /// <summary>Letters that have come into Unicode since are none for SQLite: words of them are not found, which is not looked at here.</summary>
    private static string Latin(string text) => string.Concat(text.Where(unit => unit is < '\u0250' or (>= '\u0300' and <= '\u036F') or (>= '\u1EA0' and <= '\u1EF9') or (>= '\u2000' and < '\u2070')));

    private async Task Ask(params string[] questions)
    {
        foreach (var question in questions)
        {
            await _turns.AddAsync(question);
        }
    }
}
