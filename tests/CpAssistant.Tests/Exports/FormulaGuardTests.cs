using CpAssistant.Exports;

namespace CpAssistant.Tests.Exports;

public sealed class FormulaGuardTests
{
    [Fact]
    public void What_begins_a_formula_is_risky_however_it_hides()
    {
        Assert.All(HostileTexts.Formulas, text => Assert.True(FormulaGuard.IsRisky(text), text));
        Assert.All(HostileTexts.Formulas, text => Assert.StartsWith("'", FormulaGuard.Neutral(text), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xin chào")]
    [InlineData("1 = 1")]
    [InlineData("SXSH - hỏi")]
    [InlineData("a@b.vn")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'nháy")]
    public void What_does_not_stays_as_it_is(string text)
    {
        Assert.False(FormulaGuard.IsRisky(text));
        Assert.Equal(text, FormulaGuard.Neutral(text));
    }

    [Theory]
    [InlineData("x;=1+1", "x;'=1+1")]
    [InlineData("x\t =1+1", "x\t' =1+1")]
    [InlineData("x\r\n=1+1", "x\r\n'=1+1")]
    [InlineData("=1;=2", "'=1;'=2")]
    [InlineData("x;\"=1", "x;'\"=1")]
    [InlineData("a; b; c", "a; b; c")]
    public void A_cell_that_would_begin_at_another_separator_is_neutral_too(string text, string neutral) => Assert.Equal(neutral, FormulaGuard.Neutral(text));

    [Fact]
    public void Long_runs_are_read_once()
    {
        // Read again from each semicolon, this would take hours.
        var text = string.Concat(Enumerable.Repeat(";  ", 1_000_000));

        Assert.Equal(text, FormulaGuard.Neutral(text));
    }
}
