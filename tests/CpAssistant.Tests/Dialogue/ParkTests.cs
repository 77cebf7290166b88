using CpAssistant.Core.Dialogue;

namespace CpAssistant.Tests.Dialogue;

/// <summary>An enterprise that is known to be in an industrial park.</summary>
public sealed class ParkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Who_asks_for_an_agency_is_told_the_one_for_parks()
    {
        var outside = Ask("cơ quan nào tập huấn?", park: null);
        var inside = Ask("cơ quan nào tập huấn?", "KCN Sa Đéc");

        Assert.DoesNotContain("Ban Quản lý Khu Kinh tế", outside.Answer.Lead, StringComparison.Ordinal);
        Assert.Contains("Ban Quản lý Khu Kinh tế", inside.Answer.Lead, StringComparison.Ordinal);
        Assert.Contains("Đã hiểu là cơ sở nằm trong khu công nghiệp: KCN Sa Đéc.", inside.Answer.Notes);
    }

    [Theory]
    [InlineData("mục tiêu đến năm 2020?")]
    [InlineData("ai ký?")]
    [InlineData("nguồn kinh phí từ đâu?")]
    [InlineData("cơ quan nào phụ trách sản xuất sạch hơn?")]
    public void Other_questions_are_answered_as_ever(string question) => Assert.Equal(Ask(question, park: null).Reply, Ask(question, "KCN Sa Đéc").Reply);

    [Fact]
    public void Where_the_documents_say_nothing_of_parks_the_answer_is_that_for_all()
    {
        var outside = Ask("cơ quan nào kiểm tra, xử lý vi phạm?", park: null, "Sơn La");
        var inside = Ask("cơ quan nào kiểm tra, xử lý vi phạm?", "KCN Mai Sơn", "Sơn La");

        Assert.Equal(outside.Reply, inside.Reply);
    }

    private static TurnOutcome Ask(string question, string? park, string province = "Đồng Tháp") =>
        Assistant.Reply(new Turn(question, ConversationState.Empty with { Province = province, Park = park }, Now), TestKnowledge.Shipped);
}
