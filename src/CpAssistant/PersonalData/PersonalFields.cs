using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>What an enquiry tells of the person beside the conversation.</summary>
internal static class PersonalFields
{
    /// <summary>Name, contact, place in the person's own words, and what officers noted for themselves; callers write with <c>erases: true</c>.</summary>
    internal static void RemoveContact(SqliteConnection connection, IReadOnlyCollection<long> enquiries)
    {
        connection.Execute("UPDATE enquiry SET contact = NULL, park = NULL, version = version + 1 WHERE id IN @enquiries", new { enquiries });
        connection.Execute("UPDATE enquiry_event SET note = NULL WHERE enquiry_id IN @enquiries", new { enquiries });
        connection.Execute("UPDATE erasure_state SET compact_due = 1");
    }
}
