using System.Text.Json;
using CpAssistant.Conversations;
using CpAssistant.Core.Dialogue;
using CpAssistant.Enquiries;
using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>Reads what is kept of a person, whole.</summary>
public sealed class PersonalRecords(Database database, IDataProtectionProvider protection)
{
    private readonly Sealed<EnquiryContact> _contacts = EnquiryIntake.ContactSeal(protection);
    private readonly Sealed<OfficerNote> _notes = EnquiryStore.NoteSeal(protection);

    internal PersonalRecord Read(DataSubject subject)
    {
        using var connection = database.Read();
        // One state of the database for all that is read of it.
        using var transaction = connection.BeginTransaction(deferred: true);
        return new PersonalRecord(
            Conversation(connection, subject),
            Enquiries(connection, subject),
            [.. connection.Query<(string Author, long At, string Text)>("SELECT author, at, text FROM message WHERE conversation_id = @ConversationId ORDER BY sequence", subject)
                .Select(row => new KeptMessage(Enum.Parse<MessageAuthor>(row.Author, ignoreCase: true), At(row.At), row.Text))],
            [.. connection.Query<TurnRow>(
                "SELECT id, at, user, question, intent, outcome, province, helpful, comment FROM turn WHERE conversation_id = @ConversationId ORDER BY id", subject)
                .Select(row => new KeptTurn(row.Id, At(row.At), row.User, row.Question, row.Intent, row.Outcome, row.Province, row.Helpful is { } vote ? vote == 1 : null, row.Comment))]);
    }

    private static KeptConversation? Conversation(SqliteConnection connection, DataSubject subject)
    {
        var row = connection.QuerySingleOrDefault<ConversationRow>(
            "SELECT id, channel, user_id AS UserId, locale, state, started_at AS StartedAt, changed_at AS ChangedAt FROM conversation WHERE id = @ConversationId", subject);
        if (row is null)
        {
            return null;
        }

        var state = JsonSerializer.Deserialize<ConversationState>(row.State, JsonText.Line)!;
        var choices = (state.Province ?? state.Park ?? state.Language) is null ? null : new KeptChoices(state.Province, state.Park, state.Language);
        return new KeptConversation(row.Id, row.Channel, row.UserId, row.Locale, At(row.StartedAt), At(row.ChangedAt), choices);
    }

    private IReadOnlyList<KeptEnquiry> Enquiries(SqliteConnection connection, DataSubject subject) =>
    [
        .. connection.Query<EnquiryRow>(
            """
            SELECT id, reference, status, opened_at AS OpenedAt, answered_at AS AnsweredAt, closed_at AS ClosedAt, province, park, industry, question, contact, erased
            FROM enquiry WHERE id = @EnquiryId OR conversation_id = @ConversationId ORDER BY id
            """,
            subject).Select(row => Enquiry(connection, row)),
    ];

    private KeptEnquiry Enquiry(SqliteConnection connection, EnquiryRow row)
    {
        var contact = _contacts.Unseal(row.Contact);
        return new KeptEnquiry(
            row.Id, row.Reference, row.Status, At(row.OpenedAt), Stored.Time(row.AnsweredAt), Stored.Time(row.ClosedAt), row.Province, row.Park, row.Industry, row.Question,
            contact, row.Contact is not null && contact is null, ConsentRow.Of(connection, row.Id), Notes(connection, row.Id), row.Erased != 0);
    }

    private IReadOnlyList<string> Notes(SqliteConnection connection, long enquiry) =>
    [
        .. connection.Query<string>("SELECT note FROM enquiry_event WHERE enquiry_id = @enquiry AND note IS NOT NULL ORDER BY id", new { enquiry })
            .Select(note => _notes.Unseal(note)?.Text).OfType<string>(),
    ];

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record ConversationRow(string Id, string Channel, string UserId, string Locale, string State, long StartedAt, long ChangedAt);

    private sealed record EnquiryRow(
        long Id, string Reference, string Status, long OpenedAt, long? AnsweredAt, long? ClosedAt, string? Province, string? Park, string? Industry, string Question, string? Contact, long Erased);

    private sealed record TurnRow(long Id, long At, string User, string Question, string Intent, string Outcome, string? Province, long? Helpful, string? Comment);
}
