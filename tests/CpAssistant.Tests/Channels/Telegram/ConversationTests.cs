namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>A person and the bot in a private chat.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const long Person = 71;
    private const string Phone = "0912 345 678";

    private TelegramService _service = null!;

    private FakeTelegram Telegram => _service.Telegram;

    public async Task InitializeAsync()
    {
        var telegram = await FakeTelegram.StartAsync();
        _service = TelegramService.Start(telegram, bot: TelegramService.Polling(telegram) with { Parks = new Dictionary<string, string> { ["lang-son_dong-bang"] = "KCN Đồng Bành" } });
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_question_is_answered_with_its_quotation()
    {
        var answer = await _service.AskAsync(Person, Question);

        Assert.Contains("40%", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<blockquote", answer.Source, StringComparison.Ordinal);
        Assert.Equal(["👍", "👎"], answer.Keyboard[^1].Select(button => button.Text));
        Assert.Equal(1, _service.Count("SELECT count(*) FROM turn WHERE channel = 'telegram' AND outcome = 'answered'"));
    }

    [Fact]
    public async Task Start_greets_tells_what_becomes_of_data_and_offers_questions()
    {
        var greeting = await _service.AskAsync(Person, "/start");

        Assert.Contains("Xin chào", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("nền tảng của nước ngoài", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("/xoadulieu", greeting.Text, StringComparison.Ordinal);
        Assert.NotEmpty(greeting.Buttons);
    }

    [Fact]
    public async Task What_becomes_of_data_is_told_once_whatever_comes_first()
    {
        var first = await _service.AskAsync(Person, Question);
        var second = await _service.AskAsync(Person, "Ai ký?");

        Assert.Contains("nền tảng của nước ngoài", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nền tảng của nước ngoài", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_suggestion_goes_on_below_and_its_button_vanishes()
    {
        var answer = await _service.AskAsync(Person, Question);
        var suggestion = answer.Keyboard[0][0];

        await _service.PressAsync(Person, answer, button => button == suggestion);

        var messages = Telegram.BotMessages(Person);
        Assert.Equal(2, messages.Count);
        Assert.StartsWith("❓ " + suggestion.Text, messages[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(suggestion, messages[0].Buttons);
        Assert.Equal(answer.Text, messages[0].Text);
    }

    [Fact]
    public async Task A_suggestion_pressed_twice_is_one_question()
    {
        var answer = await _service.AskAsync(Person, Question);
        var suggestion = answer.Keyboard[0][0];

        await _service.PressAsync(Person, answer, button => button == suggestion);
        await _service.PressAsync(Person, answer, button => button == suggestion);

        Assert.Equal(2, Telegram.BotMessages(Person).Count);
        Assert.Equal(2, _service.Count("SELECT count(*) FROM turn"));
        Assert.Equal("Câu này đã được trả lời.", Telegram.CallsOf("answerCallbackQuery")[^1].Text);
    }

    [Fact]
    public async Task A_choice_that_was_asked_for_is_answered_in_place_of_the_question()
    {
        var clarification = await _service.AskAsync(Person, "bao nhiêu phần trăm?");

        await _service.PressAsync(Person, clarification, _ => true);

        var message = Assert.Single(Telegram.BotMessages(Person));
        Assert.Equal(clarification.Id, message.Id);
        Assert.Contains("%", message.Text, StringComparison.Ordinal);
        Assert.Equal(["clarification", "answered"], _service.Query<string>("SELECT outcome FROM turn ORDER BY id"));
    }

    [Fact]
    public async Task A_vote_is_kept_and_marked()
    {
        var answer = await _service.AskAsync(Person, Question);

        await _service.PressAsync(Person, answer, button => button.Text == "👍");
        Assert.Equal("👍 ✓", Telegram.BotMessages(Person)[0].Keyboard[^1][0].Text);
        Assert.Equal(1, _service.Count("SELECT helpful FROM turn"));

        await _service.PressAsync(Person, answer, button => button.Text == "👎");
        Assert.Equal(["👍", "👎 ✓"], Telegram.BotMessages(Person)[0].Keyboard[^1].Select(button => button.Text));
        Assert.Equal(0, _service.Count("SELECT helpful FROM turn"));
    }

    [Fact]
    public async Task A_chosen_province_is_kept_for_the_chat()
    {
        var list = await _service.AskAsync(Person, "/tinh");
        var province = list.Keyboard[0][0];

        await _service.PressAsync(Person, list, button => button == province);
        var confirmed = Assert.Single(Telegram.BotMessages(Person));
        Assert.StartsWith($"Đã chọn {province.Text}.", confirmed.Text, StringComparison.Ordinal);
        Assert.Empty(confirmed.Buttons);

        var answer = await _service.AskAsync(Person, "đến năm 2020 bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");
        Assert.StartsWith(province.Text, answer.Text, StringComparison.Ordinal);
        Assert.Equal([province.Text], _service.Query<string>("SELECT province FROM telegram_chat"));
    }

    [Theory]
    [InlineData("/tinh long an", "Đã chọn Long An, nhưng")]
    [InlineData("/province Hà Nội", "Đã chọn Hà Nội, nhưng")]
    [InlineData("/tinh Atlantis", "Không có tỉnh, thành phố nào tên “Atlantis”.")]
    [InlineData("/tinh không", "Đã bỏ chọn tỉnh.")]
    public async Task A_province_can_be_named_behind_the_command(string command, string said) =>
        Assert.StartsWith(said, (await _service.AskAsync(Person, command)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_link_chooses_province_and_park()
    {
        var greeting = await _service.AskAsync(Person, "/start lang-son_dong-bang");

        Assert.Contains("Đã chọn Lạng Sơn (KCN Đồng Bành).", greeting.Text, StringComparison.Ordinal);
        Assert.Equal(["Lạng Sơn|KCN Đồng Bành"], _service.Query<string>("SELECT province || '|' || park FROM telegram_chat"));
    }

    [Fact]
    public async Task A_link_cannot_put_words_into_the_bots_mouth()
    {
        var greeting = await _service.AskAsync(Person, "/start lang-son_chuyen-tien-cho-toi");

        Assert.Contains("Đã chọn Lạng Sơn.", greeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("huyen", greeting.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, _service.Count("SELECT count(park) FROM telegram_chat"));
    }

    [Fact]
    public async Task A_link_with_an_unknown_code_greets_and_says_so()
    {
        var greeting = await _service.AskAsync(Person, "/start atlantis_1");

        Assert.Contains("mã tôi không nhận ra", greeting.Text, StringComparison.Ordinal);
        Assert.Equal(0, _service.Count("SELECT count(province) FROM telegram_chat"));
    }

    [Fact]
    public async Task The_language_is_chosen_for_the_chat()
    {
        var choice = await _service.AskAsync(Person, "/ngonngu");
        await _service.PressAsync(Person, choice, button => button.Text == "English");

        Assert.Equal("English chosen.", Telegram.BotMessages(Person)[0].Text);
        Assert.StartsWith("Which province", (await _service.AskAsync(Person, "/tinh")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_is_asked_back_and_leaves_nothing()
    {
        await _service.AskAsync(Person, $"Câu hỏi đặc biệt 7153 về mục tiêu? Gọi {Phone}");
        await _service.AskAsync(Person, "/tinh Lạng Sơn");
        var confirmation = await _service.AskAsync(Person, "/xoadulieu");
        Assert.Equal(2, _service.Count("SELECT count(*) FROM message"));

        await _service.PressAsync(Person, confirmation, button => button.Text == "Xóa");

        Assert.Matches(@"^Đã xóa lúc \d\d:\d\d \d\d/\d\d/\d{4} \(giờ Việt Nam\): 2 tin", Telegram.BotMessages(Person)[^1].Text);
        Assert.Equal(0, _service.Count("SELECT (SELECT count(*) FROM conversation) + (SELECT count(*) FROM message) + (SELECT count(*) FROM turn) + (SELECT count(*) FROM telegram_chat)"));
        Assert.Equal(0, _service.Count("SELECT count(*) FROM telegram_message WHERE conversation_id IS NOT NULL"));
        Assert.DoesNotContain("7153", _service.File(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_can_be_left_alone()
    {
        await _service.AskAsync(Person, Question);
        var confirmation = await _service.AskAsync(Person, "/erase");

        await _service.PressAsync(Person, confirmation, button => button.Text == "Thôi");

        Assert.Equal("Không xóa gì cả.", Telegram.BotMessages(Person)[^1].Text);
        Assert.Equal(1, _service.Count("SELECT count(*) FROM turn"));
    }

    [Fact]
    public async Task Personal_numbers_and_names_are_not_kept()
    {
        await _service.AskAsync(Person, $"Mục tiêu của Lạng Sơn? Gọi cho tôi số {Phone}");

        Assert.DoesNotContain("345 678", _service.File(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Thử", _service.File(), StringComparison.Ordinal);
        Assert.DoesNotContain("nguoi_thu", _service.File(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_question_is_answered_by_editing_the_answer()
    {
        var asked = Telegram.Say(Person, "Ai ký kế hoạch của Lạng Sơn?");
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person).Count == 1);

        Telegram.Edit(Person, asked, Question);
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person)[0].Edited);

        var answer = Assert.Single(Telegram.BotMessages(Person));
        Assert.Contains("40%", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, _service.Count("SELECT count(*) FROM turn"));
        Assert.Equal([1], _service.Query<int>("SELECT json_array_length(state, '$.utterances') FROM conversation"));
    }

    [Fact]
    public async Task An_edit_that_leaves_the_words_alone_changes_nothing()
    {
        var asked = Telegram.Say(Person, Question);
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person).Count == 1);

        Telegram.Edit(Person, asked, Question);
        await _service.IdleAsync();

        Assert.False(Telegram.BotMessages(Person)[0].Edited);
        Assert.Equal(1, _service.Count("SELECT count(*) FROM turn"));
    }

    [Fact]
    public async Task An_edited_question_is_voted_on_and_gone_on_from_as_it_stands_now()
    {
        var asked = Telegram.Say(Person, "Ai ký kế hoạch của Lạng Sơn?");
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person).Count == 1);
        Telegram.Edit(Person, asked, Question);
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person)[0].Edited);

        await _service.PressAsync(Person, Telegram.BotMessages(Person)[0], button => button.Text == "👎");

        Assert.Equal([null, 0], _service.Query<int?>("SELECT helpful FROM turn ORDER BY id"));
    }

    [Fact]
    public async Task An_edit_that_leaves_the_words_alone_does_not_undo_a_choice()
    {
        var asked = Telegram.Say(Person, "bao nhiêu phần trăm?");
        var clarification = await Telegram.WaitForMessageAsync(Person, _ => true);
        await _service.PressAsync(Person, clarification, _ => true);
        var chosen = Telegram.BotMessages(Person)[0].Text;

        Telegram.Edit(Person, asked, "bao nhiêu phần trăm?");
        await _service.IdleAsync();

        Assert.Equal(chosen, Telegram.BotMessages(Person)[0].Text);
        Assert.Equal(2, _service.Count("SELECT count(*) FROM turn"));
    }

    [Fact]
    public async Task Erasing_is_possible_while_much_is_waiting()
    {
        await _service.AskAsync(Person, Question);
        Telegram.FailNext("sendMessage", Fault.TooMany(600), times: 1000);
        await _service.QueueAsync(Person, [.. Enumerable.Range(0, 500).Select(number => $"{number}")]);

        Telegram.Say(Person, Question);
        Telegram.Press(Person, 1, "e:1");
        await Telegram.WaitAsync(() => Telegram.Pending == 0 && _service.Open() == 0);

        Assert.Equal(0, _service.Count("SELECT (SELECT count(*) FROM turn) + (SELECT count(*) FROM conversation)"));
        Assert.Equal(1, _service.Waiting());
    }

    [Fact]
    public async Task Who_sends_faster_than_can_be_answered_is_told_so_and_not_for_ever()
    {
        Telegram.FailNext("sendMessage", Fault.TooMany(600), times: 1000);
        await _service.QueueAsync(Person, [.. Enumerable.Range(0, 500).Select(number => $"{number}")]);

        for (var number = 0; number < 20; number++)
        {
            Telegram.Say(Person, Question);
        }

        await Telegram.WaitAsync(() => Telegram.Pending == 0 && _service.Open() == 0);

        Assert.InRange(_service.Waiting(), 501, 505);
        Assert.Equal(0, _service.Count("SELECT count(*) FROM turn"));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("ok")]
    public async Task What_could_be_of_either_language_is_answered_in_the_conversations(string said)
    {
        await _service.AskAsync(Person, "What is the target of Lạng Sơn by 2020?");
        var english = await _service.AskAsync(Person, said);
        Telegram.Say(Person + 1, "Mục tiêu của Lạng Sơn đến năm 2020 là gì?");
        await _service.IdleAsync();
        var vietnamese = await _service.AskAsync(Person + 1, "ok");

        Assert.Matches("Documents are at hand|You are welcome", english.Text);
        Assert.StartsWith("Không có gì", vietnamese.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("voice")]
    [InlineData("sticker")]
    [InlineData("photo")]
    [InlineData("document")]
    public async Task What_cannot_be_read_is_answered_with_what_can(string kind)
    {
        Telegram.Send(new { message = new Dictionary<string, object> { ["message_id"] = 900, ["from"] = new { id = Person, is_bot = false }, ["chat"] = new { id = Person, type = "private" }, ["date"] = 1, [kind] = new { file_id = "x" } } });

        var said = await Telegram.WaitForMessageAsync(Person, _ => true);

        Assert.StartsWith("Tôi chỉ đọc được chữ", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, _service.Count("SELECT count(*) FROM turn"));
    }

    [Fact]
    public async Task An_album_is_answered_once()
    {
        for (var id = 900; id < 904; id++)
        {
            Telegram.Send(new { message = new { message_id = id, from = new { id = Person, is_bot = false }, chat = new { id = Person, type = "private" }, date = 1, media_group_id = "album", photo = new[] { new { file_id = "x" } } } });
        }

        await _service.IdleAsync();

        Assert.Single(Telegram.BotMessages(Person));
    }

    [Fact]
    public async Task A_question_for_the_office_is_taken_step_by_step()
    {
        var asked = await _service.AskAsync(Person, "/hoidap Bao giờ có lớp tập huấn?");
        Assert.Contains("nước ngoài", asked.Text, StringComparison.Ordinal);

        await PressAsync("Đồng ý, để Văn phòng trả lời");
        await _service.AskAsync(Person, "Cơ sở Lúa Vàng");
        await _service.AskAsync(Person, "Bỏ qua");
        await _service.AskAsync(Person, "Bỏ qua");
        await _service.AskAsync(Person, "0912 345 678");
        var sent = await PressAsync("Không nhận lời mời");

        Assert.Contains("CP-20", sent.Text, StringComparison.Ordinal);
        Assert.Equal(["Bao giờ có lớp tập huấn?"], _service.Query<string>("SELECT question FROM enquiry"));
        Assert.Equal(["1", "0"], _service.Query<string>("SELECT given FROM consent ORDER BY at"));
        Assert.Empty(_service.Query<string>("SELECT text FROM message WHERE text LIKE '%Lúa Vàng%' OR text LIKE '%345%'"));
        Assert.Empty(_service.Query<string>("SELECT contact FROM enquiry WHERE contact IS NULL OR contact LIKE '%345%'"));

        async Task<ShownMessage> PressAsync(string label)
        {
            await _service.PressAsync(Person, Telegram.BotMessages(Person)[^1], button => button.Text == label);
            return Telegram.BotMessages(Person)[^1];
        }
    }

    [Fact]
    public async Task A_message_that_was_edited_does_not_change_an_enquiry()
    {
        Telegram.Say(Person, "/hoidap");
        await Telegram.WaitForMessageAsync(Person, _ => true);
        var asked = Telegram.Say(Person, "Bao giờ có lớp tập huấn?");
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person).Count == 2);

        Telegram.Edit(Person, asked, "Bao giờ có lớp?");
        await Telegram.WaitAsync(() => Telegram.BotMessages(Person).Count == 3);

        Assert.Contains("không làm thay đổi phiếu", Telegram.BotMessages(Person)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_in_the_inbox_cannot_be_read_without_the_keys()
    {
        _service.Execute("CREATE TRIGGER stays BEFORE UPDATE ON telegram_update BEGIN SELECT RAISE(ABORT, 'not yet'); END");
        Telegram.Say(Person, "Cơ sở Lúa Vàng");
        await Telegram.WaitAsync(() => _service.Open() == 1);

        var content = Assert.Single(_service.Query<string>("SELECT content FROM telegram_update"));

        Assert.DoesNotContain("Lúa", content, StringComparison.Ordinal);
        Assert.DoesNotContain("text", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/muctieu", "40%")]
    [InlineData("/targets Lạng Sơn", "40%")]
    [InlineData("/coquan", "Sở Công Thương")]
    [InlineData("/vanban", "64/KH-UBND")]
    [InlineData("/huongdan", "/xoadulieu")]
    [InlineData("/khongco", "Tôi không có lệnh này.")]
    public async Task Commands_answer(string command, string said) =>
        Assert.Contains(said, (await _service.AskAsync(Person, command)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_question_that_is_too_long_is_told_so()
    {
        var said = await _service.AskAsync(Person, new string('a', 2001));

        Assert.StartsWith("Câu hỏi dài quá 2000 ký tự", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q:2:99")]
    [InlineData("q:77:0")]
    [InlineData("q:2:0:5")]
    [InlineData("v:77:1")]
    [InlineData("p:atlantis")]
    [InlineData("'; DROP TABLE turn; --")]
    [InlineData("")]
    public async Task A_button_that_means_nothing_is_answered_all_the_same(string data)
    {
        var answer = await _service.AskAsync(Person, Question);

        Telegram.Press(Person, answer.Id, data);
        await Telegram.WaitAsync(() => Telegram.CallsOf("answerCallbackQuery").Count == 1);
        await _service.IdleAsync();

        Assert.Single(Telegram.BotMessages(Person));
        Assert.Equal(1, _service.Count("SELECT count(*) FROM turn"));
        Assert.StartsWith("Nút này không còn dùng được", Telegram.CallsOf("answerCallbackQuery")[0].Text, StringComparison.Ordinal);
    }

    private const string Question = "Đến năm 2020 Lạng Sơn phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?";
}
