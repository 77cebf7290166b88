using CpAssistant.Core.Dialogue;

namespace CpAssistant.Enquiries;

public enum EnquiryStatus
{
    New,
    Assigned,
    Answered,
    Closed,
}

/// <summary>An enquiry as it stands.</summary>
/// <param name="ConversationId">Null once the conversation is erased.</param>
/// <param name="OfficerId">Who is to answer; null for nobody yet.</param>
/// <param name="Question">Masked; empty once it is erased.</param>
/// <param name="OpenedIn">Sequence of the reply that confirmed it.</param>
/// <param name="Version">Of what was read; a change is made only onto the same one.</param>
/// <param name="IsErased">All that could tell of the person is gone.</param>
public sealed record Enquiry(
    long Id,
    string Reference,
    string? ConversationId,
    string Channel,
    string Language,
    EnquiryStatus Status,
    long? OfficerId,
    string? OfficerName,
    string? Province,
    string? Park,
    string? Industry,
    string Question,
    DateTimeOffset OpenedAt,
    long OpenedIn,
    DateOnly DueOn,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset ChangedAt,
    long Version,
    bool HasContact,
    bool IsErased)
{
    /// <summary>It waits for an answer, and the day it was due on is over.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    public bool IsOpen => Status is EnquiryStatus.New or EnquiryStatus.Assigned;
}

/// <summary>What a person who agreed to it told of themselves; sealed in the database.</summary>
public sealed record EnquiryContact(string? Name, string? Contact);

/// <summary>What a person agreed to or refused.</summary>
public sealed record GivenConsent(ConsentPurpose Purpose, bool Given, string Wording, DateTimeOffset At, DateTimeOffset? WithdrawnAt);

public enum EnquiryEventKind
{
    Opened,
    Added,
    Assigned,
    Note,
    Reply,
    Status,
}

/// <summary>What happened to an enquiry.</summary>
/// <param name="Officer">Null for the person who asked, and for the service.</param>
/// <param name="Detail">The status, or the name of the officer who is assigned; null for nobody.</param>
/// <param name="Sequence">Of the message in the transcript.</param>
public sealed record EnquiryEvent(DateTimeOffset At, string? Officer, EnquiryEventKind Kind, string? Detail, long? Sequence, string? Note);
