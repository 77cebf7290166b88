using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>Streams, over real sockets.</summary>
public sealed class StreamTests(SharedService shared) : IClassFixture<SharedService>
{
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task Message_and_reply_come_on_the_stream()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();

        var id = await talk.SayAsync(clientId: "c-1");

        var activities = await stream.NextAsync(2);
        Assert.Equal((id, "c-1"), (activities[0].Text("id"), activities[0].GetProperty("channelData").Text("clientActivityID")));
        Assert.Equal(id, activities[1].Text("replyToId"));
    }

    [Fact]
    public async Task A_stream_and_a_poll_tell_the_same()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();
        await talk.SayAsync();

        var streamed = await stream.NextAsync(2);

        Assert.Equal((await talk.PollAsync()).Activities.Select(activity => activity.GetRawText()), streamed.Select(activity => activity.GetRawText()));
    }

    [Fact]
    public async Task Every_stream_of_the_conversation_gets_it_and_no_other()
    {
        var (talk, other) = (await Talk.OpenAsync(_service), await Talk.OpenAsync(_service));
        using var first = await talk.OpenStreamAsync();
        using var second = await talk.OpenStreamAsync();
        using var others = await other.OpenStreamAsync();
        await talk.SayAsync();
        await other.SayAsync("xin chào");

        var all = new[] { await first.NextAsync(2), await second.NextAsync(2), await others.NextAsync(2) };

        Assert.Equal([talk.Id, talk.Id, other.Id], all.Select(activities => activities.Select(activity => activity.GetProperty("conversation").Text("id")).Distinct().Single()));
    }

    [Fact]
    public async Task After_a_broken_socket_the_watermark_brings_what_is_missing()
    {
        var talk = await Talk.OpenAsync(_service);
        using (var broken = await talk.OpenStreamAsync())
        {
            await talk.SayAsync();
            await broken.NextAsync(2);
        }

        await talk.SayAsync("xin chào");
        using var stream = await talk.OpenStreamAsync("2");
        await talk.SayAsync("cảm ơn");

        Assert.Equal([3, 4, 5, 6], (await stream.NextAsync(4)).Select(activity => int.Parse(activity.Text("id").Split('|')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Without_a_watermark_the_stream_begins_where_the_conversation_stood_when_it_was_asked_for()
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync();
        var address = await talk.StreamUrlAsync("");
        var id = await talk.SayAsync("xin chào");

        using var stream = await OpenStream.ConnectAsync(address);

        Assert.Equal(id, (await stream.NextAsync(2))[0].Text("id"));
    }

    [Fact]
    public async Task A_frame_has_activities_and_their_watermark()
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync();
        using var stream = await talk.OpenStreamAsync();

        var frame = JsonDocument.Parse((await stream.NextFrameAsync())!).RootElement;

        Assert.Equal(["activities", "watermark"], frame.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2", frame.Text("watermark"));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_message_is_acknowledged()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();
        var streams = _service.Services.GetRequiredService<CpAssistant.Channels.DirectLine.Streams>();
        var response = new SlowResponse();
        streams.HoldUntilAcknowledged(talk.Id, response.Context.Response);
        await _service.Services.GetRequiredService<TurnRunner>().RunAsync(talk.Id, new IncomingMessage(null, "xin chào"), CancellationToken.None);
        // It wakes the stream meanwhile.
        await talk.SayAsync("cảm ơn");
        var early = stream.NextAsync(1);
        var waited = await Task.WhenAny(early, Task.Delay(300));

        await response.CompleteAsync();

        Assert.NotSame(early, waited);
        Assert.Equal(4, (await early).Count);
    }

    [Fact]
    public async Task A_message_that_failed_holds_nothing_up()
    {
        using var service = new Service(TimeProvider.System, listens: true);
        var talk = await Talk.OpenAsync(service);
        var writer = service.Services.GetRequiredService<Database>().Writer;
        await writer.WriteAsync(connection => connection.Execute("ALTER TABLE message RENAME TO elsewhere"));
        var failed = await talk.PostAsync(new { type = "message", text = "xin chào" });
        await writer.WriteAsync(connection => connection.Execute("ALTER TABLE elsewhere RENAME TO message"));
        using var stream = await talk.OpenStreamAsync();

        await talk.SayAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(2, (await stream.NextAsync(2)).Count);
    }

    [Fact]
    public async Task Events_are_echoed_on_the_stream()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();

        await talk.PostAsync(new { type = "event", name = "province", value = "Lạng Sơn", channelData = new { clientActivityID = "e-1" } });

        var echo = (await stream.NextAsync(1))[0];
        Assert.Equal(("event", "province", "e-1", "user"), (echo.Text("type"), echo.Text("name"), echo.GetProperty("channelData").Text("clientActivityID"), echo.GetProperty("from").Text("role")));
    }

    [Fact]
    public async Task An_idle_stream_is_kept_alive()
    {
        using var service = new Service(TimeProvider.System, listens: true, ("DirectLine:KeepAlive", "00:00:00.2"));
        var talk = await Talk.OpenAsync(service);
        using var stream = await talk.OpenStreamAsync();

        Assert.Equal(("", ""), (await stream.NextFrameAsync(), await stream.NextFrameAsync()));
    }

    [Fact]
    public async Task What_is_said_to_another_process_comes_on_the_stream()
    {
        using var service = new Service(TimeProvider.System, listens: true, ("DirectLine:KeepAlive", "00:00:00.2"));
        using var other = new Service(("Data:Folder", service.Data.Path));
        var talk = await Talk.OpenAsync(service);
        using var stream = await talk.OpenStreamAsync();

        var id = (await Talk.JsonOf(await Talk.SendAsync(other.Client, talk.Token, HttpMethod.Post, talk.Activities, """{"type":"message","text":"xin chào"}"""))).Text("id");

        Assert.Equal(id, (await stream.NextAsync(2))[1].Text("replyToId"));
    }

    [Fact]
    public async Task Erasing_by_another_process_ends_the_stream()
    {
        using var service = new Service(TimeProvider.System, listens: true, ("DirectLine:KeepAlive", "00:00:00.2"));
        using var other = new Service(("Data:Folder", service.Data.Path));
        var talk = await Talk.OpenAsync(service);
        using var stream = await talk.OpenStreamAsync();
        var erase = new HttpRequestMessage(HttpMethod.Delete, "/api/webchat/conversation");
        erase.Headers.Authorization = new("Bearer", talk.Token);

        await other.Client.SendAsync(erase);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await stream.UntilClosedAsync());
    }

    [Fact]
    public async Task Empty_frames_of_the_client_are_passed_over_and_a_flood_closes()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();
        await stream.SendAsync("");
        await talk.SayAsync();
        var answered = await stream.NextAsync(2);

        for (var i = 0; i < 3; i++)
        {
            await stream.SendAsync(new string('x', 40_000));
        }

        Assert.Equal(2, answered.Count);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await stream.UntilClosedAsync());
    }

    [Fact]
    public async Task A_client_closes_in_good_order()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();

        await stream.CloseAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, stream.Closed);
    }

    [Fact]
    public async Task A_further_stream_closes_the_oldest()
    {
        using var service = new Service(TimeProvider.System, listens: true, ("DirectLine:StreamsPerConversation", "2"));
        var talk = await Talk.OpenAsync(service);
        using var oldest = await talk.OpenStreamAsync();
        using var middle = await talk.OpenStreamAsync();
        using var newest = await talk.OpenStreamAsync();

        var closed = await oldest.UntilClosedAsync();
        await talk.SayAsync();

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, closed);
        Assert.Equal((2, 2), ((await middle.NextAsync(2)).Count, (await newest.NextAsync(2)).Count));
    }

    [Fact]
    public async Task There_is_an_end_to_open_streams()
    {
        using var service = new Service(TimeProvider.System, listens: true, ("DirectLine:Streams", "1"));
        var talk = await Talk.OpenAsync(service);
        using var stream = await talk.OpenStreamAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await OpenStream.RefusalAsync(await talk.StreamUrlAsync()));

        await stream.CloseAsync();
        using var next = await OpenedInTheEnd(talk);
    }

    [Fact]
    public async Task One_address_does_not_take_all_streams()
    {
        using var service = Service.OnPort(("DirectLine:StreamsPerAddress", "1"));
        var (one, other) = (await Talk.OpenAsync(service), await Talk.OpenAsync(service));
        using var first = await one.OpenStreamAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await OpenStream.RefusalAsync(await other.StreamUrlAsync()));
        await first.CloseAsync();
        using var next = await OpenedInTheEnd(other);
    }

    [Fact]
    public async Task Erasing_closes_the_streams()
    {
        var talk = await Talk.OpenAsync(_service);
        using var stream = await talk.OpenStreamAsync();
        var erase = new HttpRequestMessage(HttpMethod.Delete, "/api/webchat/conversation");
        erase.Headers.Authorization = new("Bearer", talk.Token);

        await _service.Client.SendAsync(erase);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await stream.UntilClosedAsync());
    }

    [Fact]
    public async Task The_services_end_is_not_held_up()
    {
        using var service = new Service(TimeProvider.System, listens: true);
        var talk = await Talk.OpenAsync(service);
        using var stream = await talk.OpenStreamAsync();

        // The client does not even read; a service that waited for it would break the line in the end.
        await service.Services.GetRequiredService<IHost>().StopAsync();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await stream.UntilClosedAsync());
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_page_of_another_origin_opens_no_stream(string origin, HttpStatusCode status)
    {
        var talk = await Talk.OpenAsync(_service);

        Assert.Equal(status, await OpenStream.RefusalAsync(await talk.StreamUrlAsync(), origin));
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_opens_one()
    {
        var talk = await Talk.OpenAsync(_service);

        using var stream = await OpenStream.ConnectAsync(await talk.StreamUrlAsync(), "https://friend.example");
        await talk.SayAsync();

        Assert.Equal(2, (await stream.NextAsync(2)).Count);
    }

    /// <returns>A stream, once the place of a closed one is free.</returns>
    private static async Task<OpenStream> OpenedInTheEnd(Talk talk)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await talk.OpenStreamAsync();
            }
            catch (WebSocketException) when (tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }
}
