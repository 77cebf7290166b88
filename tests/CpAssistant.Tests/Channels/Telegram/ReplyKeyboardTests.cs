using CpAssistant.Channels.Telegram;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Tests.Text;

namespace CpAssistant.Tests.Channels.Telegram;

public sealed class ReplyKeyboardTests
{
    [Theory]
    [InlineData(Outcome.Answered, true)]
    [InlineData(Outcome.NotFound, true)]
    [InlineData(Outcome.Clarification, false)]
    [InlineData(Outcome.SmallTalk, false)]
    [InlineData(Outcome.Handoff, false)]
    public void Votes_are_asked_for_where_a_question_was_looked_up(Outcome outcome, bool votes) =>
        Assert.Equal(votes ? ["v:7:1:5", "v:7:0:5"] : [], ReplyKeyboard.Of(Reply(outcome), 7, 5).SelectMany(row => row).Select(button => button.CallbackData));

    [Fact]
    public void A_suggestion_is_known_by_its_place()
    {
        var rows = ReplyKeyboard.Of(Reply(Outcome.SmallTalk, "Mục tiêu sản xuất sạch hơn của Sơn La là gì?", " ", "Có những văn bản nào?"), 12, null);

        Assert.Equal([new InlineButton("Mục tiêu sản xuất sạch hơn của Sơn La là gì?", "q:12:0")], rows[0]);
        Assert.Equal([new InlineButton("Có những văn bản nào?", "q:12:2")], rows[1]);
    }

    [Theory]
    [InlineData("Mục tiêu đến 2020 là bao nhiêu (Long An)?|Mục tiêu đến 2020 là bao nhiêu (Long Xuyên)?", "Long An|Long Xuyên")]
    [InlineData("Mục tiêu (mới) là bao nhiêu (Long An)?|Mục tiêu (mới) là bao nhiêu (Cà Mau)?", "Long An|Cà Mau")]
    [InlineData("Mục tiêu cơ sở áp dụng là bao nhiêu?|Mục tiêu mức tiết kiệm là bao nhiêu?", "Cơ sở áp dụng|Mức tiết kiệm")]
    [InlineData("What is the target (Long An)?|What is the target (Sơn La)?", "Long An|Sơn La")]
    [InlineData("Ai ký?|Ai gửi?", "Ai ký?|Ai gửi?")]
    [InlineData("Có những văn bản nào nói về?|Có những văn bản nào nói về?", "Có những văn bản nào nói về?|Có những văn bản nào nói về?")]
    public void Choices_show_what_they_differ_in(string choices, string labels) =>
        Assert.Equal(labels.Split('|'), ReplyKeyboard.Of(Reply(Outcome.Clarification, choices.Split('|')), 1, null).SelectMany(row => row).Select(button => button.Text));

    [Theory]
    [InlineData("Long An|Cà Mau|Sơn La|Lào Cai", new[] { 3, 1 })]
    [InlineData("Thừa Thiên Huế|Cà Mau|Bà Rịa - Vũng Tàu", new[] { 2, 1 })]
    [InlineData("Sở Công Thương phải làm gì?|Cà Mau", new[] { 1, 1 })]
    public void Short_labels_stand_side_by_side(string labels, int[] rows) =>
        Assert.Equal(rows, ReplyKeyboard.Of(Reply(Outcome.Clarification, labels.Split('|')), 1, null).Select(row => row.Count));

    [Fact]
    public void A_long_label_is_cut_between_words()
    {
        var label = ReplyKeyboard.Of(Reply(Outcome.Handoff, string.Concat(Enumerable.Repeat("nghiệp ", 20))), 1, null)[0][0].Text;

        Assert.Equal(string.Join(' ', Enumerable.Repeat("nghiệp", 8)) + "…", label);
    }

    [Fact]
    public void Any_suggestions_make_labels_that_Telegram_takes() => RandomText.Holds(text =>
        ReplyKeyboard.Of(Reply(Outcome.Clarification, "x" + text, text + text, string.Concat(Enumerable.Repeat(text, 9)) + "y"), 1, null).SelectMany(row => row)
            .All(button => button.Text.Length is > 0 and <= 60 && TelegramHtml.Clean(button.Text) == button.Text && TelegramHtml.IsVisible(button.Text)));

    [Fact]
    public void A_suggestion_that_was_taken_is_gone_with_its_row()
    {
        var rows = ReplyKeyboard.Of(Reply(Outcome.Answered, "Sở Công Thương phải làm gì?", "Có những văn bản nào?"), 1, 9);

        Assert.Equal([["q:1:1:9"], ["v:1:1:9", "v:1:0:9"]], Data(ReplyKeyboard.Without(rows, new ButtonData.Ask(1, 0, 9))));
        Assert.Equal(Data(rows), Data(ReplyKeyboard.Without(rows, new ButtonData.Ask(1, 0, null))));
    }

    [Fact]
    public void The_last_vote_is_the_one_marked()
    {
        var rows = ReplyKeyboard.Of(Reply(Outcome.Answered, "Có những văn bản nào?"), 1, null);

        Assert.Equal(["👍 ✓", "👎"], ReplyKeyboard.Voted(rows, true)[1].Select(button => button.Text));
        Assert.Equal(["👍", "👎 ✓"], ReplyKeyboard.Voted(ReplyKeyboard.Voted(rows, true), false)[1].Select(button => button.Text));
        Assert.Equal(rows[0], ReplyKeyboard.Voted(rows, true)[0]);
    }

    private static Reply Reply(Outcome outcome, params string[] suggestions) => new(outcome, "vi", "Có.", [], [], suggestions);

    private static IEnumerable<IEnumerable<string>> Data(IReadOnlyList<IReadOnlyList<InlineButton>> rows) => rows.Select(row => row.Select(button => button.CallbackData));
}
