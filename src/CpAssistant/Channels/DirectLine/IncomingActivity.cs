using CpAssistant.Conversations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>What a client may send, once it has been checked.</summary>
public abstract record IncomingActivity
{
    public sealed record Message(IncomingMessage Content) : IncomingActivity;

    /// <param name="Name">As the client wrote it; null to choose none.</param>
    /// <param name="ClientId">By which the client knows its own activity again; null where it gave none.</param>
    public sealed record Province(string? Name, string? ClientId) : IncomingActivity;

    /// <param name="Reply">Sequence of the reply that is voted on.</param>
    public sealed record Vote(long Reply, Feedback Feedback, string? ClientId) : IncomingActivity;

    /// <summary>Typing, and all that means nothing here.</summary>
    public sealed record Other : IncomingActivity;

    public sealed record Bad(ProtocolError Error) : IncomingActivity;

    private IncomingActivity() { }
}
