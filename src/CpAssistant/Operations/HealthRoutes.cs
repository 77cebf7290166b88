using CpAssistant.Channels.Telegram;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Operations;

/// <summary><c>GET /health</c>: whether the service answers, from which knowledge, and how its channels stand.</summary>
internal static class HealthRoutes
{
    internal static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", Check)
            .WithName("Health")
            .WithTags("operations")
            .WithSummary("\"ok\", or \"degraded\" where files were refused, a change could not be taken up, or Telegram is set up and does not work.")
            .DisableRateLimiting();

    private static Ok<Health> Check(KnowledgeStore store, TelegramState state, TelegramSettings settings, Inbox inbox, Outbox outbox) =>
        TypedResults.Ok(Health.Of(store.State, TelegramHealth.Of(state, settings, inbox, outbox)));
}

/// <param name="Status">"ok" or "degraded"; the service answers either way.</param>
/// <param name="LoadedAt">When the knowledge in use was loaded.</param>
/// <param name="Refused">Files that are not in use, each with the reason.</param>
/// <param name="LastFailure">Why the latest change was not taken up; null where it was.</param>
public sealed record Health(
    string Status, string KnowledgeVersion, int Documents, int Facts, DateTimeOffset LoadedAt, IReadOnlyList<string> Refused, KnowledgeFailure? LastFailure, TelegramHealth Telegram)
{
    internal static Health Of(KnowledgeState state, TelegramHealth telegram)
    {
        IReadOnlyList<string> refused = [.. state.Load.Refused.Select(file => file.Describe())];
        return new Health(
            refused.Count > 0 || state.Failure is not null || !telegram.IsWell ? "degraded" : "ok",
            state.Snapshot.Version,
            state.Snapshot.Documents.Count,
            state.Snapshot.Facts.Count,
            state.At,
            refused,
            state.Failure,
            telegram);
    }
}
