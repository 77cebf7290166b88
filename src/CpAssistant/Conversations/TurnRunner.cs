using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Conversations;

/// <summary>
/// One durable turn: the state is loaded, the assistant replies, and message, reply, state and log entry are committed together.
/// Only then may a channel acknowledge the message, and only after that send the reply, which it reads from the transcript: so what
/// was committed and not yet sent is sent after a restart.
/// </summary>
public sealed partial class TurnRunner(ConversationStore conversations, EnquiryIntake enquiries, KnowledgeStore knowledge, TimeProvider time, ILogger<TurnRunner> logger)
{
    /// <summary>
    /// One turn at a time in a conversation. It only saves work: what keeps turns of one conversation apart, also those of another
    /// process, is that a turn is committed only onto the state it was played from.
    /// </summary>
    private readonly NamedLocks _locks = new(4096);

    /// <param name="cancellation">Ends waiting for the turn before; a turn that has begun is finished.</param>
    public async Task<TurnResult> RunAsync(string conversationId, IncomingMessage message, CancellationToken cancellation)
    {
        using var held = await _locks.EnterAsync(conversationId, cancellation);
        while (true)
        {
            if (conversations.Find(conversationId) is not { } conversation)
            {
                return new TurnResult.Unknown();
            }

            if (message.Id is { } id && conversations.FindMessage(conversationId, id) is { } seen)
            {
                return new TurnResult.Done(seen, Repeated: true);
            }

            if (await conversations.CommitAsync(Play(conversation, message)))
            {
                return new TurnResult.Done(conversation.LastSequence + 1, Repeated: false);
            }

            // Another process was faster in this conversation: play the turn again onto what stands there now.
        }
    }

    private PlayedTurn Play(Conversation conversation, IncomingMessage message)
    {
        var started = time.GetTimestamp();
        var text = PersonalNumbers.Mask(message.Text);
        var snapshot = knowledge.Current;
        // The clock may stand still or go back; the times of a transcript do not.
        var at = new[] { time.GetUtcNow(), conversation.ChangedAt.AddMilliseconds(1) }.Max();
        var state = message.InPlaceOf is { } corrected ? conversation.State.Without(corrected) : conversation.State;
        var turn = new Turn(text, state, at)
        {
            Unmasked = message.Text,
            Desk = message.IsPublic ? null : enquiries.Desk(conversation, at),
            IsAside = message.IsAside,
        };
        var outcome = ReplyTo(turn, snapshot);
        if (state.Draft is null && outcome.State.Draft is not null && enquiries.IsFull(conversation.Id, at))
        {
            // Asked only where a form begins, not at every turn.
            outcome = ReplyTo(turn with { Desk = turn.Desk! with { IsFull = true } }, snapshot);
        }

        return new PlayedTurn(conversation, message.Id, outcome.InPlaceOfText ?? text, state, outcome, snapshot, at, time.GetElapsedTime(started));
    }

    /// <summary>The turn boundary: a fault of ours is logged, apologised for, and the question kept.</summary>
    internal TurnOutcome ReplyTo(Turn turn, KnowledgeSnapshot snapshot)
    {
        try
        {
            return Assistant.Reply(turn, snapshot);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFault(fault);
            return Assistant.Apology(turn, snapshot);
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn failed")]
    private partial void LogFault(Exception fault);
}

public abstract record TurnResult
{
    /// <param name="Message">Sequence of the person's message.</param>
    /// <param name="Repeated">It had come before; the reply of then stands.</param>
    public sealed record Done(long Message, bool Repeated) : TurnResult;

    /// <summary>There is no such conversation: it was never started or has been erased.</summary>
    public sealed record Unknown : TurnResult;

    private TurnResult() { }
}

/// <summary>A turn before it is committed.</summary>
/// <param name="Conversation">As it stood when the turn was played.</param>
/// <param name="Text">What the person wrote, masked, or what stands in its place.</param>
/// <param name="State">What the turn was played from.</param>
internal sealed record PlayedTurn(
    Conversation Conversation, string? MessageId, string Text, ConversationState State, TurnOutcome Outcome, KnowledgeSnapshot Knowledge, DateTimeOffset At, TimeSpan Elapsed)
{
    internal Reply Reply { get; } = Reply.Of(Outcome, Knowledge);
}
