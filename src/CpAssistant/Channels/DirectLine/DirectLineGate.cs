using CpAssistant.Configuration;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace CpAssistant.Channels.DirectLine;

/// <summary>
/// What every call under <see cref="Path"/> passes: origin, rate, size, credential. A handler behind it is only reached by
/// whoever may read and write the conversation that the address names.
/// </summary>
internal sealed class DirectLineGate(
    RequestDelegate next, Tokens tokens, DirectLineSettings settings, DirectLineLimits rates, PollLimits polls, Limits limits, ICorsService cors)
{
    internal const string Path = "/v3/directline";

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsOptions(context.Request.Method) && context.Request.Headers.Origin.Count > 0)
        {
            Preflight(context);
            return;
        }

        var shown = Shown.By(context, tokens);
        if (!IsAllowed(context.Request, shown.Origins))
        {
            await ProtocolError.ForeignOrigin.ExecuteAsync(context);
            return;
        }

        AllowReading(context);
        if (await CheckAsync(context, shown) is { } answer)
        {
            await answer.ExecuteAsync(context);
        }
        else if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<RouteRule>() is null)
        {
            // Routing's own answer to a wrong method or content type.
            await endpoint.RequestDelegate!(context);
        }
        else
        {
            context.Features.Set(shown.Token);
            context.Features.Set(shown.Ticket);
            await next(context);
        }
    }

    /// <returns>What the call is answered with in place of its handler; null where it goes on to that.</returns>
    private async Task<IResult?> CheckAsync(HttpContext context, Shown shown)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<RouteRule>();
        return rule is { IsPoll: true } ? await CheckPollAsync(context, shown, rule)
            : rates.Request(context) is { } wait ? ProtocolError.TooMany(wait)
            : context.GetEndpoint() is null ? ProtocolError.Of(StatusCodes.Status404NotFound)
            : rule is null ? null
            : Refusal(context, shown, rule);
    }

    private ProtocolError? Refusal(HttpContext context, Shown shown, RouteRule rule) =>
        shown.Refusal(rule.Needs, context.GetRouteValue("conversation") as string, settings.Secret is not null)
        ?? (rule.HasFiles ? ProtocolError.NoFiles : null)
        ?? (context.Request.ContentLength > limits.RequestBytes ? ProtocolError.TooLarge(limits.RequestBytes) : null)
        ?? (context.Request is { ContentLength: > 0, ContentType: not null } && !context.Request.HasJsonContentType() ? ProtocolError.Of(StatusCodes.Status415UnsupportedMediaType) : null);

    /// <summary>The credential is judged before anything waits: who shows none is refused at once, and at a rate, as anywhere else.</summary>
    private async Task<IResult?> CheckPollAsync(HttpContext context, Shown shown, RouteRule rule)
    {
        if (Refusal(context, shown, rule) is { } refusal)
        {
            // A client renews its token at this answer and at no other.
            return rates.Request(context) is { } wait && refusal != ProtocolError.TokenExpired ? ProtocolError.TooMany(wait) : refusal;
        }

        var watermark = context.Request.Query["watermark"].ToString();
        return !Watermark.TryRead(watermark, absent: 0, last: long.MaxValue, out _) ? ProtocolError.BadWatermark
            : await polls.MayReadAsync(context, shown.Token!.Conversation) ? null
            : TypedResults.Json(new ActivitySet([], watermark.Length > 0 ? watermark : Watermark.Of(0)), WireJson.Options);
    }

    /// <summary>
    /// Nothing here goes by a cookie, so a preflight protects nothing; it comes without the token, so it cannot know the origins
    /// that a token names. Where tokens may name some (a secret is set) any origin passes it, and the call itself is checked.
    /// </summary>
    private void Preflight(HttpContext context)
    {
        var known = Origin.Read(context.Request.Headers.Origin) is not null && (settings.Secret is not null || IsAllowed(context.Request, []));
        var policy = known
            ? new CorsPolicyBuilder(context.Request.Headers.Origin!).WithMethods("GET", "POST").WithHeaders("Authorization", "Content-Type", "x-ms-bot-agent")
                .SetPreflightMaxAge(TimeSpan.FromHours(1)).Build()
            : new CorsPolicy();
        cors.ApplyResult(cors.EvaluatePolicy(context, policy), context.Response);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Lets the page read what is answered, errors as well.</summary>
    private void AllowReading(HttpContext context)
    {
        context.Response.Headers.Vary = "Origin";
        // Polls for the same watermark have the same address.
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin, ..])
        {
            var result = cors.EvaluatePolicy(context, new CorsPolicyBuilder(origin).WithExposedHeaders("Retry-After").Build());
            context.Response.OnStarting(() =>
            {
                cors.ApplyResult(result, context.Response);
                return Task.CompletedTask;
            });
        }
    }

    /// <param name="named">Origins that the credential names; none: those of the settings, and our own.</param>
    private bool IsAllowed(HttpRequest request, IReadOnlyList<string> named) =>
        request.Headers.Origin.Count == 0
        || (named.Count == 0 && Origin.IsOwn(request))
        || (Origin.Read(request.Headers.Origin) is { } origin && (named.Count > 0 ? named : settings.AllowedOrigins).Contains(origin));

    /// <summary>What the call shows, read and not yet judged.</summary>
    private sealed record Shown(string? Bearer, TokenReading? Reading, (StreamTicket Ticket, bool Expired)? Opened, bool IsSecret)
    {
        internal Token? Token => (Reading as TokenReading.Valid)?.Token;

        internal StreamTicket? Ticket => Opened?.Ticket;

        internal IReadOnlyList<string> Origins => Reading switch
        {
            TokenReading.Valid { Token: var token } => token.Origins,
            TokenReading.Expired { Token: var token } => token.Origins,
            _ => Ticket?.Origins ?? [],
        };

        internal static Shown By(HttpContext context, Tokens tokens)
        {
            var bearer = Bearers.Of(context.Request);
            var needs = context.GetEndpoint()?.Metadata.GetMetadata<RouteRule>()?.Needs;
            return new Shown(
                bearer,
                needs == Credential.Token && bearer is not null ? tokens.Read(bearer) : null,
                needs == Credential.Ticket ? tokens.ReadTicket(context.Request.Query["t"]) : null,
                needs == Credential.Secret && tokens.IsSecret(bearer));
        }

        internal ProtocolError? Refusal(Credential needs, string? conversation, bool hasSecret) => needs switch
        {
            Credential.Secret => !hasSecret ? ProtocolError.NoSecret : Bearer is null ? ProtocolError.NoToken : IsSecret ? null : ProtocolError.BadSecret,
            Credential.Token => Reading switch
            {
                null => ProtocolError.NoToken,
                TokenReading.Expired => ProtocolError.TokenExpired,
                TokenReading.Valid { Token: var token } => conversation is null || conversation == token.Conversation ? null : ProtocolError.OtherConversation,
                _ => ProtocolError.BadToken,
            },
            Credential.Ticket => Opened is not { } opened ? ProtocolError.BadToken
                : opened.Expired ? ProtocolError.TokenExpired
                : conversation == opened.Ticket.Conversation ? null : ProtocolError.OtherConversation,
            _ => null,
        };
    }
}
