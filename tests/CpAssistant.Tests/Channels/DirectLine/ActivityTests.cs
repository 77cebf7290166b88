using System.Net;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>What is sent, and what comes of it.</summary>
public sealed class ActivityTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task A_message_is_echoed_from_the_tokens_user_with_its_clients_id()
    {
        var talk = await Talk.OpenAsync(_service);

        await talk.PostAsync(new
        {
            type = "message",
            text = Talk.Question,
            from = new { id = "cp-assistant", role = "bot", name = "Admin" },
            conversation = new { id = "other" },
            timestamp = "2001-01-01T00:00:00Z",
            id = "made-up",
            channelData = new { clientActivityID = "c-1", other = 1 },
        });

        var echo = (await talk.PollAsync()).Activities[0];
        Assert.StartsWith("dl_", echo.GetProperty("from").Text("id"), StringComparison.Ordinal);
        Assert.Equal(("user", "c-1", Talk.Question, "message"), (echo.GetProperty("from").Text("role"), echo.GetProperty("channelData").Text("clientActivityID"), echo.Text("text"), echo.Text("type")));
        Assert.Equal(($"{talk.Id}|0000001", talk.Id), (echo.Text("id"), echo.GetProperty("conversation").Text("id")));
        Assert.True(echo.GetProperty("timestamp").GetDateTimeOffset().Year > 2001);
    }

    [Fact]
    public async Task A_reply_has_all_that_web_chat_draws()
    {
        var talk = await Talk.OpenAsync(_service);

        var reply = await talk.AskAsync("Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");

        Assert.Equal(("message", "directline", "markdown", "vi-VN", $"{talk.Id}|0000001"), (reply.Text("type"), reply.Text("channelId"), reply.Text("textFormat"), reply.Text("locale"), reply.Text("replyToId")));
        Assert.Equal(("cp-assistant", "CP Assistant", "bot"), (reply.GetProperty("from").Text("id"), reply.GetProperty("from").Text("name"), reply.GetProperty("from").Text("role")));
        Assert.All(reply.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray(), action => Assert.Equal(("imBack", action.Text("title")), (action.Text("type"), action.Text("value"))));
        var entity = reply.GetProperty("entities")[0];
        Assert.Equal(("https://schema.org/Message", "Message", "", "https://schema.org"), (entity.Text("type"), entity.Text("@type"), entity.Text("@id"), entity.Text("@context")));
        var claim = entity.GetProperty("citation")[0];
        Assert.Equal(("Claim", 1, "DigitalDocument"), (claim.Text("@type"), claim.GetProperty("position").GetInt32(), claim.GetProperty("appearance").Text("@type")));
        Assert.Contains("64/KH-UBND, 08/05/2018", claim.GetProperty("appearance").Text("name"), StringComparison.Ordinal);
        Assert.StartsWith("“", claim.GetProperty("appearance").Text("abstract"), StringComparison.Ordinal);
        Assert.StartsWith(_service.Client.BaseAddress + "van-ban/", claim.GetProperty("appearance").Text("url"), StringComparison.Ordinal);
        Assert.Equal(["LikeAction", "DislikeAction"], entity.GetProperty("potentialAction").EnumerateArray().Select(action => action.Text("@type")));
        Assert.All(entity.GetProperty("potentialAction").EnumerateArray(), action => Assert.Equal(reply.Text("id"), action.GetProperty("object").Text("identifier")));
    }

    [Fact]
    public async Task An_english_question_gets_an_english_reply()
    {
        var talk = await Talk.OpenAsync(_service);

        Assert.Equal("en-US", (await talk.AskAsync("Which agency leads training in Lang Son?")).Text("locale"));
    }

    [Fact]
    public async Task A_message_sent_again_is_answered_once()
    {
        var talk = await Talk.OpenAsync(_service);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => talk.SayAsync(clientId: "same")));

        Assert.Single(ids.Distinct());
        Assert.Equal(2, (await talk.PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task Personal_numbers_are_masked_in_the_echo()
    {
        var talk = await Talk.OpenAsync(_service);

        await talk.SayAsync("Gọi tôi theo số 0912345678 nhé");

        Assert.DoesNotContain("0912345678", (await talk.PollAsync()).Activities[0].Text("text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":""}""")]
    [InlineData("""{"type":"message","text":"  \n "}""")]
    [InlineData("""{"type":"message","text":{"a":1}}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"event","name":"province","value":"Atlantis"}""")]
    [InlineData("""{"type":"event","name":"province","value":1}""")]
    [InlineData("""{"type":"event","name":"province","value":"\udc00"}""")]
    [InlineData("""{"type":"event","name":"webchat:activity-status/feedback"}""")]
    [InlineData("""{"type":"event","name":"webchat:activity-status/feedback","entities":[{"@type":"LikeAction"}]}""")]
    [InlineData("""{"type":"invoke","name":"message/submitAction","value":{"actionName":"feedback","actionValue":{}}}""")]
    public async Task What_cannot_be_taken_is_refused_with_the_reason(string body)
    {
        var talk = await Talk.OpenAsync(_service);

        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.SendAsync(HttpMethod.Post, talk.Activities, body));
        Assert.Empty((await talk.PollAsync()).Activities);
    }

    [Fact]
    public async Task Too_deep_too_long_and_with_files_is_refused()
    {
        var talk = await Talk.OpenAsync(_service);

        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.SendAsync(HttpMethod.Post, talk.Activities, "{\"type\":" + new string('[', 100_000)));
        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.PostAsync(new { type = "message", text = new string('x', 2001) }));
        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "NotSupported", await talk.PostAsync(new { type = "message", text = "a", attachments = new[] { new { contentType = "image/png" } } }));
        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.PostAsync(new { type = "message", text = "a", channelData = new { clientActivityID = new string('x', 201) } }));
        Assert.Empty((await talk.PollAsync()).Activities);
    }

    [Fact]
    public async Task A_body_that_is_no_json_by_its_own_word_is_refused()
    {
        var talk = await Talk.OpenAsync(_service);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/{talk.Activities}") { Content = new StringContent("type=message&text=a", null, "application/x-www-form-urlencoded") };
        request.Headers.Authorization = new("Bearer", talk.Token);

        await Talk.AssertErrorAsync(HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType", await _service.Client.SendAsync(request));
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"vi"}}""")]
    [InlineData("""{"type":"endOfConversation"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[1,2]}""")]
    [InlineData("""{"type":"messageReaction","reactionsRemoved":[{"type":"like"}]}""")]
    [InlineData("""{"type":"typing","channelData":"x","entities":5,"value":[[1]]}""")]
    public async Task What_means_nothing_here_is_acknowledged_and_not_kept(string body)
    {
        var talk = await Talk.OpenAsync(_service);

        var response = await talk.SendAsync(HttpMethod.Post, talk.Activities, body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(talk.Id + "|", (await Talk.JsonOf(response)).Text("id"), StringComparison.Ordinal);
        Assert.Empty((await talk.PollAsync()).Activities);
    }

    [Theory]
    [InlineData("\"Lạng Sơn\"", "Lạng Sơn")]
    [InlineData("\"tinh lang son\"", "Lạng Sơn")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task A_province_is_chosen_or_given_up(string value, string? chosen)
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.PostAsync(new { type = "event", name = "province", value = "Sơn La" });

        var response = await talk.SendAsync(HttpMethod.Post, talk.Activities, $$"""{"type":"event","name":"province","value":{{value}}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(chosen, _service.Services.GetRequiredService<ConversationStore>().Find(talk.Id)!.State.Province);
    }

    [Theory]
    [InlineData("""{"type":"event","name":"webchat:activity-status/feedback","entities":[{"type":"ClientCapabilities"},{"@type":"LikeAction","object":{"@type":"Message","identifier":"{0}"}}]}""", true, null)]
    [InlineData("""{"type":"event","name":"webchat:activity-status/feedback","entities":[{"@type":"DislikeAction","object":{"identifier":"{0}"}}],"value":{"comment":" sai năm "}}""", false, "sai năm")]
    [InlineData("""{"type":"event","name":"webchat:activity-status/feedback","replyToId":"{0}","entities":[{"@type":"DislikeAction"}]}""", false, null)]
    [InlineData("""{"type":"invoke","name":"message/submitAction","replyToId":"{0}","value":{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":{"feedbackText":"gọi 0912345678"}}}}""", false, "gọi")]
    [InlineData("""{"type":"invoke","name":"message/submitAction","replyToId":"{0}","value":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"tốt\"}"}}}""", true, "tốt")]
    [InlineData("""{"type":"invoke","name":"message/submitAction","replyToId":"{0}","value":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"\\ud800\":\"tốt\"}"}}}""", true, "{")]
    [InlineData("""{"type":"messageReaction","replyToId":"{0}","reactionsAdded":[{"type":"like"}]}""", true, null)]
    public async Task Feedback_is_kept_with_the_turn(string body, bool helpful, string? comment)
    {
        var talk = await Talk.OpenAsync(_service);
        var reply = await talk.AskAsync(Talk.Question);

        var response = await talk.SendAsync(HttpMethod.Post, talk.Activities, body.Replace("{0}", reply.Text("id"), StringComparison.Ordinal));

        using var connection = _service.Services.GetRequiredService<Database>().Read();
        var (kept, word) = connection.QuerySingle<(bool, string?)>("SELECT helpful, comment FROM turn WHERE conversation_id = @Id", new { talk.Id });
        Assert.Equal((HttpStatusCode.OK, helpful), (response.StatusCode, kept));
        Assert.StartsWith(comment ?? "-", word ?? "-", StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", word ?? "", StringComparison.Ordinal);
        Assert.Equal(2, (await talk.PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task Feedback_on_another_conversations_reply_is_refused()
    {
        var (talk, other) = (await Talk.OpenAsync(_service), await Talk.OpenAsync(_service));
        await talk.AskAsync(Talk.Question);
        var reply = await other.AskAsync(Talk.Question);

        var response = await talk.PostAsync(new { type = "messageReaction", replyToId = reply.Text("id"), reactionsAdded = new[] { new { type = "like" } } });

        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", response);
    }

    [Fact]
    public async Task Feedback_on_what_is_no_reply_is_refused()
    {
        var talk = await Talk.OpenAsync(_service);
        var asked = await talk.SayAsync();

        var response = await talk.PostAsync(new { type = "messageReaction", replyToId = asked, reactionsAdded = new[] { new { type = "like" } } });

        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", response);
    }
}
