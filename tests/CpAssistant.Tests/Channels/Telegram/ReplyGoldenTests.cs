using CpAssistant.Channels.Telegram;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>
/// Whole messages and keyboards, as the assistant's answers come out of it; no document behind them is a real one's text.
/// CPA_WRITE_GOLDEN=1 writes them anew, to be read as on a phone, and fails.
/// </summary>
public sealed class ReplyGoldenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly Lazy<KnowledgeSnapshot> Plans = new(() =>
    {
        using var folder = new TemporaryFolder();
        string[] provinces = ["Lạng Sơn", "Long An", "Cà Mau", "Thái Bình", "Quảng Nam", "Bình Phước", "Kiên Giang", "Lào Cai"];
        foreach (var (index, province) in provinces.Index())
        {
            folder.Write($"plan-{index}.txt", SamplePlan.Text(province, 40 + index).Replace("64/KH", $"{64 + index}/KH", StringComparison.Ordinal));
        }

        var office = new Office("Văn phòng Sản xuất sạch hơn", "1 Phố Mẫu", "0900 000 000", "8-17 giờ");
        return Assert.IsType<KnowledgeLoad.Loaded>(KnowledgeLoader.Load(new KnowledgeSources([folder.Path], Repository.Language, office))).Snapshot;
    });

    [Theory]
    [InlineData("target", "plans", "Mục tiêu áp dụng sản xuất sạch hơn đến 2020 của Lạng Sơn?")]
    [InlineData("target-list", "corpus", "Mục tiêu đến 2020 của Phú Yên?")]
    [InlineData("responsible-agency", "corpus", "Cơ quan nào phụ trách tập huấn ở Phú Yên?")]
    [InlineData("agency-duties", "corpus", "Sở Công Thương Phú Yên phải làm gì?")]
    [InlineData("enterprise", "corpus", "Doanh nghiệp phải làm gì ở Phú Yên?")]
    [InlineData("document-facts", "corpus", "Kế hoạch của Phú Yên số mấy, do ai ký, ngày nào?")]
    [InlineData("document-list", "corpus", "Có những văn bản nào?")]
    [InlineData("comparison", "corpus", "Mục tiêu áp dụng SXSH đến 2020 là bao nhiêu?")]
    [InlineData("reporting", "corpus", "Sở Công Thương phải báo cáo cho ai, bao lâu một lần?")]
    [InlineData("funding", "corpus", "Kinh phí lấy từ đâu?")]
    [InlineData("clarification-province", "plans", "Mục tiêu áp dụng sản xuất sạch hơn đến 2020 là bao nhiêu?")]
    [InlineData("clarification-indicator", "corpus", "bao nhiêu phần trăm?")]
    [InlineData("not-found", "plans", "Mục tiêu của Bến Tre là bao nhiêu?")]
    [InlineData("small-talk", "shipped", "xin chào")]
    [InlineData("handoff", "plans", "Gửi câu hỏi cho Văn phòng SXSH")]
    [InlineData("digest", "shipped", "Cơ quan nào phụ trách tập huấn trong khu công nghiệp ở Long An?")]
    [InlineData("digest-comparison", "shipped", "Ngành nào được ưu tiên?")]
    [InlineData("digest-definition", "shipped", "Sản xuất sạch hơn là gì?")]
    [InlineData("english", "corpus", "Which agency leads training in Phú Yên?")]
    [InlineData("english-comparison", "shipped", "What is the 2020 adoption target?")]
    public void Answers_look_as_they_were_checked(string name, string knowledge, string question)
    {
        var reply = Ask(knowledge, question);
        var messages = ReplyHtml.Of(reply, "https://sxsh.example.vn");
        var keyboard = ReplyKeyboard.Of(reply, 12, null).Select(row => string.Join(' ', row.Select(button => $"[{button.Text}|{button.CallbackData}]")));

        Assert.All(messages, message => TelegramMarkup.ReadMessage(message));
        AssertGolden(name, $"{string.Join("\n=====\n", messages)}\n-----\n{string.Join('\n', keyboard)}\n");
    }

    [Fact]
    public void A_button_shows_its_question_and_the_notice_comes_last() =>
        AssertGolden("heading-and-notice", string.Join("\n=====\n", ReplyHtml.Of(Ask("plans", "Mục tiêu áp dụng sản xuất sạch hơn đến 2020 của Lạng Sơn?"), null, "Mục tiêu của <Lạng Sơn> là gì?", "Câu hỏi & câu trả lời được lưu 90 ngày.")) + "\n");

    private static Reply Ask(string knowledge, string question)
    {
        var snapshot = knowledge switch { "plans" => Plans.Value, "corpus" => TestKnowledge.Corpus, _ => TestKnowledge.Shipped };
        var outcome = Assistant.Reply(new Turn(question, ConversationState.Empty, Now), snapshot);
        return Reply.Of(outcome, snapshot);
    }

    private static void AssertGolden(string name, string text)
    {
        var golden = Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Golden", "telegram", name + ".html");
        if (Environment.GetEnvironmentVariable("CPA_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, text);
            Assert.Fail($"written, to be checked: {golden}");
        }

        Assert.Equal(File.ReadAllText(golden), text);
    }
}
