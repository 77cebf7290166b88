namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The bot among several people.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private const long Group = -4711;
    private const long An = 11;
    private const long Binh = 12;
    private const string Question = "Đến năm 2020 Lạng Sơn phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?";
    private const string Mention = "@SanXuatSachBot ";

    private TelegramService _service = null!;

    private FakeTelegram Telegram => _service.Telegram;

    public async Task InitializeAsync() => _service = await TelegramService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Only_what_is_meant_for_the_bot_is_answered_or_kept()
    {
        Telegram.Say(Group, "Chuyện riêng 7153 của chúng tôi", An);
        Telegram.Say(Group, "/tinh@BotKhac", An);
        var asked = Telegram.Say(Group, Mention + Question, An);

        var answer = await Telegram.WaitForMessageAsync(Group, _ => true);
        await _service.IdleAsync();

        Assert.Equal(asked, answer.ReplyTo);
        Assert.Single(Telegram.BotMessages(Group));
        Assert.DoesNotContain("7153", _service.File(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_the_bot_goes_on_with_what_that_person_asked()
    {
        Telegram.Say(Group, Mention + Question, An);
        var answer = await Telegram.WaitForMessageAsync(Group, _ => true);

        Telegram.Say(Group, "Ai ký?", An, replyTo: answer.Id);
        await Telegram.WaitAsync(() => Telegram.BotMessages(Group).Count == 2);

        Assert.Contains("Hoàng Văn Điệp", Telegram.BotMessages(Group)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_person_has_a_conversation_and_the_province_is_the_groups()
    {
        Telegram.Say(Group, "/tinh Lạng Sơn", An);
        Telegram.Say(Group, Mention + "mục tiêu?", An);
        Telegram.Say(Group, Mention + "ai ký kế hoạch?", Binh);
        await Telegram.WaitAsync(() => Telegram.BotMessages(Group).Count == 3);

        Assert.Equal(2, _service.Count("SELECT count(*) FROM conversation"));
        Assert.All(_service.Query<string>("SELECT json_extract(state, '$.province') FROM conversation"), province => Assert.Equal("Lạng Sơn", province));
    }

    [Fact]
    public async Task A_suggestion_pressed_by_another_goes_on_in_their_own_conversation()
    {
        Telegram.Say(Group, Mention + Question, An);
        var answer = await Telegram.WaitForMessageAsync(Group, _ => true);

        await _service.PressAsync(Group, answer, button => button.Text != "👍", Binh);

        Assert.Equal([1, 1], _service.Query<int>("SELECT count(*) FROM turn GROUP BY conversation_id"));
        Assert.Equal(answer.Keyboard, Telegram.BotMessages(Group)[0].Keyboard);
    }

    [Fact]
    public async Task Only_who_asked_can_rate()
    {
        Telegram.Say(Group, Mention + Question, An);
        var answer = await Telegram.WaitForMessageAsync(Group, _ => true);

        await _service.PressAsync(Group, answer, button => button.Text == "👍", Binh);
        Assert.Equal([null], _service.Query<int?>("SELECT helpful FROM turn"));

        await _service.PressAsync(Group, answer, button => button.Text == "👍", An);
        Assert.Equal([1], _service.Query<int?>("SELECT helpful FROM turn"));
    }

    [Fact]
    public async Task Nothing_private_is_asked_in_a_group()
    {
        Telegram.Say(Group, "/hoidap", An);

        var said = await Telegram.WaitForMessageAsync(Group, _ => true);

        Assert.Contains("trò chuyện riêng", said.Text, StringComparison.Ordinal);
        Assert.Contains("https://t.me/SanXuatSachBot", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_personal_numbers_in_a_group_is_asked_not_to()
    {
        Telegram.Say(Group, Mention + Question + " Gọi 0912 345 678", An);

        var said = await Telegram.WaitForMessageAsync(Group, _ => true);

        Assert.Contains("đừng gửi số điện thoại", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("345 678", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_in_a_group_takes_what_that_person_asked_and_nothing_else()
    {
        Telegram.Say(Group, Mention + Question, An);
        Telegram.Say(Group, Mention + "ai ký kế hoạch của Lạng Sơn?", Binh);
        Telegram.Say(Group, "/xoadulieu", An);
        var confirmation = await Telegram.WaitForMessageAsync(Group, message => message.Buttons.Any(button => button.Text == "Xóa"));

        await _service.PressAsync(Group, confirmation, button => button.Text == "Xóa", An);

        Assert.Equal([$"telegram|4242|{Group}|{Binh}"], _service.Query<string>("SELECT id FROM conversation"));
    }

    [Fact]
    public async Task Only_who_asked_to_erase_can_confirm_it()
    {
        Telegram.Say(Group, Mention + Question, An);
        Telegram.Say(Group, Mention + "ai ký kế hoạch của Lạng Sơn?", Binh);
        Telegram.Say(Group, "/xoadulieu", An);
        var confirmation = await Telegram.WaitForMessageAsync(Group, message => message.Buttons.Any(button => button.Text == "Xóa"));

        await _service.PressAsync(Group, confirmation, button => button.Text == "Xóa", Binh);

        Assert.Equal(2, _service.Count("SELECT count(*) FROM conversation"));
        Assert.StartsWith("Nút này chỉ dành cho người đã gõ lệnh", Telegram.CallsOf("answerCallbackQuery")[^1].Text, StringComparison.Ordinal);
        Assert.NotEmpty(Telegram.BotMessages(Group)[^1].Buttons);
    }

    [Fact]
    public async Task Erasing_in_a_private_chat_takes_what_was_asked_in_groups_too()
    {
        Telegram.Say(Group, Mention + Question, An);
        Telegram.Say(Group, Mention + Question, Binh);
        await _service.IdleAsync();
        Telegram.Say(An, "/xoadulieu");
        var confirmation = await Telegram.WaitForMessageAsync(An, message => message.Buttons.Any(button => button.Text == "Xóa"));
        await _service.IdleAsync();

        await _service.PressAsync(An, confirmation, button => button.Text == "Xóa");

        Assert.Equal([$"telegram|4242|{Group}|{Binh}"], _service.Query<string>("SELECT id FROM conversation"));
        Assert.Contains("2 tin", Telegram.BotMessages(An)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_keeps_its_peoples_conversations()
    {
        const long Supergroup = -100_4711;
        Telegram.Say(Group, Mention + Question, An);
        await Telegram.WaitForMessageAsync(Group, _ => true);
        await _service.IdleAsync();

        Telegram.Send(new { message = new { message_id = 800, from = new { id = An, is_bot = false }, chat = new { id = Group, type = "group", title = "KCN" }, date = 1, migrate_to_chat_id = Supergroup } });
        await _service.IdleAsync();
        Telegram.Say(Supergroup, Mention + "Ai ký?", An);
        var answer = await Telegram.WaitForMessageAsync(Supergroup, _ => true);

        Assert.Contains("Hoàng Văn Điệp", answer.Text, StringComparison.Ordinal);
        Assert.Equal([$"telegram|4242|{Supergroup}|{An}"], _service.Query<string>("SELECT id FROM conversation"));
        Assert.Equal(4, _service.Count("SELECT count(*) FROM message"));
        Assert.Equal(2, _service.Count("SELECT count(*) FROM turn"));
    }

    [Fact]
    public async Task A_command_that_may_be_anothers_is_left_alone()
    {
        Telegram.Say(Group, "/ban spam", An);
        Telegram.Say(Group, "/ban@SanXuatSachBot spam", An);
        await Telegram.WaitForMessageAsync(Group, _ => true);
        await _service.IdleAsync();

        Assert.Single(Telegram.BotMessages(Group));
    }

    [Fact]
    public async Task A_forged_button_does_not_overwrite_an_answer()
    {
        Telegram.Say(Group, Mention + Question, An);
        var answer = await Telegram.WaitForMessageAsync(Group, _ => true);

        Telegram.Press(Group, answer.Id, "l:en", Binh);
        await Telegram.WaitAsync(() => Telegram.BotMessages(Group).Count == 2);

        Assert.Equal(answer.Text, Telegram.BotMessages(Group)[0].Text);
    }

    [Fact]
    public async Task Being_added_greets_once_and_being_removed_ends_sending()
    {
        Membership("member");
        var greeting = await Telegram.WaitForMessageAsync(Group, _ => true);
        Membership("administrator");
        Membership("kicked");
        await _service.IdleAsync();

        Assert.Contains("chỉ trả lời khi được nhắc tên", greeting.Text, StringComparison.Ordinal);
        Assert.Single(Telegram.BotMessages(Group));
        Assert.Equal(1, (await _service.HealthAsync()).GetProperty("unreachable").GetInt32());
    }

    private void Membership(string status) => Telegram.Send(new
    {
        my_chat_member = new { chat = new { id = Group, type = "group", title = "KCN" }, from = new { id = An, is_bot = false }, date = 1, new_chat_member = new { status, user = new { id = 4242, is_bot = true } } },
    });
}
