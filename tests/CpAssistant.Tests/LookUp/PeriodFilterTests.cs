using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;

namespace CpAssistant.Tests.LookUp;

public class PeriodFilterTests
{
    [Theory]
    [InlineData("2020", null, 2020)]
    [InlineData("năm 2020", null, 2020)]
    [InlineData("den 2020", null, 2020)]
    [InlineData("2016-2020", 2016, 2020)]
    [InlineData("giai đoạn 2016 – 2020", 2016, 2020)]
    [InlineData("2018-2018", null, 2018)]
    public void Reads_a_year_or_a_period(string text, int? from, int to) => Assert.Equal(new PeriodFilter(from, to), PeriodFilter.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("20")]
    [InlineData("2020-2016")]
    [InlineData("2016-2018-2020")]
    [InlineData("99999")]
    public void Reads_nothing_else(string text) => Assert.Null(PeriodFilter.Read(text));

    [Theory]
    [InlineData("2020", 2016, 2020, true)]
    [InlineData("2020", null, 2020, true)]
    [InlineData("2020", 2020, null, true)]
    [InlineData("2018", 2016, 2020, false)]
    [InlineData("2016-2020", 2016, 2020, true)]
    [InlineData("2016-2020", null, 2020, false)]
    [InlineData("2020", null, null, false)]
    public void Holds_what_ends_in_its_year(string filter, int? from, int? to, bool holds) =>
        Assert.Equal(holds, PeriodFilter.Read(filter)!.Holds(from is null && to is null ? null : new Period(from, to)));
}
