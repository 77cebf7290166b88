using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Channels.Telegram;

/// <summary>Where Telegram sends updates (https://core.telegram.org/bots/api#setwebhook). It sends again whatever is not answered with 2xx.</summary>
internal static class WebhookRoutes
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly JsonDocumentOptions Shape = new() { MaxDepth = 64 };

    /// <summary>All of Telegram's calls come from a few addresses, so they are not counted by address; without the secret nothing is read.</summary>
    internal static void MapTelegram(this IEndpointRouteBuilder routes) =>
        routes.MapPost(TelegramSettings.WebhookPath, TakeAsync).WithTags("telegram").ExcludeFromDescription().DisableRateLimiting();

    private static async Task<Results<Ok, UnauthorizedHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> TakeAsync(
        HttpRequest request, [FromHeader(Name = SecretHeader)] string? secret, TelegramSettings settings, TelegramBot bot, Inbox inbox, CancellationToken cancellation)
    {
        if (settings is { Token: null } or { Mode: not TelegramMode.Webhook })
        {
            return TypedResults.NotFound();
        }

        if (!IsSecret(secret, settings.Secret))
        {
            return TypedResults.Unauthorized();
        }

        using var update = await ReadAsync(request, cancellation);
        if (update is null || UpdateReader.IdOf(update.RootElement) is not { } id)
        {
            return TypedResults.BadRequest();
        }

        if (bot.Identity.Username.Length == 0 && IsOfGroup(update.RootElement))
        {
            // Whether it is meant for the bot can be told once Telegram has said what the bot is called.
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        await inbox.ReceiveAsync([(id, UpdateReader.Read(update.RootElement, bot.Identity))]);
        return TypedResults.Ok();
    }

    /// <summary>Hashes, so that neither length nor content shows in the time it takes.</summary>
    private static bool IsSecret(string? told, string secret) => told is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(told)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, Shape, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOfGroup(JsonElement update) => (update.Find("message") ?? update.Find("edited_message")).Find("chat").Find("type").Text() is "group" or "supergroup";
}
