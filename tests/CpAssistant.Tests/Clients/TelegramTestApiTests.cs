using System.Text;
using System.Text.Json;
using CpAssistant.Accounts;
using CpAssistant.Channels.Telegram;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.Telegram;
using CpAssistant.Tests.Console;
using CpAssistant.Tests.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Clients;

/// <summary>telegram-test-api 4.2.1, a Bot API server of other people, between the service on a port and those who write to it.</summary>
public sealed class TelegramTestApiTests : IDisposable
{
    private const string Token = "666:telegram-test-api";
    private const string PublicAddress = "https://sxsh.example.vn";
    private const string Target = "Đến năm 2020: 40% cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn.";

    private static readonly string[] Districts = ["Thạch An", "Nguyên Bình", "Hòa An", "Trùng Khánh", "Quảng Hòa", "Bảo Lạc", "Hà Quảng", "Hạ Lang"];

    private static readonly string[] Tasks =
    [
        "mở lớp tập huấn", "giúp cơ sở lập hồ sơ đánh giá", "tổng hợp lượng nước và điện đã dùng", "kiểm tra giải pháp đã làm ở nhà máy",
        "in tài liệu cho người lao động", "mời chuyên gia đến làm việc", "cho mượn thiết bị đo khí thải", "đưa tin trên đài truyền thanh",
    ];

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();
    private readonly FastTime _time = new(10);
    private NodeScript _script = null!;
    private Service _service = null!;

    /// <summary>Where the script takes calls of the webhook and hands them on with the secret.</summary>
    private string _relay = "";

    [NodeFact]
    public async Task Start_greets_and_tells_what_becomes_of_data()
    {
        await StartAsync("start");

        var script = await _script.EndAsync();

        var shown = Read(script);
        var (vietnamese, english) = (Assert.Single(shown["vietnamese"]), Assert.Single(shown["english"]));
        Assert.StartsWith("Xin chào!", vietnamese.Text, StringComparison.Ordinal);
        Assert.EndsWith(TelegramText.Vietnamese.Notice, vietnamese.Text, StringComparison.Ordinal);
        Assert.EndsWith(TelegramText.English.Notice, english.Text, StringComparison.Ordinal);
        Assert.Contains(vietnamese.Buttons, button => button.Text.Contains("Cao Bằng", StringComparison.Ordinal));
        // Though the server knows neither setMyCommands nor sendChatAction.
        Assert.Equal("on", script[^1].GetProperty("state").GetString());
    }

