using System.Globalization;
using System.Text.Json;
using CpAssistant.Channels.Telegram;

namespace CpAssistant.Tests.Channels.Telegram;

public class UpdateReaderTests
{
    private const string Person = """ "from":{"id":7,"is_bot":false,"first_name":"An","language_code":"vi"},"date":1790000000 """;
    private const string Private = """ "message_id":5,"chat":{"id":7,"type":"private"}, """ + Person;
    private const string Group = """ "message_id":5,"chat":{"id":-100,"type":"supergroup","title":"KCN"}, """ + Person;
    private const string ToBot = """ "reply_to_message":{"message_id":3,"from":{"id":4242,"is_bot":true}} """;
    private const string ToPerson = """ "reply_to_message":{"message_id":3,"from":{"id":8,"is_bot":false}} """;

    private static readonly Origin InPrivate = new(7, false, 7, 5, null, "vi");
    private static readonly Origin InGroup = new(-100, true, 7, 5, null, "vi");

    [Fact]
    public void A_question_in_private() =>
        Assert.Equal(new Incoming.Question(InPrivate, "Chỉ tiêu của Long An?", null, false), Message(Private, """ "text":" Chỉ tiêu của Long An?\n" """));

    [Fact]
    public void Personal_numbers_are_masked() =>
        Assert.Equal(new Incoming.Question(InPrivate, "gọi [số điện thoại] nhé", null, false) { Unmasked = "gọi 0912345678 nhé" }, Message(Private, """ "text":"gọi 0912345678 nhé" """));

    [Fact]
    public void Personal_numbers_behind_a_command_are_masked() =>
        Assert.Equal(new Incoming.Command(InPrivate, "hoidap", "gọi [số điện thoại]", true), Message(Private, """ "text":"/hoidap gọi 0912345678" """));

