using CpAssistant.Core.Dialogue;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Enquiries;

internal sealed record EnquiryRow(
    long Id,
    string Reference,
    string? ConversationId,
    string Channel,
    string Language,
    string Status,
    long? OfficerId,
    string? OfficerName,
    string? Province,
    string? Park,
    string? Industry,
    string Question,
    long OpenedAt,
    long OpenedIn,
    string DueOn,
    long? AnsweredAt,
    long? ClosedAt,
    long ChangedAt,
    long Version,
    string? Contact,
    long Erased)
{
    internal const string Select =
        """
        SELECT enquiry.id, reference, conversation_id AS ConversationId, channel, language, status, officer_id AS OfficerId, officer.name AS OfficerName, province, park, industry, question,
            opened_at AS OpenedAt, opened_in AS OpenedIn, due_on AS DueOn, answered_at AS AnsweredAt, closed_at AS ClosedAt, changed_at AS ChangedAt, enquiry.version,
            contact, erased
        FROM enquiry LEFT JOIN officer ON officer.id = officer_id
        """;

    internal Enquiry ToEnquiry() => new(
        Id,
        Reference,
        ConversationId,
        Channel,
        Language,
        Enum.Parse<EnquiryStatus>(Status, ignoreCase: true),
        OfficerId,
        OfficerName,
        Province,
        Park,
        Industry,
        Question,
        Stored.Time(OpenedAt)!.Value,
        OpenedIn,
        Stored.Day(DueOn),
        Stored.Time(AnsweredAt),
        Stored.Time(ClosedAt),
        Stored.Time(ChangedAt)!.Value,
        Version,
        Contact is not null,
        Erased != 0);
}

internal sealed record ConsentRow(string Purpose, long Given, string Wording, long At, long? WithdrawnAt)
{
    /// <returns>In the order in which they were given.</returns>
    internal static IReadOnlyList<GivenConsent> Of(SqliteConnection connection, long enquiry) =>
    [
        .. connection.Query<ConsentRow>("SELECT purpose, given, wording, at, withdrawn_at AS WithdrawnAt FROM consent WHERE enquiry_id = @enquiry ORDER BY at, purpose", new { enquiry })
            .Select(row => row.ToConsent()),
    ];

    private GivenConsent ToConsent() => new(
        Enum.Parse<ConsentPurpose>(Purpose, ignoreCase: true),
        Given != 0,
        Wording,
        DateTimeOffset.FromUnixTimeMilliseconds(At),
        Stored.Time(WithdrawnAt));
}

internal sealed record EnquiryEventRow(long At, string? Officer, string Kind, string? Assigned, string? Detail, long? Sequence, string? Note)
{
    internal EnquiryEvent ToEvent(Sealed<OfficerNote> notes) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(At), Officer, Enum.Parse<EnquiryEventKind>(Kind, ignoreCase: true), Assigned ?? Detail, Sequence, notes.Unseal(Note)?.Text);
}

/// <summary>What officers note for each other; sealed, since it may name people.</summary>
internal sealed record OfficerNote(string Text);
