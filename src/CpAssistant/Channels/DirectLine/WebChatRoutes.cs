using System.Text.Json;
using System.Text.Json.Serialization;
using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Channels.DirectLine;

/// <summary>What our own page opens, takes up and erases its conversation with; no other origin may.</summary>
internal static class WebChatRoutes
{
    private const string DefaultLocale = "vi-VN";

    internal static void MapWebChat(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webchat").WithTags("webchat").DisableRateLimiting()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapPost("/token", OpenAsync).WithName("OpenConversation")
            .WithSummary("Opens a conversation for the page; with the token of an earlier one, that one again.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .Accepts<WebChatRequest>(isOptional: true, "application/json");
        group.MapDelete("/conversation", EraseAsync).WithName("EraseConversation").WithSummary("Erases the conversation that the token belongs to.")
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<Ok<WebChatSession>, ProblemHttpResult>> OpenAsync(
        HttpContext context, Tokens tokens, DirectLineLimits limits, ConversationStore conversations, KnowledgeStore knowledge)
    {
        if (Refusal(context, limits) is { } refusal)
        {
            return refusal;
        }

        using var body = await BoundedJson.ReadAsync(context.Request, context.RequestAborted);
        if (body?.RootElement is not { ValueKind: JsonValueKind.Object } json)
        {
            return TypedResults.Problem("nội dung phải là một đối tượng JSON {\"locale\", \"province\"}", statusCode: StatusCodes.Status400BadRequest);
        }

        if (!TryReadText(json, "locale", out var written) || (written.Length > 0 && Locale.Read(written) is null))
        {
            return TypedResults.Problem("\"locale\" phải có dạng \"vi-VN\"", statusCode: StatusCodes.Status400BadRequest);
        }

        ProvinceFilter? province = null;
        if (!TryReadText(json, "province", out var name) || (name.Length > 0 && (province = ProvinceFilter.Find(name, knowledge.Current.Gazetteer)) is null))
        {
            return TypedResults.Problem("\"province\" không phải tên tỉnh", statusCode: StatusCodes.Status400BadRequest);
        }

        var token = Resumed(context.Request, tokens, conversations)
            ?? await StartAsync(tokens.New(TokenKind.WebChat, user: null, written.Length > 0 ? written : DefaultLocale, province?.Province.Name, []), conversations);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new WebChatSession(tokens.Issue(token), token.Conversation, tokens.ExpiresIn, Addresses.Domain(context.Request)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(HttpContext context, Tokens tokens, DirectLineLimits limits, ConversationStore conversations, Streams streams)
    {
        if (Refusal(context, limits) is { } refusal)
        {
            return refusal;
        }

        if (tokens.Read(Bearers.Of(context.Request)) is not TokenReading.Valid { Token: var token })
        {
            return TypedResults.Problem("mã truy cập thiếu, không hợp lệ hoặc đã hết hạn", statusCode: StatusCodes.Status401Unauthorized);
        }

        await conversations.EraseAsync(token.Conversation);
        streams.Close(token.Conversation);
        return TypedResults.NoContent();
    }

    /// <summary>Other sites' pages are kept out by what browsers tell of them; whoever is no browser gains nothing by a conversation.</summary>
    private static ProblemHttpResult? Refusal(HttpContext context, DirectLineLimits limits)
    {
        if (!Origin.IsOwn(context.Request) || context.Request.Headers["Sec-Fetch-Site"] is [not ("same-origin" or ""), ..])
        {
            return TypedResults.Problem("chỉ trang của dịch vụ mới gọi được", statusCode: StatusCodes.Status403Forbidden);
        }

        if (limits.Token(context) is not { } wait)
        {
            return null;
        }

        context.Response.Headers.RetryAfter = ((int)Math.Max(1, Math.Ceiling(wait.TotalSeconds))).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.Problem("quá nhiều yêu cầu, hãy thử lại sau giây lát", statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <returns>The token of a conversation that is still there; null where it cannot be taken up.</returns>
    private static Token? Resumed(HttpRequest request, Tokens tokens, ConversationStore conversations)
    {
        var token = tokens.Read(Bearers.Of(request)) switch
        {
            TokenReading.Valid valid => valid.Token,
            TokenReading.Expired expired when tokens.CanResume(expired.Token) => expired.Token,
            _ => null,
        };
        return token is { Kind: TokenKind.WebChat } && conversations.Find(token.Conversation) is not null ? token : null;
    }

    private static async Task<Token> StartAsync(Token token, ConversationStore conversations)
    {
        await conversations.StartAsync(new NewConversation(token.Conversation, DirectLineRoutes.ChannelOf(token), token.User, token.Locale ?? DefaultLocale, token.Province));
        return token;
    }

    /// <returns>False where there is something else than text; empty where there is nothing.</returns>
    private static bool TryReadText(JsonElement json, string name, out string text)
    {
        var value = json.Find(name);
        text = value.Text()?.Trim() ?? "";
        return value is null or { ValueKind: JsonValueKind.Null } || value.Text() is not null;
    }
}

/// <param name="Locale">Such as "vi-VN", which it is where it is left out.</param>
/// <param name="Province">Name of the province the person asks about; none where it is left out.</param>
public sealed record WebChatRequest(string? Locale, string? Province);

/// <summary>What Web Chat is rendered with.</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Domain">Address of Direct Line, without a slash at the end.</param>
public sealed record WebChatSession(string Token, string ConversationId, [property: JsonPropertyName("expires_in")] int ExpiresIn, string Domain);
