using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.Tests.Dialogue;

/// <summary>What people write who do not know how the documents put it.</summary>
public sealed class PlainWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("ok")]
    [InlineData("dạ vâng ạ")]
    [InlineData("hieu roi")]
    [InlineData("tks shop")]
    [InlineData("cam on nha")]
    public void A_word_of_assent_is_no_question(string said)
    {
        var reply = Say(said);

        Assert.Equal(Outcome.SmallTalk, reply.Answer.Outcome);
        Assert.StartsWith("Không có gì", reply.Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_lead_in_a_list_come_with_the_list()
    {
        var lead = Say("Long An có hỗ trợ tiền không").Answer.Lead;

        Assert.Contains(": 1. ", lead, StringComparison.Ordinal);
        Assert.Contains("gân sách", lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_nearly_right_is_asked_back()
    {
        var answer = Say("Văn bản 50/KH-UNBD do ai ký?").Answer;

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Equal(["Văn bản 50/KH-UBND do ai ký?"], answer.Suggestions);
    }

    [Fact]
    public void What_a_text_does_not_give_keeps_nothing_else_back()
    {
        var lead = Say("Chỉ thị của Bến Tre số bao nhiêu, ai ký?").Answer.Lead;

        Assert.Contains("Cao Văn Trọng", lead, StringComparison.Ordinal);
        Assert.EndsWith("văn bản không nêu.", lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_says_everything_does_not_take_after_the_one_before()
    {
        const string Whole = "So sánh mục tiêu đến năm 2020 của Long An và Đồng Tháp";

        Assert.Equal(Say(Whole).Answer.Lead, Say("Chế độ báo cáo của Bến Tre thế nào?", Whole).Answer.Lead);
    }

    [Fact]
    public void Asking_whether_there_is_an_office_is_not_refused()
    {
        Assert.DoesNotContain("Không phải", Say("Long An có văn phòng sản xuất sạch hơn không?").Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_to_take_part_comes_after_who_does_it()
    {
        Assert.DoesNotContain("Mặt trận", Say("Bến Tre: cơ quan nào tập huấn?").Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_of_several_years_are_given_for_the_latest_in_full()
    {
        var lead = Say("Mục tiêu của Long An là gì?").Answer.Lead;

        Assert.All(new[] { "90%", "50%", "tiết kiệm 8-13%", "100%", "các năm khác" }, part => Assert.Contains(part, lead, StringComparison.Ordinal));
        Assert.DoesNotContain("2015", lead, StringComparison.Ordinal);
    }

    private static TurnOutcome Say(params string[] utterances)
    {
        var (state, outcome) = (ConversationState.Empty, (TurnOutcome?)null);
        foreach (var utterance in utterances)
        {
            outcome = Assistant.Reply(new Turn(utterance, state, Now), TestKnowledge.Shipped);
            state = outcome.State;
        }

        return outcome!;
    }
}
