using System.Text.Json;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Clients;

/// <summary>botframework-directlinejs 0.15.8 itself, in Node, against the service on a port.</summary>
public sealed class DirectLineJsTests
{
    [NodeFact]
    public async Task Everything_is_shown_once_though_connections_break()
    {
        var result = await RunAsync("stream");

        var posted = Texts(result, "posted");
        Assert.Equal(["stream", "post"], Texts(result, "cuts"));
        Assert.Equal("retry", result.GetProperty("retried").GetString());
        Assert.Equal(Enumerable.Range(1, 6).Select(sequence => $"{result.GetProperty("conversationId").GetString()}|{sequence:D7}"), Shown(result, "shown", "id"));
        Assert.Equal(posted, Shown(result, "shown", "replyTo").OfType<string>());
        Assert.Equal(["client-1", "client-2", "again"], Shown(result, "shown", "client").OfType<string>());
        Assert.Equal(["user", "bot", "user", "bot", "user", "bot"], Shown(result, "shown", "role"));
        Assert.DoesNotContain("someone-else", Shown(result, "shown", "from"));
    }

    [NodeFact]
    public async Task A_conversation_is_entered_by_its_id_and_read_again_from_the_start()
    {
        var result = await RunAsync("resume");

        Assert.Equal(2, Shown(result, "first", "id").Count);
        Assert.Equal(Shown(result, "first", "id"), Shown(result, "again", "id"));
    }

    [NodeFact]
    public async Task Polling_shows_everything_once_too()
    {
        var result = await RunAsync("poll");

        Assert.Equal(4, Shown(result, "shown", "id").Distinct().Count());
        Assert.Equal(4, Shown(result, "shown", "id").Count);
        Assert.Equal(Texts(result, "posted"), Shown(result, "shown", "replyTo").OfType<string>());
    }

    [NodeFact]
    public async Task After_an_expired_token_the_page_goes_on_where_it_was()
    {
        var result = await RunAsync("expired", ("DirectLine:TokenLifetime", "00:00:02"));

        Assert.Equal("retry", result.GetProperty("late").GetString());
        Assert.Contains("ExpiredToken", Texts(result, "statuses"));
        Assert.True(result.GetProperty("same").GetBoolean());
        Assert.Equal(4, Shown(result, "before", "id").Concat(Shown(result, "after", "id")).Distinct().Count());
        Assert.Equal(["late"], Shown(result, "after", "client").OfType<string>());
    }

    private static async Task<JsonElement> RunAsync(string scenario, params (string Key, string Value)[] settings)
    {
        using var service = new Service(TimeProvider.System, listens: true, settings);
        return (await NodeScript.RunAsync("directline.mjs", service.Client.BaseAddress!.ToString().TrimEnd('/'), scenario))[^1];
    }

    private static IReadOnlyList<string?> Texts(JsonElement result, string name) => [.. result.GetProperty(name).EnumerateArray().Select(item => item.GetString())];

    /// <returns>A property of all activities that were shown, in their order; null where one lacks it.</returns>
    private static IReadOnlyList<string?> Shown(JsonElement result, string list, string property) =>
        [.. result.GetProperty(list).EnumerateArray().Select(activity => activity.TryGetProperty(property, out var value) ? value.GetString() : null)];
}
