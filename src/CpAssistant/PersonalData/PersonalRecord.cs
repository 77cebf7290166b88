using CpAssistant.Conversations;
using CpAssistant.Enquiries;

namespace CpAssistant.PersonalData;

/// <summary>All that is kept of a person in one conversation.</summary>
/// <param name="Conversation">Null once it is erased.</param>
public sealed record PersonalRecord(KeptConversation? Conversation, IReadOnlyList<KeptEnquiry> Enquiries, IReadOnlyList<KeptMessage> Messages, IReadOnlyList<KeptTurn> Turns);

/// <param name="UserId">As the channel knows the person.</param>
/// <param name="Choices">Province, park and language that were chosen for the chat; null for none.</param>
public sealed record KeptConversation(string Id, string Channel, string UserId, string Locale, DateTimeOffset StartedAt, DateTimeOffset ChangedAt, KeptChoices? Choices);

public sealed record KeptChoices(string? Province, string? Park, string? Language);

/// <param name="Contact">Null where none is kept.</param>
/// <param name="Notes">Of officers, as far as the keys open them.</param>
/// <param name="ContactUnreadable">A contact is kept, but the key that it was sealed with is gone.</param>
public sealed record KeptEnquiry(
    long Id,
    string Reference,
    string Status,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ClosedAt,
    string? Province,
    string? Park,
    string? Industry,
    string Question,
    EnquiryContact? Contact,
    bool ContactUnreadable,
    IReadOnlyList<GivenConsent> Consents,
    IReadOnlyList<string> Notes,
    bool IsErased);

public sealed record KeptMessage(MessageAuthor Author, DateTimeOffset At, string Text);

/// <summary>A line of the log.</summary>
/// <param name="Helpful">The person's vote; null for none.</param>
public sealed record KeptTurn(long Id, DateTimeOffset At, string Pseudonym, string Question, string Intent, string Outcome, string? Province, bool? Helpful, string? Comment);
