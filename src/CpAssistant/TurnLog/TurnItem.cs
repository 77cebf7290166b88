using System.Text.Json;
using CpAssistant.Core.Answering;

namespace CpAssistant.TurnLog;

/// <summary>A turn as a list shows it.</summary>
/// <param name="Province">Names joined by ", "; null for none.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Comment">What the person said of the reply, masked; null for nothing.</param>
public sealed record TurnItem(
    long Id, DateTimeOffset At, string Channel, string Question, string Intent, string? Province, Outcome Outcome, double Confidence, TurnVote Vote, string? Comment)
{
    public bool HasComment => Comment is not null;
}

/// <param name="Turns">Newest first.</param>
/// <param name="Next">What <see cref="TurnLogStore.Search"/> takes to go on; null on the last page.</param>
/// <param name="Count">Of all pages, up to <see cref="TurnLogStore.MostCounted"/>.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
public sealed record TurnPage(IReadOnlyList<TurnItem> Turns, long? Next, int Count, bool IsMore);

internal sealed record TurnItemRow(
    long Id, long At, string Channel, string Question, string Intent, string? Province, string Outcome, double Confidence, long? Helpful, string? Comment)
{
    internal TurnItem ToItem() => new(
        Id, DateTimeOffset.FromUnixTimeMilliseconds(At), Channel, Question, Intent, Province, OutcomeOf(Outcome), Confidence, VoteOf(Helpful), Comment);

    internal static Outcome OutcomeOf(string name) => JsonSerializer.Deserialize<Outcome>($"\"{name}\"", JsonText.Line);

    internal static TurnVote VoteOf(long? helpful) => helpful switch { 1 => TurnVote.Helpful, 0 => TurnVote.Unhelpful, _ => TurnVote.None };
}
