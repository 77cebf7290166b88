using System.Text.Json;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.TurnLog;

/// <summary>All that is kept of one turn.</summary>
/// <param name="User">Pseudonym.</param>
/// <param name="Question">Masked.</param>
/// <param name="Comment">What the person said of the reply; null for nothing.</param>
/// <param name="Took">From the question to the reply, without the writing of it.</param>
/// <param name="State">What the turn was played from; null where it was logged before states were.</param>
/// <param name="Trace">Why it was answered so, a line a step; null likewise.</param>
/// <param name="Reply">As it was given; null where the transcript no longer has it.</param>
/// <param name="Before">Turns of the conversation before this one, the nearest last.</param>
/// <param name="After">Those after it, the nearest first.</param>
public sealed record TurnDetail(
    long Id,
    string ConversationId,
    DateTimeOffset At,
    string Channel,
    string User,
    string Question,
    string Language,
    string Intent,
    string? Province,
    Outcome Outcome,
    double Confidence,
    TimeSpan Took,
    string KnowledgeVersion,
    TurnVote Vote,
    string? Comment,
    ConversationState? State,
    IReadOnlyList<string>? Trace,
    Reply? Reply,
    IReadOnlyList<TurnItem> Before,
    IReadOnlyList<TurnItem> After);

internal sealed record TurnDetailRow(
    long Id,
    string ConversationId,
    long ReplySequence,
    long At,
    string Channel,
    string User,
    string Question,
    string Language,
    string Intent,
    string? Province,
    string Outcome,
    double Confidence,
    double Milliseconds,
    string KnowledgeVersion,
    long? Helpful,
    string? Comment,
    string? State,
    string? Trace,
    string? Reply)
{
    internal TurnDetail ToDetail(IReadOnlyList<TurnItem> before, IReadOnlyList<TurnItem> after) => new(
        Id,
        ConversationId,
        DateTimeOffset.FromUnixTimeMilliseconds(At),
        Channel,
        User,
        Question,
        Language,
        Intent,
        Province,
        TurnItemRow.OutcomeOf(Outcome),
        Confidence,
        TimeSpan.FromMilliseconds(Milliseconds),
        KnowledgeVersion,
        TurnItemRow.VoteOf(Helpful),
        Comment,
        Read<ConversationState>(State),
        Read<IReadOnlyList<string>>(Trace),
        Read<Reply>(Reply),
        before,
        after);

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, JsonText.Line);
}
