using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests.Learning;

/// <summary>When an approved answer of the office is given, and what stands beside it.</summary>
public class OfficeAnswerTests
{
    private const string Question = "Mức phí bảo vệ môi trường đối với nước thải công nghiệp là bao nhiêu?";
    private const string Words = "Phí cố định là 1.500.000 đồng một năm cho cơ sở xả dưới 20 m3 một ngày.";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Question)]
    [InlineData("muc phi bao ve moi truong doi voi nuoc thai cong nghiep la bao nhieu")]
    [InlineData("phi bvmt nuoc thai cong nghiep bao nhieu tien a")]
    [InlineData("cho mình hỏi phí bảo vệ môi trường với nước thải công nghiệp là bao nhiêu vậy ạ")]
    public void Is_given_for_its_question_in_other_spellings_and_words(string asked)
    {
        var answer = Ask(asked, Some());

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains("1.500.000", answer.Lead, StringComparison.Ordinal);
        Assert.Equal((SourceKind.Office, Words), (answer.Citations[0].Source, answer.Citations[0].Quote));
        Assert.Contains(answer.Notes, note => note.Contains("22/11/2027", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mức phí bảo vệ môi trường đối với khí thải là bao nhiêu?")]
    [InlineData("Ai thu phí bảo vệ môi trường đối với nước thải công nghiệp?")]
    [InlineData("Mức phí bảo vệ môi trường đối với nước thải công nghiệp năm 2020 là bao nhiêu?")]
    [InlineData("Mức phí bảo vệ môi trường đối với nước thải bệnh viện là bao nhiêu?")]
    public void Is_not_given_for_another_question(string asked) =>
        Assert.DoesNotContain(Ask(asked, Some()).Citations, citation => citation.Source == SourceKind.Office);

    [Fact]
    public void Is_given_to_the_last_day_and_not_after()
    {
        var file = Some() with { ExpiresOn = new DateOnly(2026, 11, 22) };

        Assert.Equal(Outcome.Answered, Ask(Question, file, Now.AddHours(13)).Outcome);
        Assert.Equal(Outcome.NotFound, Ask(Question, file, Now.AddHours(14)).Outcome);
    }

    [Theory]
    [InlineData("Bến Tre", Question, true)]
    [InlineData("Bến Tre", "Mức phí bảo vệ môi trường đối với nước thải công nghiệp ở Bến Tre là bao nhiêu?", true)]
    [InlineData("Bến Tre", "Mức phí bảo vệ môi trường đối với nước thải công nghiệp ở Vĩnh Long là bao nhiêu?", true)]
    [InlineData("Bến Tre", "Mức phí bảo vệ môi trường đối với nước thải công nghiệp ở Long An là bao nhiêu?", false)]
    [InlineData("Trà Vinh", "Mức phí bảo vệ môi trường đối với nước thải công nghiệp ở Bến Tre là bao nhiêu?", false)]
    [InlineData(null, "Mức phí bảo vệ môi trường đối với nước thải công nghiệp ở Long An là bao nhiêu?", true)]
    public void Is_given_for_its_own_province_only(string? province, string asked, bool given) =>
        Assert.Equal(given, Ask(asked, Some() with { Province = province }).Citations.Any(citation => citation.Source == SourceKind.Office));

    [Fact]
    public void Names_its_province_where_the_question_names_none() =>
        Assert.Contains("Bến Tre:", Ask(Question, Some() with { Province = "Bến Tre" }).Lead, StringComparison.Ordinal);

    [Fact]
    public void Stands_beside_what_the_documents_say_themselves()
    {
        var asked = "Sản xuất sạch hơn là gì?";
        var original = Ask(asked, null);
        var file = Some() with { Questions = [asked], Answer = "Là cách làm mà Văn phòng giải thích thế này." };

        var both = Ask(asked, file);

        Assert.Equal(Outcome.Answered, original.Outcome);
        Assert.Contains("Văn phòng giải thích", both.Lead, StringComparison.Ordinal);
        Assert.Contains(original.Lead, both.Lead, StringComparison.Ordinal);
        Assert.Equal(SourceKind.Office, both.Citations[0].Source);
        Assert.All(original.Citations, citation => Assert.Contains(both.Citations, other => other.Document.Id == citation.Document.Id && other.Span == citation.Span));
    }

    [Fact]
    public void Does_not_say_twice_what_it_cites_itself()
    {
        var asked = "Sản xuất sạch hơn là gì?";
        var original = Ask(asked, null);
        var file = Some() with { Questions = [asked], Sources = [.. original.Citations.Select(citation => new OfficeSource(null, citation.Document.File, citation.Span, citation.Quote))] };

        var answer = Ask(asked, file);

        Assert.DoesNotContain(original.Lead, answer.Lead, StringComparison.Ordinal);
        Assert.Equal(1 + original.Citations.Count, answer.Citations.Count);
    }

    [Fact]
    public void Steps_back_where_its_source_is_no_longer_in_the_documents()
    {
        var citation = Ask("Sản xuất sạch hơn là gì?", null).Citations[0];
        var kept = Some() with { Sources = [new OfficeSource(null, citation.Document.File, citation.Span, citation.Quote)] };
        var gone = Some() with { Sources = [new OfficeSource(null, citation.Document.File, citation.Span, citation.Quote + " thêm")] };
        var moved = Some() with { Sources = [new OfficeSource(null, citation.Document.File, new TextSpan(0, 3), citation.Quote)] };

        Assert.Equal(Outcome.Answered, Ask(Question, kept).Outcome);
        Assert.Equal(Outcome.NotFound, Ask(Question, gone).Outcome);
        Assert.Equal([citation.Span], Ask(Question, moved).Citations.Skip(1).Select(source => source.Span));
        Assert.Equal(OfficeAnswerStanding.SourceChanged, StandingOf(gone));
    }

    [Fact]
    public void Speaks_the_language_of_the_question_where_it_can()
    {
        var asked = "How much is the environmental protection fee for industrial wastewater?";
        var file = Some() with { Questions = [Question, asked] };

        Assert.Contains("1.500.000", Ask(asked, file).Lead, StringComparison.Ordinal);
        Assert.Contains(Ask(asked, file).Notes, note => note.Contains("Vietnamese only", StringComparison.Ordinal));
        Assert.Contains("fixed fee", Ask(asked, file with { English = "The fixed fee is VND 1,500,000 a year." }).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_answer_greetings_and_wishes_to_speak_to_the_office()
    {
        var file = Some() with { Questions = ["Xin chào", "Gửi câu hỏi cho Văn phòng SXSH"] };

        Assert.Equal(Outcome.SmallTalk, Ask("Xin chào", file).Outcome);
        Assert.Equal(Outcome.Handoff, Ask("Gửi câu hỏi cho Văn phòng SXSH", file).Outcome);
    }

    [Fact]
    public void Changes_the_name_of_the_knowledge()
    {
        var knowledge = TestKnowledge.Shipped;

        var one = KnowledgeLoader.With(knowledge, [Some()]);
        var other = KnowledgeLoader.With(one, [Some() with { Answer = "Khác." }]);

        Assert.Equal(3, new[] { knowledge.Version, one.Version, other.Version }.Distinct().Count());
        Assert.Equal(knowledge.Version, KnowledgeLoader.With(other, []).Version);
    }

    private static OfficeAnswerStanding StandingOf(OfficeAnswerFile file)
    {
        var answers = KnowledgeLoader.With(TestKnowledge.Shipped, [file]).OfficeAnswers;
        return answers.StandingOf(answers.All[0], new DateOnly(2026, 11, 22));
    }

    private static Answer Ask(string question, OfficeAnswerFile? file, DateTimeOffset? at = null) =>
        Assistant.Reply(new Turn(question, ConversationState.Empty, at ?? Now), file is null ? TestKnowledge.Shipped : KnowledgeLoader.With(TestKnowledge.Shipped, [file])).Answer;

    internal static OfficeAnswerFile Some() => new(
        1, 1, OfficeAnswerState.Approved, [Question], null, Words, null, [], new DateOnly(2027, 11, 22),
        new OfficeSignature(1, "Lan", Now), new OfficeSignature(2, "Mai", Now), null, null);
}
