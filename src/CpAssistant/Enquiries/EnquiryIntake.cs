using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries.Notices;
using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Enquiries;

/// <summary>Takes what conversations hand to the office, within the transaction of their turn.</summary>
public sealed class EnquiryIntake(Database database, IDataProtectionProvider protection, NoticeBook notices, EnquirySettings settings)
{
    private readonly Sealed<EnquiryDraft> _drafts = new(protection, "Enquiries.Draft.1");
    private readonly Sealed<EnquiryContact> _contacts = ContactSeal(protection);

    internal static Sealed<EnquiryContact> ContactSeal(IDataProtectionProvider protection) => new(protection, "Enquiries.Contact.1");

    /// <summary>From one conversation in a day, and from all in an hour: more is no office's work, and could only be meant to bury it.</summary>
    private const int MostOfConversation = 10, MostOfAll = 500;

    /// <summary>Only where an enquiry is being written, a number is needed.</summary>
    internal EnquiryDesk Desk(Conversation conversation, DateTimeOffset now) =>
        new(conversation.State.Draft is null ? "" : NextReference(VietnamTime.DayOf(now).Year), settings.AnswerWithinWorkingDays, IsForeign: conversation.Channel == "telegram");

    /// <returns>Whether no further enquiry is to be begun for now.</returns>
    internal bool IsFull(string conversation, DateTimeOffset now)
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>(
                "SELECT count(*) FROM enquiry WHERE conversation_id = @conversation AND opened_at > @since", new { conversation, since = now.AddDays(-1).ToUnixTimeMilliseconds() }) >= MostOfConversation
            || connection.ExecuteScalar<int>("SELECT count(*) FROM enquiry WHERE opened_at > @since", new { since = now.AddHours(-1).ToUnixTimeMilliseconds() }) >= MostOfAll;
    }

    internal string? Seal(EnquiryDraft? draft) => _drafts.Seal(draft);

    internal EnquiryDraft? Unseal(string? draft) => _drafts.Unseal(draft);

    /// <param name="conversation">As it stood before the turn.</param>
    /// <returns>What is to be written with the turn; null for nothing.</returns>
    internal Row? RowOf(SentEnquiry? sent, Conversation conversation, DateTimeOffset at) =>
        sent is null ? null : new Row(sent, conversation.Id, conversation.Channel, conversation.LastSequence + 2, at, _contacts, notices);

    private string NextReference(int year)
    {
        using var connection = database.Read();
        var prefix = string.Create(CultureInfo.InvariantCulture, $"CP-{year}-");
        // As numbers: in the order of letters 99999 comes after 100000.
        var last = connection.ExecuteScalar<long?>(
            "SELECT max(CAST(substr(reference, length(@prefix) + 1) AS INTEGER)) FROM enquiry WHERE reference >= @prefix AND reference < @prefix || ':'", new { prefix });
        return prefix + ((last ?? 0) + 1).ToString("D5", CultureInfo.InvariantCulture);
    }

    /// <summary>An enquiry, or what is added to one, before it is written.</summary>
    internal sealed class Row(SentEnquiry sent, string conversation, string channel, long reply, DateTimeOffset at, Sealed<EnquiryContact> contacts, NoticeBook notices)
    {
        private readonly long _at = at.ToUnixTimeMilliseconds();

        private readonly string? _contact = sent is SentEnquiry.Opened { Content: { } content } && (content.Name ?? content.Contact) is not null
            ? contacts.Seal(new EnquiryContact(content.Name, content.Contact))
            : null;

        /// <returns>False where another conversation has taken the number meanwhile.</returns>
        internal bool IsFree(SqliteConnection connection) =>
            sent is not SentEnquiry.Opened || connection.ExecuteScalar<int>("SELECT count(*) FROM enquiry WHERE reference = @Reference", new { sent.Reference }) == 0;

        internal void Write(SqliteConnection connection)
        {
            switch (sent)
            {
                case SentEnquiry.Opened opened:
                    Open(connection, opened);
                    break;
                case SentEnquiry.Added:
                    Add(connection);
                    break;
            }
        }

        private void Open(SqliteConnection connection, SentEnquiry.Opened opened)
        {
            var content = opened.Content;
            var id = connection.ExecuteScalar<long>(
                """
                INSERT INTO enquiry (reference, conversation_id, channel, language, status, province, park, industry, question, written, folded, contact, opened_at, opened_in, due_on, changed_at)
                VALUES (@Reference, @conversation, @channel, @language, 'new', @Province, @Park, @Industry, @Question, @written, @folded, @contact, @at, @reply, @due, @at)
                RETURNING id
                """,
                new
                {
                    opened.Reference,
                    conversation,
                    channel,
                    language = content.English ? "en" : "vi",
                    content.Province,
                    content.Park,
                    content.Industry,
                    content.Question,
                    written = VietnameseText.Normalize(content.Question),
                    folded = VietnameseText.Fold(content.Question),
                    contact = _contact,
                    at = _at,
                    reply,
                    due = Stored.Day(opened.DueOn),
                });
            connection.Execute(
                "INSERT INTO consent (enquiry_id, purpose, given, wording, at) VALUES (@id, @purpose, @Given, @Wording, @at)",
                content.Consents.Select(consent => new { id, purpose = Stored.Key(consent.Purpose), consent.Given, consent.Wording, at = consent.At.ToUnixTimeMilliseconds() }));
            WriteEvent(connection, id, "opened", reply - 1);
            notices.Note(connection, id, "new", "", _at);
        }

        /// <summary>What comes after an answer opens the enquiry again.</summary>
        private void Add(SqliteConnection connection)
        {
            if (connection.QuerySingleOrDefault<long?>("SELECT id FROM enquiry WHERE reference = @Reference AND conversation_id = @conversation", new { sent.Reference, conversation }) is not { } id)
            {
                return;
            }

            WriteEvent(connection, id, "added", reply - 1);
            notices.Note(connection, id, "added", reply.ToString(CultureInfo.InvariantCulture), _at);
            connection.Execute(
                """
                UPDATE enquiry SET status = CASE WHEN officer_id IS NULL THEN 'new' ELSE 'assigned' END, closed_at = NULL, changed_at = @at, version = version + 1
                WHERE id = @id
                """,
                new { id, at = _at });
        }

        private void WriteEvent(SqliteConnection connection, long id, string kind, long sequence) => connection.Execute(
            "INSERT INTO enquiry_event (enquiry_id, at, kind, sequence) VALUES (@id, @at, @kind, @sequence)", new { id, at = _at, kind, sequence });
    }
}
