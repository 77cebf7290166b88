using System.Text;
using CpAssistant.Channels.Telegram;
using CpAssistant.Tests.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Channels.Telegram;

public sealed class ButtonDataTests
{
    private static readonly Gen<long> Numbers = Gen.OneOf(Gen.Choose(0, 1000).Select(number => (long)number), Gen.Choose(0, 60).Select(shift => long.MaxValue >> shift));
    private static readonly Gen<long?> Owners = Gen.OneOf(Gen.Constant((long?)null), Numbers.Select(number => (long?)number));

    private static readonly Arbitrary<ButtonData> Any = Gen.OneOf<ButtonData>(
        from reply in Numbers from index in Gen.Choose(0, int.MaxValue) from owner in Owners select (ButtonData)new ButtonData.Ask(reply, index, owner),
        from reply in Numbers from helpful in Gen.Elements(true, false) from owner in Owners select (ButtonData)new ButtonData.Vote(reply, helpful, owner),
        from slug in Gen.Elements("abcxyz0189-".ToCharArray()).ArrayOf().Where(letters => letters.Length is > 0 and <= 50) select (ButtonData)new ButtonData.Province(new string(slug)),
        Gen.Constant((ButtonData)new ButtonData.Province(null)),
        Gen.Choose(0, int.MaxValue).Select(page => (ButtonData)new ButtonData.ProvincePage(page)),
        Gen.Elements<ButtonData>(new ButtonData.Language("vi"), new ButtonData.Language("en"), new ButtonData.Erase(true, null), new ButtonData.Erase(false, 123456789))).ToArbitrary();

    [Fact]
    public void What_was_written_is_read() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60), Prop.ForAll(Any, data =>
    {
        Assert.Equal(data, ButtonData.Read(data.Write()));
        Assert.True(Ascii.IsValid(data.Write()));
        Assert.InRange(data.Write().Length, 1, 64);
    }));

    [Fact]
    public void Only_what_could_have_been_written_is_read() => RandomText.Holds(text =>
        new[] { text, "q:" + text, "v:1:" + text, "p:" + text, "n:" + text, "l:" + text, "e:" + text, "q:1:2:" + text }
            .All(data => ButtonData.Read(data) is not { } read || read.Write() == data));

    [Theory]
    [InlineData("q:12:0", "Ask")]
    [InlineData("q:12:0:123456789", "Ask")]
    [InlineData("v:12:1", "Vote")]
    [InlineData("p:long-an", "Province")]
    [InlineData("p", "Province")]
    [InlineData("n:2", "ProvincePage")]
    [InlineData("l:en", "Language")]
    [InlineData("e:1", "Erase")]
    public void Forms_that_stand_under_sent_messages_are_kept(string data, string kind) => Assert.Equal(kind, ButtonData.Read(data)?.GetType().Name);

    [Theory]
    [InlineData("")]
    [InlineData("q")]
    [InlineData("q:12")]
    [InlineData("q:-1:0")]
    [InlineData("q:012:0")]
    [InlineData("q: 12:0")]
    [InlineData("q:12:0:")]
    [InlineData("q:12:0:1:2")]
    [InlineData("q:12:4294967296")]
    [InlineData("q:99999999999999999999:0")]
    [InlineData("q:١٢:0")]
    [InlineData("v:12:2")]
    [InlineData("v:12:true")]
    [InlineData("p:")]
    [InlineData("p:Long-An")]
    [InlineData("p:long an")]
    [InlineData("p:../x")]
    [InlineData("p:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("l:fr")]
    [InlineData("e:")]
    [InlineData("x:1")]
    [InlineData("{\"q\":1}")]
    public void Anything_else_is_nothing(string data) => Assert.Null(ButtonData.Read(data));
}
