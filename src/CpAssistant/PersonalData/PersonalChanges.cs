using CpAssistant.Accounts;
using CpAssistant.Channels.DirectLine;
using CpAssistant.Core.Dialogue;
using CpAssistant.Enquiries;
using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>What officers change in a person's data at that person's request; each change stands in the audit log with the request's number.</summary>
public sealed class PersonalChanges(Database database, Erasure erasure, Compaction compaction, Streams streams, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>As in conversation, so much is enough for a name and for how to reach someone.</summary>
    internal const int MostCharacters = EnquiryDraft.LongestDetail;

    private readonly Sealed<EnquiryContact> _contacts = EnquiryIntake.ContactSeal(protection);

    /// <summary>Only where a contact is kept: one that the person never agreed to is not added.</summary>
    /// <returns>False, and nothing is written, where none is.</returns>
    internal Task<bool> CorrectAsync(DataRequest request, long enquiry, EnquiryContact contact, AuditEntry entry)
    {
        var isEmpty = (contact.Name ?? contact.Contact) is null;
        return ChangeAsync(request, entry, connection => connection.Execute(
            $"UPDATE enquiry SET contact = @contact, changed_at = @now, version = version + 1 WHERE {OfRequest} AND contact IS NOT NULL",
            new { enquiry, request.EnquiryId, request.ConversationId, contact = isEmpty ? null : _contacts.Seal(contact), now = Now }) == 1);
    }

    /// <summary>Without consent to be answered there is nothing that name and contact could be kept for.</summary>
    /// <returns>False, and nothing is written, where there is no such consent.</returns>
    internal Task<bool> WithdrawAsync(DataRequest request, long enquiry, ConsentPurpose purpose, AuditEntry entry) => ChangeAsync(request, entry, connection =>
    {
        var withdrawn = connection.Execute(
            $"""
            UPDATE consent SET withdrawn_at = @now WHERE purpose = @purpose AND given = 1 AND withdrawn_at IS NULL
                AND enquiry_id IN (SELECT id FROM enquiry WHERE {OfRequest})
            """,
            new { enquiry, request.EnquiryId, request.ConversationId, purpose = Stored.Key(purpose), now = Now }) == 1;
        if (withdrawn && purpose == ConsentPurpose.Answer)
        {
            erasure.RemoveContact(connection, enquiry);
        }

        return withdrawn;
    });

    /// <summary>The conversation with all that hangs on it; on Telegram all that is kept of the person, as when they erase it themselves. That ends the request.</summary>
    /// <returns>What was removed; null where it is no longer there.</returns>
    internal async Task<ErasedData?> EraseAsync(DataRequest request, AuditEntry entry)
    {
        if (request.ConversationId is not { } conversation)
        {
            return null;
        }

        var (found, erased) = await database.Writer.WriteAsync(connection => Erase(connection, request.Id, conversation, entry), erases: true);
        found.ToList().ForEach(streams.Close);
        return erased is null ? null : erased with { Compacted = await compaction.RunAsync() };
    }

    /// <summary>How much an erasure would remove.</summary>
    internal ErasedData? Count(DataRequest request)
    {
        using var connection = database.Read();
        return request.ConversationId is { } conversation ? Count(connection, OfPerson(connection, conversation)) : null;
    }

    private (IReadOnlyList<string> Found, ErasedData? Erased) Erase(SqliteConnection connection, long request, string conversation, AuditEntry entry)
    {
        var all = OfPerson(connection, conversation);
        if (all.Count == 0)
        {
            return ([], null);
        }

        var counted = Count(connection, all);
        var found = erasure.EraseWithChat(connection, all);
        DataRequestStore.Complete(connection, request, entry);
        AuditLog.Write(connection, DataRequestStore.About(entry, request));
        return (found, counted);
    }

    /// <summary>Ids of people are Telegram's own; on other channels a site chooses them, and may give many people the same.</summary>
    private static IReadOnlyList<string> OfPerson(SqliteConnection connection, string conversation) =>
    [
        .. connection.Query<string>(
            """
            SELECT id FROM conversation WHERE id = @conversation
            UNION
            SELECT other.id FROM conversation AS one JOIN conversation AS other ON other.channel = 'telegram' AND other.user_id = one.user_id
            WHERE one.id = @conversation AND one.channel = 'telegram'
            """,
            new { conversation }),
    ];

    private static ErasedData Count(SqliteConnection connection, IReadOnlyList<string> conversations) => new(
        conversations.Count,
        connection.ExecuteScalar<int>("SELECT count(*) FROM message WHERE conversation_id IN @conversations", new { conversations }),
        connection.ExecuteScalar<int>("SELECT count(*) FROM turn WHERE conversation_id IN @conversations", new { conversations }),
        connection.ExecuteScalar<int>("SELECT count(*) FROM enquiry WHERE conversation_id IN @conversations", new { conversations }),
        Compacted: false);

    private const string OfRequest = "id = @enquiry AND erased = 0 AND (id = @EnquiryId OR conversation_id = @ConversationId)";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A request that is closed changes nothing any more.</summary>
    private Task<bool> ChangeAsync(DataRequest request, AuditEntry entry, Func<SqliteConnection, bool> change) => database.Writer.WriteAsync(
        connection =>
        {
            if (connection.ExecuteScalar<int>("SELECT count(*) FROM data_request WHERE id = @Id AND state IN ('received', 'acknowledged')", new { request.Id }) == 0 || !change(connection))
            {
                return false;
            }

            AuditLog.Write(connection, DataRequestStore.About(entry, request.Id));
            return true;
        },
        erases: true);
}

/// <summary>What an erasure removes.</summary>
/// <param name="Compacted">The database file was written anew.</param>
internal sealed record ErasedData(int Conversations, int Messages, int Turns, int Enquiries, bool Compacted);
