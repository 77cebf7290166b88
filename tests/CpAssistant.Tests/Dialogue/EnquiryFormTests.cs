using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Dialogue;

/// <summary>How an enquiry is taken, step by step.</summary>
public sealed class EnquiryFormTests
{
    private const string Wish = "Gửi câu hỏi cho Văn phòng SXSH";
    private const string Question = "Lò hơi đốt trấu được hỗ trợ bao nhiêu tiền ở Long An?";
    private const string Agree = "Đồng ý, để Văn phòng trả lời";
    private const string Refuse = "Không, chỉ gửi câu hỏi";
    private const string Reference = "CP-2026-00017";

    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly EnquiryDesk Desk = new(Reference, 5, IsForeign: false);

    private ConversationState _state = ConversationState.Empty;

    [Fact]
    public void All_that_the_office_needs_is_asked_for_one_after_the_other()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);
        Say("Công ty TNHH Gạo Vàng");
        Say("KCN Tân Đô, Long An");
        Say("xay xat gao");
        Say("chị Hoa 0912 345 678");
        var last = Say("Không nhận lời mời");

        var opened = Assert.IsType<SentEnquiry.Opened>(last.Enquiry);
        Assert.Equal(
            (Question, "Công ty TNHH Gạo Vàng", "Long An", "KCN Tân Đô, Long An", "xay xát lúa gạo", "chị Hoa 0912 345 678"),
            (opened.Content.Question, opened.Content.Name, opened.Content.Province, opened.Content.Park, opened.Content.Industry, opened.Content.Contact));
        Assert.Equal([(ConsentPurpose.Answer, true), (ConsentPurpose.Invitation, false)], opened.Content.Consents.Select(consent => (consent.Purpose, consent.Given)));
        Assert.Contains(Reference, last.Reply, StringComparison.Ordinal);
        Assert.Contains("27/11/2026", last.Reply, StringComparison.Ordinal);
        Assert.Null(last.State.Draft);
        Assert.Equal([Reference], last.State.Enquiries);
    }

    [Fact]
    public void What_was_not_found_is_offered_as_the_question()
    {
        Say(Question);

        var offered = Say(Wish);
        Say("gui cau nay");
        var last = Say(Refuse);

        Assert.Contains(Question, offered.Reply, StringComparison.Ordinal);
        Assert.Equal(Question, Assert.IsType<SentEnquiry.Opened>(last.Enquiry).Content.Question);
    }

    [Fact]
    public void A_question_that_comes_with_the_wish_is_not_asked_for_again()
    {
        var asked = Say("Gửi câu hỏi cho Văn phòng: " + Question);

        Assert.Equal((EnquiryStep.Consent, Question), (asked.State.Draft!.Step, asked.State.Draft.Question));
    }

    [Fact]
    public void Without_consent_the_question_goes_alone_and_nothing_else_is_asked()
    {
        _state = _state with { Park = "KCN Tân Đô" };
        Say(Wish);
        Say(Question);

        var last = Say(Refuse);

        var content = Assert.IsType<SentEnquiry.Opened>(last.Enquiry).Content;
        Assert.Equal((Question, null, null, null, "Long An"), (content.Question, content.Name, content.Contact, content.Park, content.Province));
        Assert.False(Assert.Single(content.Consents).Given);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("0912 345 678")]
    [InlineData("Đồng ý nhận lời mời tập huấn")]
    [InlineData("sao phải đồng ý?")]
    [InlineData("tôi không đồng ý lắm")]
    [InlineData("Đồng ý?")]
    [InlineData("có?")]
    [InlineData("cô")]
    [InlineData("cỏ")]
    [InlineData("đông y")]
    [InlineData("Bà Lê Thị Hoa, đường Hai Bà Trưng")]
    public void Only_its_own_words_are_consent(string said)
    {
        Say(Wish);
        Say(Question);

        var asked = Say(said);

        Assert.Equal(EnquiryStep.Consent, asked.State.Draft!.Step);
        Assert.Empty(asked.State.Draft.Consents);
        Assert.Contains(Agree, asked.Answer.Suggestions);
    }

    [Fact]
    public void What_people_say_instead_of_consent_is_not_kept()
    {
        Say(Wish);
        Say(Question);

        Assert.Equal("(không hiện ở đây)", Say("Bà Lê Thị Hoa, đường Hai Bà Trưng").InPlaceOfText);
    }

    [Theory]
    [InlineData("đồng ý")]
    [InlineData("dong y")]
    [InlineData("Dạ đồng ý ạ")]
    [InlineData("tôi đồng ý.")]
    [InlineData("CÓ")]
    [InlineData("I agree")]
    public void Plain_words_of_consent_are_taken(string said)
    {
        Say(Wish);
        Say(Question);

        Assert.Equal(EnquiryStep.Name, Say(said).State.Draft!.Step);
    }

    [Theory]
    [InlineData("vâng")]
    [InlineData("ok")]
    [InlineData("gui di")]
    [InlineData("có")]
    public void A_word_of_assent_sends_the_question_that_was_offered(string said)
    {
        Say(Question);
        Say(Wish);

        Assert.Equal((EnquiryStep.Consent, Question), Say(said).State.Draft is { } draft ? (draft.Step, draft.Question) : default);
    }

    [Theory]
    [InlineData("thôi")]
    [InlineData("không")]
    [InlineData("hủy")]
    [InlineData("de sau")]
    public void A_word_of_refusal_sends_nothing(string said)
    {
        Say(Question);
        Say(Wish);

        Assert.Null(Say(said).State.Draft);
    }

    [Theory]
    [InlineData("lò hơi")]
    [InlineData("số của tôi 0912345678")]
    [InlineData("\u200B\u202E")]
    [InlineData("...")]
    public void What_is_hardly_a_question_is_asked_for_again(string said)
    {
        Say(Wish);

        Assert.Equal(EnquiryStep.Question, Say(said).State.Draft!.Step);
    }

    [Fact]
    public void A_question_in_the_middle_of_the_form_is_not_taken_for_a_place()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);
        Say("Công ty A");

        var asked = Say("Mục tiêu của Long An là gì?");

        Assert.Equal((EnquiryStep.Place, null), (asked.State.Draft!.Step, asked.State.Draft.Park));
        Assert.Contains("hủy phiếu", asked.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_draft_is_gone_what_people_tell_of_themselves_is_kept_nowhere()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);
        _state = _state with { Draft = null };

        var late = Say("Hộ kinh doanh Trần Văn Ba");

        Assert.NotNull(late.InPlaceOfText);
        Assert.Null(late.State.Step);
        Assert.DoesNotContain("Trần Văn Ba", late.Reply + string.Concat(late.State.Utterances), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_too_many_have_come_in_no_further_one_is_begun()
    {
        var told = Assistant.Reply(Turn(Wish) with { Desk = Desk with { IsFull = true } }, TestKnowledge.Shipped);

        Assert.Null(told.State.Draft);
        Assert.Contains("quá nhiều phiếu", told.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cho toi gap can bo")]
    [InlineData("tôi muốn hỏi trực tiếp văn phòng")]
    [InlineData("nhờ cán bộ trả lời giúp")]
    [InlineData("cho tôi số điện thoại văn phòng")]
    [InlineData("liên hệ văn phòng")]
    [InlineData("tôi cần tư vấn trực tiếp")]
    [InlineData("toi muon gap nhan vien tu van")]
    public void The_office_is_asked_for_in_many_words(string said) => Assert.Equal(EnquiryStep.Question, Say(said).State.Draft?.Step);

    [Fact]
    public void Consent_is_kept_in_the_words_that_were_put_before_the_person()
    {
        Say(Wish);
        var put = Say(Question);

        var consent = Assert.Single(Say(Agree).State.Draft!.Consents);

        Assert.Equal((put.Answer.Lead, Friday), (consent.Wording, consent.At));
    }

    [Fact]
    public void On_a_foreign_platform_people_are_told_so_before_they_name_themselves()
    {
        Say(Wish);

        var put = Assistant.Reply(Turn(Question) with { Desk = Desk with { IsForeign = true } }, TestKnowledge.Shipped);

        Assert.Contains("nước ngoài", put.Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_tell_of_themselves_stands_in_the_enquiry_alone()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);

        var name = Say("Hộ kinh doanh Trần Văn Ba");
        Say("Bỏ qua");
        Say("Bỏ qua");
        var contact = Say("0912 345 678");

        Assert.All([name, contact], outcome => Assert.Equal("(không hiện ở đây)", outcome.InPlaceOfText));
        Assert.DoesNotContain("Trần Văn Ba", name.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", contact.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_detail_can_be_skipped()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);
        Say("Bỏ qua");
        Say("bo qua");
        Say("skip");

        var content = Assert.IsType<SentEnquiry.Opened>(Say("Bỏ qua").Enquiry).Content;

        Assert.Equal((null, null, null, null), (content.Name, content.Park, content.Industry, content.Contact));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void It_can_be_given_up_at_any_step(int steps)
    {
        Say(Wish);
        foreach (var said in new[] { Question, Agree, "Công ty A", "Long An", "dệt may" }.Take(steps))
        {
            Say(said);
        }

        var last = Say("Hủy, không gửi");

        Assert.Null(last.State.Draft);
        Assert.Null(last.Enquiry);
        Assert.Contains("không gửi", last.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_of_an_earlier_step_is_not_taken_for_an_answer()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);

        var asked = Say(Agree);

        Assert.Equal((EnquiryStep.Name, null), (asked.State.Draft!.Step, asked.State.Draft.Name));
    }

    [Fact]
    public void A_command_gives_the_enquiry_up_and_says_so()
    {
        Say(Wish);
        Say(Question);

        var aside = Assistant.Reply(Turn("Mục tiêu sản xuất sạch hơn của Long An là gì?") with { IsAside = true }, TestKnowledge.Shipped);

        Assert.Equal(Outcome.Answered, aside.Answer.Outcome);
        Assert.Null(aside.State.Draft);
        Assert.Contains(aside.Answer.Notes, note => note.Contains("đã bỏ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_enquiry_that_was_left_lying_is_not_taken_up_again()
    {
        Say(Wish);

        var later = Assistant.Reply(Turn("Mục tiêu sản xuất sạch hơn của Long An là gì?") with { Time = Friday + EnquiryDraft.KeptFor }, TestKnowledge.Shipped);

        Assert.Equal(Outcome.Answered, later.Answer.Outcome);
    }

    [Fact]
    public void What_is_added_goes_to_the_enquiry_that_it_names()
    {
        SendOne();

        var atOnce = Say($"Bổ sung cho phiếu {Reference}: lò hơi 2 tấn/giờ");
        var asked = Say($"Bổ sung cho phiếu {Reference}");
        var later = Say("thêm một lò nữa");

        Assert.Equal(new SentEnquiry.Added(Reference, "lò hơi 2 tấn/giờ"), atOnce.Enquiry);
        Assert.Equal(EnquiryStep.Addition, asked.State.Draft!.Step);
        Assert.Equal(new SentEnquiry.Added(Reference, "thêm một lò nữa"), later.Enquiry);
    }

    [Fact]
    public void Nobody_adds_to_an_enquiry_of_another_conversation()
    {
        var reply = Say("Bổ sung cho phiếu CP-2026-00001: xin hủy");

        Assert.Null(reply.Enquiry);
        Assert.NotEqual(EnquiryStep.Addition, reply.State.Draft?.Step);
    }

    [Fact]
    public void Where_the_office_takes_none_people_are_told_its_address()
    {
        var reply = Assistant.Reply(Turn(Wish) with { Desk = null }, TestKnowledge.Shipped);

        Assert.Equal(Outcome.Handoff, reply.Answer.Outcome);
        Assert.Null(reply.State.Draft);
    }

    [Fact]
    public void The_form_speaks_English_to_who_began_it_in_English()
    {
        Say("I want to talk to an officer");

        var put = Say("Is there support for rice husk boilers?");

        Assert.Contains("Do you agree?", put.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_is_asked_for_again_and_nowhere_kept()
    {
        Say(Wish);
        Say(Question);
        Say(Agree);

        var asked = Say(new string('A', 400));

        Assert.Equal(EnquiryStep.Name, asked.State.Draft!.Step);
        Assert.NotNull(asked.InPlaceOfText);
    }

    private void SendOne()
    {
        Say(Wish);
        Say(Question);
        Say(Refuse);
    }

    private TurnOutcome Say(string said)
    {
        var outcome = Assistant.Reply(Turn(said), TestKnowledge.Shipped);
        _state = outcome.State;
        return outcome;
    }

    private Turn Turn(string said) => new(PersonalNumbers.Mask(said), _state, Friday) { Unmasked = said, Desk = Desk };
}
