namespace CpAssistant.Channels.DirectLine;

/// <summary>What a caller has to show.</summary>
public enum Credential
{
    None,
    Secret,

    /// <summary>A token of the conversation that the address names, where it names one.</summary>
    Token,

    /// <summary>The ticket in a stream's address.</summary>
    Ticket,
}

/// <summary>What <see cref="DirectLineGate"/> knows of a route.</summary>
/// <param name="IsPoll">Delayed or answered empty where others are refused: a client that is refused a poll stops polling for good.</param>
/// <param name="HasFiles">Its body is not read at all.</param>
public sealed record RouteRule(Credential Needs, bool IsPoll = false, bool HasFiles = false);
