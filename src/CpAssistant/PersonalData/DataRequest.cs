namespace CpAssistant.PersonalData;

/// <summary>What a person can ask of the office about their own data (Law 91/2025/QH15).</summary>
public enum DataRequestKind
{
    View,
    Correct,

    /// <summary>A copy for the person.</summary>
    Supply,

    /// <summary>Consent that was given before.</summary>
    Withdraw,

    /// <summary>That the data are not used in some way.</summary>
    Objection,
    Erase,
}

public enum DataRequestState
{
    Received,
    Acknowledged,
    Done,
    Refused,
}

/// <summary>Why a request is refused. A fixed list, so that no text about a person stands in it.</summary>
public enum RefusalReason
{
    IdentityNotShown,
    NothingKept,
    LawAsksToKeep,
    HarmsOthers,
    AskedAgainWithoutNeed,
    TakenBack,
}

/// <summary>One request of a person.</summary>
/// <param name="EnquiryId">Null where it is about a conversation without an enquiry.</param>
/// <param name="ConversationId">Null once the conversation is erased.</param>
/// <param name="ReceivedOn">In Việt Nam's time, as all days here.</param>
/// <param name="AcknowledgeBy">The last day.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="Reason">Null unless it is refused.</param>
public sealed record DataRequest(
    long Id,
    DataRequestKind Kind,
    long? EnquiryId,
    string? Reference,
    string? ConversationId,
    DateOnly ReceivedOn,
    DateOnly AcknowledgeBy,
    DateOnly DueOn,
    DataRequestState State,
    RefusalReason? Reason,
    string? RegisteredBy,
    DateTimeOffset RegisteredAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ClosedAt,
    string? ClosedBy)
{
    /// <summary>Days before the last one from which on a request presses.</summary>
    internal const int PressingDays = 3;

    public bool IsOpen => State is DataRequestState.Received or DataRequestState.Acknowledged;

    /// <summary>The day by which the next step is to be done.</summary>
    public DateOnly NextBy => State == DataRequestState.Received && AcknowledgeBy < DueOn ? AcknowledgeBy : DueOn;

    public bool IsOverdue(DateOnly today) => IsOpen && NextBy < today;

    /// <summary>Overdue, or soon to be.</summary>
    public bool IsPressing(DateOnly today) => IsOpen && NextBy <= today.AddDays(PressingDays);
}

/// <summary>Whose data a request is about.</summary>
public sealed record DataSubject(long? EnquiryId, string? ConversationId);

/// <param name="Kind">Null for all.</param>
public sealed record DataRequestQuery(DataRequestShown Shown, DataRequestKind? Kind);

public enum DataRequestShown
{
    Open,

    /// <summary>Overdue, or soon to be.</summary>
    Pressing,
    Closed,
    All,
}