    [Theory]
    [InlineData("/start", "start", "")]
    [InlineData("/start  kcn-long-hau_1 ", "start", "kcn-long-hau_1")]
    [InlineData("/Tinh@sanxuatsachbot Long An", "tinh", "Long An")]
    [InlineData("/tinh\nLong An", "tinh", "Long An")]
    [InlineData("/tinh@OtherBot Long An", "tinh", "Long An")]
    public void Commands_in_private_with_and_without_entities(string text, string name, string arguments)
    {
        var length = text.IndexOfAny([' ', '\n']) is > 0 and var end ? end : text.Length;
        var expected = new Incoming.Command(InPrivate, name, arguments, true);

        Assert.Equal(expected, Message(Private, $"\"text\":{Json(text)}"));
        Assert.Equal(expected, Message(Private, $$"""  "text":{{Json(text)}},"entities":[{"type":"bot_command","offset":0,"length":{{length}}}] """));
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/ tinh", null)]
    [InlineData("/năm 2030", null)]
    [InlineData("/tinh?", null)]
    [InlineData("50%/năm", null)]
    [InlineData("xem /tinh", """[{"type":"bot_command","offset":4,"length":5}]""")]
    [InlineData("/tinh", """[{"type":"italic","offset":0,"length":5}]""")]
    [InlineData("/tinh", """[{"type":"bot_command","offset":0,"length":6}]""")]
    [InlineData("/tinh", """[{"type":"bot_command","offset":0,"length":2147483648}]""")]
    [InlineData("/tinh", """[{"type":"bot_command","offset":-1,"length":5}]""")]
    [InlineData("/a23456789012345678901234567890123", null)]
    public void What_only_looks_like_a_command_is_a_question(string text, string? entities) =>
        Assert.Equal(new Incoming.Question(InPrivate, text, null, false), Message(Private, $"\"text\":{Json(text)}{(entities is null ? "" : $",\"entities\":{entities}")}"));

    [Theory]
    [InlineData("/tinh Long An", "tinh", "Long An")]
    [InlineData("/tinh@SanXuatSachBot", "tinh", "")]
    [InlineData("/TINH@SANXUATSACHBOT Long An", "tinh", "Long An")]
    public void Commands_in_a_group_that_are_for_the_bot(string text, string name, string arguments) =>
        Assert.Equal(new Incoming.Command(InGroup, name, arguments, text.Contains('@', StringComparison.Ordinal)), Message(Group, $"\"text\":{Json(text)}"));

    [Theory]
    [InlineData(""" "text":"Chỉ tiêu của Long An?" """)]
    [InlineData(""" "text":"/tinh@OtherBot" """)]
    [InlineData(""" "text":"/tinh@OtherBot", """ + ToBot)]
    [InlineData(""" "text":"/tinh@SanXuatSachBot2" """)]
    [InlineData(""" "text":"đúng vậy", """ + ToPerson)]
    [InlineData(""" "text":"@OtherBot ơi","entities":[{"type":"mention","offset":0,"length":9}] """)]
    [InlineData(""" "text":"Bot ơi","entities":[{"type":"text_mention","offset":0,"length":3,"user":{"id":8}}] """)]
    [InlineData(""" "text":"@SanXuatSachBot","entities":[{"type":"bold","offset":0,"length":15}] """)]
    [InlineData(""" "text":"@SanXuatSachBot","entities":[{"type":"mention","offset":1,"length":15}] """)]
    [InlineData(""" "text":"@SanXuatSachBot","entities":[{"type":"mention","offset":0,"length":9223372036854775807}] """)]
    [InlineData(""" "photo":[] """)]
    [InlineData(""" "photo":[],"caption":"khói này" """)]
    [InlineData(""" "voice":{}, """ + ToPerson)]
    public void A_group_among_itself_does_not_concern_the_bot(string message) => Assert.Null(Message(Group, message));

    [Theory]
    [InlineData("@SanXuatSachBot chỉ tiêu của Long An?", 0, 15, "chỉ tiêu của Long An?")]
    [InlineData("@sanxuatsachBOT, chỉ tiêu của Long An?", 0, 15, "chỉ tiêu của Long An?")]
    [InlineData("chỉ tiêu @SanXuatSachBot của Long An?", 9, 15, "chỉ tiêu của Long An?")]
    [InlineData("chỉ tiêu của Long An? @SanXuatSachBot", 22, 15, "chỉ tiêu của Long An?")]
    [InlineData("😀 @SanXuatSachBot chỉ tiêu", 3, 15, "😀 chỉ tiêu")]
    [InlineData("@SanXuatSachBot -5% là gì", 0, 15, "5% là gì")]
    public void A_mention_is_taken_out(string text, int offset, int length, string question) =>
        Assert.Equal(
            new Incoming.Question(InGroup, question, null, false),
            Message(Group, $$""" "text":{{Json(text)}},"entities":[{"type":"mention","offset":{{offset}},"length":{{length}}}] """));

    [Fact]
    public void A_mention_of_a_bot_by_its_name_is_taken_out() =>
        Assert.Equal(
            new Incoming.Question(InGroup, "chỉ tiêu?", null, false),
            Message(Group, """ "text":"Sạch hơn ơi chỉ tiêu?","entities":[{"type":"text_mention","offset":0,"length":11,"user":{"id":4242}}] """));

    [Fact]
    public void A_mention_that_cuts_a_letter_in_two_is_none() =>
        Assert.Null(Message(Group, """ "text":"😀😀","entities":[{"type":"text_mention","offset":1,"length":2,"user":{"id":4242}}] """));

    [Fact]
    public void Mentions_over_one_another_are_taken_out_once() =>
        Assert.Equal(
            "a b",
            Assert.IsType<Incoming.Question>(Message(Group, """
                "text":"a @SanXuatSachBot b","entities":[{"type":"mention","offset":2,"length":15},{"type":"text_mention","offset":4,"length":13,"user":{"id":4242}},
                {"type":"mention","offset":2,"length":15},7,null,{"type":[],"offset":{},"length":"x"}]
                """)).Text);

    [Theory]
    [InlineData("@SanXuatSachBot")]
    [InlineData(" @SanXuatSachBot !")]
    public void A_mention_alone_starts(string text) =>
        Assert.Equal(
            new Incoming.Command(InGroup, "start", "", true),
            Message(Group, $$""" "text":{{Json(text)}},"entities":[{"type":"mention","offset":{{text.IndexOf('@')}},"length":15}] """));

    [Fact]
    public void A_reply_to_the_bot_in_a_group() =>
        Assert.Equal(new Incoming.Question(InGroup, "còn Cần Thơ?", 3, false), Message(Group, """ "text":"còn Cần Thơ?", """ + ToBot));

    [Fact]
    public void A_reply_to_the_bot_in_private() =>
        Assert.Equal(new Incoming.Question(InPrivate, "còn Cần Thơ?", 3, false), Message(Private, """ "text":"còn Cần Thơ?", """ + ToBot));

    [Fact]
    public void A_caption_is_a_question_beside_a_file() =>
        Assert.Equal(new Incoming.Question(InPrivate, "Đây là gì?", null, true), Message(Private, """ "photo":[{}],"caption":"Đây là gì?" """));

    [Fact]
    public void A_caption_that_mentions_the_bot() =>
        Assert.Equal(
            new Incoming.Question(InGroup, "Đây là gì?", null, true),
            Message(Group, """ "photo":[{}],"caption":"@SanXuatSachBot Đây là gì?","caption_entities":[{"type":"mention","offset":0,"length":15}] """));

    [Theory]
    [InlineData("voice")]
    [InlineData("audio")]
    [InlineData("video")]
    [InlineData("video_note")]
    [InlineData("animation")]
    [InlineData("photo")]
    [InlineData("document")]
    [InlineData("sticker")]
    [InlineData("location")]
    [InlineData("venue")]
    [InlineData("contact")]
    [InlineData("poll")]
    [InlineData("dice")]
    [InlineData("story")]
    [InlineData("game")]
    [InlineData("invoice")]
    [InlineData("paid_media")]
    [InlineData("checklist")]
    public void What_has_no_words_cannot_be_read(string part)
    {
        Assert.Equal(new Incoming.Unreadable(InPrivate, null), Message(Private, $$"""  "{{part}}":{} """));
        Assert.Equal(new Incoming.Unreadable(InPrivate, "a1"), Message(Private, $$""" "{{part}}":{},"caption":" ","media_group_id":"a1" """));
        Assert.Equal(new Incoming.Unreadable(InGroup, null), Message(Group, $$""" "{{part}}":{}, {{ToBot}} """));
        Assert.Null(Read($$"""{"update_id":1,"edited_message":{ {{Private}}, "{{part}}":{} } }"""));
    }

    [Theory]
    [InlineData(""" "text":"" """)]
    [InlineData(""" "text":" \n" """)]
    [InlineData(""" "text":null """)]
    [InlineData(""" "text":7 """)]
    [InlineData(""" "text":"\ud83d" """)]
    [InlineData(""" "voice":null """)]
    [InlineData(""" "new_chat_members":[{"id":4242}] """)]
    [InlineData(""" "left_chat_member":{"id":8} """)]
    [InlineData(""" "pinned_message":{"text":"a"} """)]
    [InlineData(""" "new_chat_title":"a" """)]
    [InlineData(""" "migrate_from_chat_id":-5 """)]
    [InlineData(""" "x":1 """)]
    public void What_says_nothing_is_passed_over(string message) => Assert.Null(Message(Private, message));

    [Theory]
    [InlineData(""" "text":"chào", "chat":{"id":7,"type":"private"},"from":{"id":9,"is_bot":true} """)]
    [InlineData(""" "text":"chào", "chat":{"id":7,"type":"private"} """)]
    [InlineData(""" "text":"chào", "chat":{"id":7,"type":"private"},"from":{"id":[]} """)]
    [InlineData(""" "text":"chào", "chat":{"id":7,"type":"private"},"from":7 """)]
    [InlineData(""" "text":"chào", "chat":{"id":7.5,"type":"private"},"from":{"id":7} """)]
    [InlineData(""" "text":"chào", "chat":{"id":7,"type":"channel"},"from":{"id":7} """)]
    [InlineData(""" "text":"chào", "chat":{"type":"private"},"from":{"id":7} """)]
    [InlineData(""" "text":"chào", "chat":[7],"from":{"id":7} """)]
    [InlineData(""" "text":"/tinh", "chat":{"id":-9,"type":"group"},"sender_chat":{"id":-9} """)]
    [InlineData(""" "text":"/tinh", "chat":{"id":-9,"type":"group"},"sender_chat":{"id":-9},"from":{"id":1087968824,"is_bot":true} """)]
    [InlineData(""" "text":"/tinh", "chat":{"id":-9,"type":"group"},"is_automatic_forward":true,"from":{"id":777000,"is_bot":false} """)]
    [InlineData(""" "text":"chào", "chat":{"id":7,"type":"private"},"from":{"id":7,"\ud83d":1} """)]
    public void A_message_of_no_one_or_nowhere_is_passed_over(string message) => Assert.Null(Read($$"""{"message":{ {{message}} } }"""));

    [Theory]
    [InlineData("""{"channel_post":{"message_id":1,"chat":{"id":-5,"type":"channel"},"text":"/tinh"}}""")]
    [InlineData("""{"inline_query":{"id":"1","from":{"id":7},"query":"a"}}""")]
    [InlineData("""{"message":null,"callback_query":7,"my_chat_member":"x"}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\\ud83d\"")]
    public void Other_updates_are_passed_over(string update) => Assert.Null(Read(update));

    [Fact]
    public void An_element_without_a_document_is_passed_over()
    {
        Assert.Null(UpdateReader.Read(default, FakeTelegram.Me));
        Assert.Null(UpdateReader.IdOf(default));
    }

    [Fact]
    public void Numbers_may_be_text() =>
        Assert.Equal(
            new Incoming.Question(InPrivate with { Language = null }, "chào", null, false),
            Read("""{"message":{"message_id":"5","chat":{"id":"7"},"from":{"id":"7"},"date":1790000000000,"text":"chào"}}"""));

    [Fact]
    public void An_edited_message_says_so() =>
        Assert.Equal(
            new Incoming.Question(InPrivate with { Edited = true }, "còn Cần Thơ?", null, false),
            Read($$"""{"edited_message":{ {{Private}}, "text":"còn Cần Thơ?" } }"""));

    [Fact]
    public void A_topic_counts_only_in_a_forum()
    {
        Assert.Equal(12, Message(Group, """ "text":"/tinh","message_thread_id":12,"is_topic_message":true """)?.From.ThreadId);
        Assert.Null(Message(Group, """ "text":"/tinh","message_thread_id":12 """)?.From.ThreadId);
    }

    [Fact]
    public void A_language_of_more_than_16_letters_is_none() =>
        Assert.Null(Read("""{"message":{"chat":{"id":7,"type":"private"},"from":{"id":7,"language_code":"abcdefghijklmnopq"},"text":"a"}}""")?.From.Language);

    [Fact]
    public void Text_without_end_is_cut_before_it_is_read()
    {
        var question = Assert.IsType<Incoming.Question>(Message(Private, $"\"text\":\"a{string.Concat(Enumerable.Repeat("😀", 1_000_000))}\""));

        Assert.Equal(8191, question.Text.Length);
    }

    [Theory]
    [InlineData(""" "id":"c1","data":"s:1" """, "c1", "s:1")]
    [InlineData(""" "id":9007199254740993,"data":"s:1" """, "9007199254740993", "s:1")]
    [InlineData(""" "id":"c1" """, "c1", "")]
    [InlineData(""" "id":"c1","data":5 """, "c1", "")]
    [InlineData(""" "id":"c1","data":"\udc00" """, "c1", "")]
    [InlineData(""" "id":"c1","data":"ệệệệệệệệệệệệệệệệệệệệệ" """, "c1", "ệệệệệệệệệệệệệệệệệệệệệ")]
    [InlineData(""" "id":"c1","data":"ệệệệệệệệệệệệệệệệệệệệệệ" """, "c1", "")]
    public void A_pressed_button(string parts, string id, string data) =>
        Assert.Equal(
            new Incoming.Button(new Origin(-100, true, 9, 5, null, "en"), id, data),
            Read($$"""{"callback_query":{"from":{"id":9,"language_code":"en"},"message":{ {{Group}} },{{parts}} } }"""));

    [Fact]
    public void A_button_under_a_message_without_id_is_still_answered() =>
        Assert.Equal(
            new Incoming.Button(new Origin(7, false, 7, null, null, null), "1", "a"),
            Read("""{"callback_query":{"id":1,"from":{"id":7},"message":{"chat":{"id":7,"type":"private"}},"data":"a"}}"""));

    [Theory]
    [InlineData(""" "id":"1","from":{"id":7},"inline_message_id":"x","data":"a" """)]
    [InlineData(""" "id":"1","message":{"message_id":1,"chat":{"id":7,"type":"private"}},"data":"a" """)]
    [InlineData(""" "id":"1","from":{"id":7,"is_bot":true},"message":{"message_id":1,"chat":{"id":7,"type":"private"}},"data":"a" """)]
    [InlineData(""" "id":"","from":{"id":7},"message":{"message_id":1,"chat":{"id":7,"type":"private"}},"data":"a" """)]
    [InlineData(""" "id":{},"from":{"id":7},"message":{"message_id":1,"chat":{"id":7,"type":"private"}},"data":"a" """)]
    [InlineData(""" "id":"1","from":{"id":7},"message":{"message_id":1},"data":"a" """)]
    public void A_button_of_no_one_or_nowhere_is_passed_over(string callback) => Assert.Null(Read($$"""{"callback_query":{ {{callback}} } }"""));

    [Theory]
    [InlineData(""" "status":"member" """, true)]
    [InlineData(""" "status":"administrator","user":{"id":4242} """, true)]
    [InlineData(""" "status":"creator" """, true)]
    [InlineData(""" "status":"restricted","is_member":true """, true)]
    [InlineData(""" "status":"restricted" """, true)]
    [InlineData(""" "status":"restricted","is_member":false """, false)]
    [InlineData(""" "status":"left" """, false)]
    [InlineData(""" "status":"kicked" """, false)]
    public void The_bot_comes_and_goes(string member, bool isMember) =>
        Assert.Equal(
            new Incoming.Membership(new Origin(7, false, 7, null, null, "vi"), isMember),
            Read($$"""{"my_chat_member":{"chat":{"id":7,"type":"private"},{{Person}},"new_chat_member":{ {{member}} } } }"""));

    [Theory]
    [InlineData(""" "status":"waving" """)]
    [InlineData(""" "status":null """)]
    [InlineData(""" "status":"member","user":{"id":8} """)]
    public void What_others_do_is_no_membership(string member) =>
        Assert.Null(Read($$"""{"my_chat_member":{"chat":{"id":7,"type":"private"},{{Person}},"new_chat_member":{ {{member}} } } }"""));

    [Fact]
    public void A_group_that_moved_says_where_to() =>
        Assert.Equal(new Incoming.Migrated(InGroup, -1005), Message(Group, """ "migrate_to_chat_id":-1005 """));

    [Theory]
    [InlineData("""{"update_id":5}""", 5L)]
    [InlineData("""{"update_id":"5"}""", 5L)]
    [InlineData("""{"update_id":5.5}""", null)]
    [InlineData("""{"update_id":1e400}""", null)]
    [InlineData("""{"update_id":99999999999999999999}""", null)]
    [InlineData("""{"update_id":null}""", null)]
    [InlineData("""{"\ud83d":1}""", null)]
    [InlineData("5", null)]
    public void An_update_has_an_id(string update, long? id) => Assert.Equal(id, UpdateReader.IdOf(Parse(update)));

    [Fact]
    public void What_is_kept_can_be_read_again()
    {
        Incoming incoming = new Incoming.Question(InGroup, "chỉ tiêu?", 3, true);

        Assert.Equal(incoming, JsonSerializer.Deserialize<Incoming>(JsonSerializer.Serialize(incoming)));
    }

    private static Incoming? Message(string place, string parts) => Read(string.Create(CultureInfo.InvariantCulture, $$"""{"update_id":1,"message":{ {{place}}, {{parts}} } }"""));

    private static Incoming? Read(string update) => UpdateReader.Read(Parse(update), FakeTelegram.Me);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static string Json(string text) => JsonSerializer.Serialize(text);
}
