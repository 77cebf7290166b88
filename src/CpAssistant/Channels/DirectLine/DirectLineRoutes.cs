using System.Text.Json;
using CpAssistant.Conversations;
using CpAssistant.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Channels.DirectLine;

/// <summary>
/// Direct Line 3.0 under <c>/v3/directline</c>, as botframework-directlinejs and Web Chat speak it
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-concepts).
/// </summary>
internal static class DirectLineRoutes
{
    private const int LongestUserId = 100;
    private const int MostOrigins = 20;
    private const string DefaultLocale = "vi-VN";

    internal static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(DirectLineGate.Path).ExcludeFromDescription().DisableRateLimiting();
        group.MapPost("/tokens/generate", GenerateAsync).WithMetadata(new RouteRule(Credential.Secret));
        group.MapPost("/tokens/refresh", Refresh).WithMetadata(new RouteRule(Credential.Token));
        group.MapPost("/conversations", StartAsync).WithMetadata(new RouteRule(Credential.Token));
        group.MapGet("/conversations/{conversation}", Resume).WithMetadata(new RouteRule(Credential.Token));
        group.MapPost("/conversations/{conversation}/activities", PostAsync).WithMetadata(new RouteRule(Credential.Token));
        group.MapGet("/conversations/{conversation}/activities", PollAsync).WithMetadata(new RouteRule(Credential.Token, IsPoll: true));
        group.MapPost("/conversations/{conversation}/upload", () => ProtocolError.NoFiles).WithMetadata(new RouteRule(Credential.Token, HasFiles: true));
        // A WebSocket over HTTP/2 opens by CONNECT.
        group.MapMethods("/conversations/{conversation}/stream", ["GET", "CONNECT"], StreamAsync).WithMetadata(new RouteRule(Credential.Ticket));
        group.MapGet("/session/getsessionid", () => TypedResults.Ok(new { SessionId = "" })).WithMetadata(new RouteRule(Credential.None));
    }

    /// <summary>For the server of another site: starts no conversation.</summary>
    private static async Task<Results<JsonHttpResult<Session>, ProtocolError>> GenerateAsync(HttpContext context, Tokens tokens, DirectLineLimits limits)
    {
        if (limits.Token(context) is { } wait)
        {
            return ProtocolError.TooMany(wait);
        }

        using var body = await BoundedJson.ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            return ProtocolError.NoJson;
        }

        JsonElement? json = body.RootElement;
        var user = json.FindAnyCase("user").FindAnyCase("id").Text();
        if (user is not null && !(user.StartsWith("dl_", StringComparison.Ordinal) && user.Length is > 3 and <= LongestUserId && !user.Any(char.IsControl)))
        {
            return ProtocolError.Bad($"user.id phải bắt đầu bằng \"dl_\" và dài tối đa {LongestUserId} ký tự. / user.id has to begin with \"dl_\" and be at most {LongestUserId} characters long.");
        }

        var listed = json.FindAnyCase("trustedOrigins") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Take(MostOrigins + 1).Select(item => Origin.Read(((JsonElement?)item).Text())).ToList() : [];
        if (listed.Contains(null) || listed.Count > MostOrigins)
        {
            return ProtocolError.Bad($"trustedOrigins: tối đa {MostOrigins} địa chỉ dạng https://example.org. / trustedOrigins: at most {MostOrigins} origins like https://example.org.");
        }

        return Json(SessionOf(tokens.New(TokenKind.Site, user, locale: null, province: null, [.. listed.OfType<string>()]), tokens));
    }

    private static Results<JsonHttpResult<Session>, ProtocolError> Refresh(Token token, Tokens tokens, ConversationStore conversations) =>
        IsErased(token, conversations) ? ProtocolError.NoConversation : Json(SessionOf(token, tokens));

    private static async Task<Results<JsonHttpResult<Session>, ProtocolError>> StartAsync(HttpContext context, Token token, Tokens tokens, ConversationStore conversations)
    {
        using var body = await BoundedJson.ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            return ProtocolError.NoJson;
        }

        if (IsErased(token, conversations))
        {
            return ProtocolError.NoConversation;
        }

        if (token.Kind == TokenKind.WebChat)
        {
            return Started(created: false);
        }

        var asked = Locale.Read(body.RootElement.Find("locale").Text());
        return Started(await conversations.StartAsync(new NewConversation(token.Conversation, ChannelOf(token), token.User, token.Locale ?? asked ?? DefaultLocale, token.Province)));

        JsonHttpResult<Session> Started(bool created) =>
            Json(SessionOf(token, tokens) with { StreamUrl = StreamUrl(context.Request, token, tokens, 0) }, created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>Clients also come here after every break of the socket, and take the token and the address they get.</summary>
    private static Results<JsonHttpResult<Session>, ProtocolError> Resume(HttpRequest request, Token token, Tokens tokens, ConversationStore conversations) =>
        conversations.Find(token.Conversation) is not { LastSequence: var last } ? ProtocolError.NoConversation
        : !Watermark.TryRead(request.Query["watermark"], absent: last, last, out var after) ? ProtocolError.BadWatermark
        : Json(SessionOf(token, tokens) with { StreamUrl = StreamUrl(request, token, tokens, after) });

    private static async Task<Results<JsonHttpResult<ActivitySet>, ProtocolError>> PollAsync(HttpRequest request, Token token, Transcript transcript, ConversationStore conversations)
    {
        if (conversations.Find(token.Conversation) is not { LastSequence: var last })
        {
            return ProtocolError.NoConversation;
        }

        if (!Watermark.TryRead(request.Query["watermark"], absent: 0, last, out var after))
        {
            return ProtocolError.BadWatermark;
        }

        if (transcript.Read(token.Conversation, after, Addresses.Root(request)) is not { } part)
        {
            return ProtocolError.NoConversation;
        }

        await transcript.ShownAsync(token.Conversation, part);
        return Json(part.Set);
    }

    private static async Task<Results<EmptyHttpResult, ProtocolError>> StreamAsync(HttpContext context, StreamTicket ticket, Streams streams)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return ProtocolError.NoStream;
        }

        var address = Sender.Of(context);
        if (!streams.TryEnter(address))
        {
            return ProtocolError.Full;
        }

        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await streams.RunAsync(socket, ticket, Addresses.Root(context.Request), context.RequestAborted);
            return TypedResults.Empty;
        }
        finally
        {
            streams.Leave(address);
        }
    }

    private static async Task<Results<JsonHttpResult<ResourceResponse>, ProtocolError>> PostAsync(HttpContext context, Token token, ActivityPost post, DirectLineLimits limits)
    {
        if (limits.Message(context, token.Conversation) is { } wait)
        {
            return ProtocolError.TooMany(wait);
        }

        using var body = await BoundedJson.ReadAsync(context.Request, context.RequestAborted);
        return body is null ? ProtocolError.NoJson : await post.TakeAsync(body.RootElement, token, context.Response, context.RequestAborted) switch
        {
            (_, { } error) => error,
            ({ } id, _) => Json(new ResourceResponse(id)),
            _ => ProtocolError.NoConversation,
        };
    }

    /// <summary>Our own page gets its token with a conversation that is there: a token whose conversation is not does not bring it back.</summary>
    private static bool IsErased(Token token, ConversationStore conversations) =>
        token.Kind == TokenKind.WebChat && conversations.Find(token.Conversation) is null;

    internal static string ChannelOf(Token token) => token.Kind == TokenKind.WebChat ? "webchat" : "directline";

    private static Session SessionOf(Token token, Tokens tokens) => new(token.Conversation, tokens.Issue(token), tokens.ExpiresIn);

    private static string StreamUrl(HttpRequest request, Token token, Tokens tokens, long after) =>
        Addresses.Stream(request, token.Conversation, tokens.IssueTicket(token, after));

    private static JsonHttpResult<T> Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, WireJson.Options, statusCode: status);
}