    [NodeFact]
    public async Task An_answer_quotes_its_source_and_leads_to_it()
    {
        await StartAsync("answer", new() { PublicAddress = PublicAddress });

        var shown = await EndAsync();

        var first = Assert.Single(shown["first"]);
        Assert.Equal([$"“1. {Target}”"], first.Markup.Words("blockquote"));
        var link = Assert.Single(first.Markup.Elements, element => element is { Tag: "a", Words: not "Xem bảng chỉ tiêu: Lạng Sơn" });
        Assert.Contains("64/KH-UBND, 08/05/2018", link.Words, StringComparison.Ordinal);
        Assert.StartsWith(PublicAddress + "/van-ban/", link.Address!, StringComparison.Ordinal);
        Assert.Contains(Target, await _service.Client.GetStringAsync(link.Address![PublicAddress.Length..]), StringComparison.Ordinal);
        var table = Assert.Single(first.Markup.Elements, element => element is { Tag: "a", Words: "Xem bảng chỉ tiêu: Lạng Sơn" });
        Assert.Contains("40%", await _service.Client.GetStringAsync(table.Address![PublicAddress.Length..]), StringComparison.Ordinal);
        Assert.Contains(TelegramText.Vietnamese.ShortNotice, first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TelegramText.Vietnamese.ShortNotice, Assert.Single(shown["second"]).Text, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Without_a_public_address_the_source_line_is_no_link()
    {
        await StartAsync("answer");

        var first = Assert.Single((await EndAsync())["first"]);

        Assert.DoesNotContain(first.Markup.Elements, element => element.Tag == "a");
        Assert.Contains("\n— Kế hoạch", first.Text, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_pressed_suggestion_goes_on_below()
    {
        await StartAsync("suggestion");

        var shown = await EndAsync();

        var (answer, below, after) = (Assert.Single(shown["answer"]), Assert.Single(shown["below"]), Assert.Single(shown["after"]));
        Assert.StartsWith($"❓ {answer.Buttons[0].Text}\n\n", below.Text, StringComparison.Ordinal);
        Assert.Contains("Sở Công Thương chủ trì", Assert.Single(below.Markup.Words("blockquote")), StringComparison.Ordinal);
        Assert.Equal(answer.Buttons.Skip(1), after.Buttons);
        Assert.Equal(answer.Html, after.Html);
    }

    [NodeFact]
    public async Task What_comes_again_is_not_answered_again()
    {
        await StartAsync("again");

        var shown = await EndAsync();

        Assert.Equal(new[] { "answer", "below", "next" }.Select(step => Assert.Single(shown[step]).Id), shown["all"].Select(message => message.Id));
        Assert.Equal([3], Query<int>("SELECT count(*) FROM message WHERE author = 'user'"));
    }

    [NodeFact]
    public async Task A_vote_is_marked_and_kept()
    {
        await StartAsync("vote");

        var shown = await EndAsync();

        Assert.Equal(["👍", "👎"], Assert.Single(shown["answer"]).Buttons.Select(button => button.Text).TakeLast(2));
        Assert.Equal(["👍 ✓", "👎"], Assert.Single(shown["after"]).Buttons.Select(button => button.Text).TakeLast(2));
        Assert.Equal([("telegram|666|7", 2L, 1L)], Query<(string, long, long)>("SELECT conversation_id, reply_sequence, helpful FROM turn"));
    }

    [NodeFact]
    public async Task The_office_answers_an_enquiry_in_the_chat()
    {
        await StartAsync("office");
        var (consent, sent) = Read([await _script.ReadAsync()]) is var first ? (Assert.Single(first["consent"]), Assert.Single(first["sent"])) : default;
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = (await officer.PageAsync("/quan-tri?kenh=telegram")).QuerySelector("tbody th a")!.TextContent;
        var version = (await officer.PageAsync("/quan-tri/phieu/" + reference)).QuerySelector("input[name=version]")!.GetAttribute("value")!;

        await officer.PostAsync($"/quan-tri/phieu/{reference}?handler=Reply", ("version", version), ("text", "Chào chị,\nmức hỗ trợ <b> xem tại mục IV."), ("closes", "true"));

        var shown = await EndAsync();
        Assert.Contains("nước ngoài", consent.Text, StringComparison.Ordinal);
        Assert.Contains(reference, sent.Text, StringComparison.Ordinal);
        Assert.Equal($"Văn phòng trả lời phiếu {reference}:\nChào chị,\nmức hỗ trợ <b> xem tại mục IV.", Assert.Single(shown["answer"]).Text);
        Assert.All([shown["replied"], shown["added"]], messages => Assert.Contains($"vào phiếu {reference}", Assert.Single(messages).Text, StringComparison.Ordinal));
        var page = await officer.PageAsync("/quan-tri/phieu/" + reference);
        Assert.Contains("Mới", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã hiện cho người hỏi", page.QuerySelector(".messages .officer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xưởng tôi có 2 lò", page.QuerySelector(".messages")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xưởng gỗ Kỳ Cùng", page.QuerySelector(".dossier")!.TextContent, StringComparison.Ordinal);
        Assert.False(IsOnDisk("Xưởng gỗ Kỳ Cùng"));
    }

    [NodeFact]
    public async Task An_approved_answer_of_the_office_is_given_until_it_expires()
    {
        await StartAsync("officeAnswer");
        var before = Read([await _script.ReadAsync()])["before"];
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        await AnswerDesk.DoAsync(officer, await AnswerDesk.KeepAsync(officer, await officer.PageAsync(AnswerDesk.Address + "/soan")), "Approve");
        await _script.TellAsync("approved");
        var given = Read([await _script.ReadAsync()])["given"];
        _time.Shift = TimeSpan.FromDays(400);
        await _script.TellAsync("expired");

        var expired = (await EndAsync())["expired"];

        Assert.DoesNotContain(before.Concat(expired), message => message.Text.Contains(AnswerDesk.Words, StringComparison.Ordinal));
        var answer = Assert.Single(given);
        Assert.Contains("Trả lời của Văn phòng", answer.Text, StringComparison.Ordinal);
        Assert.Contains(AnswerDesk.Words, answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Markup.Words("blockquote"));
    }

    [NodeFact]
    public async Task A_province_that_was_chosen_is_what_questions_are_about()
    {
        await StartAsync("province");

        var shown = await EndAsync();

        Assert.All(["Cao Bằng", "Lạng Sơn"], province => Assert.Contains(province, Assert.Single(shown["before"]).Text, StringComparison.Ordinal));
        Assert.Equal(["Cao Bằng", "Lạng Sơn", TelegramText.Vietnamese.NoProvince], Assert.Single(shown["list"]).Buttons.Select(button => button.Text));
        Assert.Equal("Đã chọn Lạng Sơn. Câu hỏi không nêu tỉnh sẽ hiểu là về Lạng Sơn; muốn đổi thì gõ /tinh.", Assert.Single(shown["chosen"]).Text);
        Assert.Equal([$"“1. {Target}”"], Assert.Single(shown["after"]).Markup.Words("blockquote"));
        Assert.DoesNotContain("Cao Bằng", shown["after"][0].Text, StringComparison.Ordinal);
        Assert.Equal(3, shown["all"].Count);
    }

    [NodeFact]
    public async Task A_follow_up_is_about_what_was_asked_before()
    {
        await StartAsync("followUp");

        var shown = await EndAsync();

        Assert.Contains("Cao Bằng: mục tiêu đến năm 2020: 60%", Assert.Single(shown["first"]).Text, StringComparison.Ordinal);
        Assert.Contains("Cao Bằng: mục tiêu đến năm 2015: 30%", Assert.Single(shown["year"]).Text, StringComparison.Ordinal);
        Assert.Equal("Văn bản không nêu nội dung này.\nĐã xem: Kế hoạch sản xuất sạch hơn trong công nghiệp tỉnh Lạng Sơn đến năm 2020.", Assert.Single(shown["province"]).Text);
    }

    [NodeFact]
    public async Task A_long_answer_comes_in_several_messages()
    {
        await StartAsync("long");

        var answer = (await EndAsync())["answer"];

        Assert.True(answer.Count > 2, $"{answer.Count} messages");
        Assert.Equal(Districts, answer.SelectMany(part => part.Markup.Words("blockquote")).Select(quote => Districts.Single(district => quote.Contains($"huyện {district} ", StringComparison.Ordinal))));
        Assert.All(answer.SelectMany(part => part.Markup.Words("blockquote")), quote => Assert.Matches("^“.*”$", quote));
        Assert.All(answer.SkipLast(1), part => Assert.Empty(part.Buttons));
        Assert.Equal(["👍", "👎"], answer[^1].Buttons.Select(button => button.Text).TakeLast(2));
    }

    [NodeFact]
    public async Task What_is_erased_is_gone_from_the_disk()
    {
        await StartAsync("erase");
        await _script.ReadAsync();
        Assert.True(IsOnDisk("Kỳ Cùng"));
        Assert.Equal([1], Query<int>("SELECT helpful FROM turn"));
        await _script.TellAsync("go on");

        var shown = await EndAsync();

        Assert.Equal(string.Format(null, TelegramText.Vietnamese.EraseQuestion, 2), Assert.Single(shown["question"]).Text);
        Assert.Equal([TelegramText.Vietnamese.EraseYes, TelegramText.Vietnamese.EraseNo], shown["question"][0].Buttons.Select(button => button.Text));
        Assert.Matches(@"^Đã xóa lúc \d\d:\d\d \d\d/\d\d/\d{4} \(giờ Việt Nam\): 2 tin ", Assert.Single(shown["after"]).Text);
        Assert.All(["conversation", "message", "turn", "telegram_chat"], table => Assert.Equal([0], Query<int>($"SELECT count(*) FROM {table}")));
        Assert.Equal([0], Query<int>("SELECT count(*) FROM telegram_message WHERE conversation_id IS NOT NULL OR text IS NOT NULL"));
        Assert.Equal([0], Query<int>("SELECT count(*) FROM telegram_update WHERE content IS NOT NULL"));
        Assert.False(IsOnDisk("Kỳ Cùng"));
    }

    [NodeFact]
    public async Task In_a_group_only_who_speaks_to_the_bot_is_answered()
    {
        await StartAsync("group");

        var script = await _script.EndAsync();

        var shown = Read(script);
        var asked = script[^1].GetProperty("asked").EnumerateArray().Select(id => (long?)id.GetInt64());
        Assert.Equal(2, shown["all"].Count);
        Assert.Equal(asked, shown["all"].Select(message => message.ReplyTo));
        Assert.Equal([$"“1. {Target}”"], Assert.Single(shown["mentioned"]).Markup.Words("blockquote"));
        Assert.Contains("Cao Bằng: mục tiêu đến năm 2020: 60%", Assert.Single(shown["replied"]).Text, StringComparison.Ordinal);
        Assert.Equal(["telegram|666|-1001|7"], Query<string>("SELECT id FROM conversation"));
        Assert.Equal(["Mục tiêu sản xuất sạch hơn của Lạng Sơn đến năm 2020?", "còn Cao Bằng?"], Query<string>("SELECT text FROM message WHERE author = 'user' ORDER BY sequence"));
        Assert.False(IsOnDisk("Kỳ Cùng"));
    }

    [NodeFact]
    public async Task A_webhook_takes_what_comes_with_the_secret_and_nothing_else()
    {
        await StartAsync("webhook", new() { Mode = TelegramMode.Webhook });

        var script = await _script.EndAsync();

        var shown = Read(script);
        Assert.Equal(_relay + "/telegram/webhook", script[^1].GetProperty("url").GetString());
        Assert.Equal([401, 401, 401], Numbers(script[^1], "refused"));
        Assert.Equal([200, 200], Numbers(script[^1], "delivered"));
        Assert.Empty(shown["early"]);
        Assert.Equal([$"“1. {Target}”"], Assert.Single(shown["answer"]).Markup.Words("blockquote"));
        Assert.Equal(["👍 ✓", "👎"], Assert.Single(shown["after"]).Buttons.Select(button => button.Text).TakeLast(2));
        Assert.Single(shown["all"]);
        // The server gives the id of a refused update to the next one: had it been noted, that would be dropped.
        Assert.Equal([2], Query<int>("SELECT count(*) FROM telegram_update"));
        Assert.Equal(["Mục tiêu sản xuất sạch hơn của Lạng Sơn đến năm 2020?"], Query<string>("SELECT text FROM message WHERE author = 'user'"));
    }

    public void Dispose()
    {
        _service?.Dispose();
        _script?.Dispose();
        _documents.Dispose();
        _data.Dispose();
    }

    /// <summary>The server first, for the service needs its address; then people may write.</summary>
    /// <param name="settings">The rest of the bot's settings; for a webhook without a public address.</param>
    private async Task StartAsync(string scenario, TelegramSettings? settings = null)
    {
        _documents.Write("cao-bang.txt", LongPlan);
        _script = NodeScript.Start("telegram.mjs", scenario);
        var places = await _script.ReadAsync();
        _relay = places.GetProperty("public").GetString()!;
        var bot = (settings ?? new()) with { Token = Token, ApiBaseUrl = places.GetProperty("api").GetString()! };
        // The server knows no limits, so those of Telegram need not take their time.
        _service = new Service(
            _time,
            listens: true,
            services => services.AddSingleton(bot.Mode == TelegramMode.Webhook ? bot with { PublicAddress = _relay } : bot),
            ("Data:Folder", _data.Path), ("Knowledge:Documents:1", _documents.Path));
        await _script.TellAsync(_service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
    }

    /// <returns>What the server shows people, by the names that the script gives it.</returns>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Seen>>> EndAsync() => Read(await _script.EndAsync());

    private static Dictionary<string, IReadOnlyList<Seen>> Read(IReadOnlyList<JsonElement> lines) => lines[^1].EnumerateObject()
        .Where(step => step.Value is { ValueKind: JsonValueKind.Array } value && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
        .ToDictionary(step => step.Name, step => step.Value.Deserialize<IReadOnlyList<Seen>>(JsonSerializerOptions.Web)!);

    private static IEnumerable<int> Numbers(JsonElement line, string name) => line.GetProperty(name).EnumerateArray().Select(item => item.GetInt32());

    private IReadOnlyList<T> Query<T>(string sql) => DatabaseFile.Query<T>(_data.Path, sql);

    /// <returns>Whether these words stand in any file of the service's data.</returns>
    private bool IsOnDisk(string words) => Directory.EnumerateFiles(_data.Path, "*", SearchOption.AllDirectories).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    });

    /// <summary>Of a province that has two targets and an agency with much to do; not a real one.</summary>
    private static string LongPlan { get; } = $"""
        ỦY BAN NHÂN DÂN
        TỈNH CAO BẰNG

        Số: 71/KH-UBND

        Cao Bằng, ngày 12 tháng 6 năm 2018

        KẾ HOẠCH
        Sản xuất sạch hơn trong công nghiệp tỉnh Cao Bằng đến năm 2020

        I. MỤC TIÊU

        1. Đến năm 2015: 30% cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn.

        2. Đến năm 2020: 60% cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn.

        II. TỔ CHỨC THỰC HIỆN

        {string.Join("\n\n", Districts.Select((district, index) => $"{index + 1}. Sở Công Thương chủ trì {string.Join("; ", Tasks.Skip(index).Concat(Tasks.Take(index)).Select(task => $"{task} về sản xuất sạch hơn trên địa bàn huyện {district} trong từng quý của năm"))}."))}

        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH

        Nông Văn Khau
        """;

    /// <summary>A message of the bot as the server shows it.</summary>
    private sealed record Seen(long Id, string Html, string? Mode, IReadOnlyList<SeenButton> Buttons, long? ReplyTo)
    {
        /// <summary>Fails where Telegram would not take it.</summary>
        internal TelegramMarkup.Parsed Markup => Mode == "HTML" ? TelegramMarkup.ReadMessage(Html) : throw new InvalidOperationException("no HTML");

        internal string Text => Markup.Text;
    }

    private sealed record SeenButton(string Text, string Data);
}
