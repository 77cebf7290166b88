using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Enquiries;

/// <summary>Enquiries as officers work on them. Every change names the version it was made onto, and is audited with it.</summary>
public sealed class EnquiryStore(Database database, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Answered, or closed without an answer, after the day it was due on (in Việt Nam), or open although that day is over; takes <c>@today</c>.</summary>
    internal const string IsLate = "(due_on < ifnull(date(coalesce(answered_at, closed_at) / 1000 + 25200, 'unixepoch'), @today))";

    private const string Filter =
        $"""
         WHERE (@open = 0 OR status IN ('new', 'assigned')) AND (@status IS NULL OR status = @status) AND (@Province IS NULL OR ifnull(province, '') = @Province)
            AND (@Industry IS NULL OR ifnull(industry, '') = @Industry) AND (@Channel IS NULL OR channel = @Channel)
            AND (@from IS NULL OR opened_at >= @from) AND (@to IS NULL OR opened_at < @to)
            AND (@IsAnswered IS NULL OR (answered_at IS NOT NULL) = @IsAnswered) AND (@today IS NULL OR {IsLate})
            AND (@OfficerId IS NULL OR coalesce(officer_id, 0) = @OfficerId) AND (@due IS NULL OR (status IN ('new', 'assigned') AND due_on <= @due))
            AND (@Match IS NULL OR enquiry.id IN (SELECT rowid FROM enquiry_text WHERE enquiry_text MATCH @Match))
        """;

    private readonly Sealed<EnquiryContact> _contacts = EnquiryIntake.ContactSeal(protection);
    private readonly Sealed<OfficerNote> _notes = NoteSeal(protection);

    internal static Sealed<OfficerNote> NoteSeal(IDataProtectionProvider protection) => new(protection, "Enquiries.Note.1");

    /// <summary>In Việt Nam.</summary>
    internal DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <returns>Those that wait first, the most urgent at the top, then the others, the latest at the top; and how many there are in all.</returns>
    public (IReadOnlyList<Enquiry> Enquiries, int Count) Search(EnquiryQuery query, int skip, int take)
    {
        var values = Values(query, skip, take);
        using var connection = database.Read();
        var rows = connection.Query<EnquiryRow>(
            EnquiryRow.Select + Filter + " ORDER BY status IN ('answered', 'closed'), CASE WHEN status IN ('new', 'assigned') THEN due_on END, enquiry.id DESC LIMIT @take OFFSET @skip", values);
        return ([.. rows.Select(row => row.ToEnquiry())], connection.ExecuteScalar<int>("SELECT count(*) FROM enquiry" + Filter, values));
    }

    /// <summary>All enquiries of a search, the newest first, read as they are asked for.</summary>
    public IEnumerable<Enquiry> All(EnquiryQuery query) => Batches.Read(
        before =>
        {
            var values = new DynamicParameters(Values(query, 0, Batches.Rows));
            values.Add("before", before);
            using var connection = database.Read();
            return (IReadOnlyList<Enquiry>)[.. connection.Query<EnquiryRow>(EnquiryRow.Select + Filter + " AND enquiry.id < @before ORDER BY enquiry.id DESC LIMIT @take", values).Select(row => row.ToEnquiry())];
        },
        enquiry => enquiry.Id);

    public Enquiry? Find(string reference)
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<EnquiryRow>(EnquiryRow.Select + " WHERE reference = @reference", new { reference })?.ToEnquiry();
    }

    /// <returns>The latest enquiries of a conversation.</returns>
    public IReadOnlyList<Enquiry> OfConversation(string conversationId)
    {
        using var connection = database.Read();
        return [.. connection.Query<EnquiryRow>(EnquiryRow.Select + " WHERE conversation_id = @conversationId ORDER BY enquiry.id DESC LIMIT 20", new { conversationId }).Select(row => row.ToEnquiry())];
    }

    /// <returns>Null where none was given, it is erased, or the keys are not those it was sealed with.</returns>
    public EnquiryContact? ContactOf(long id)
    {
        using var connection = database.Read();
        return _contacts.Unseal(connection.ExecuteScalar<string?>("SELECT contact FROM enquiry WHERE id = @id", new { id }));
    }

    public IReadOnlyList<GivenConsent> ConsentsOf(long id)
    {
        using var connection = database.Read();
        return ConsentRow.Of(connection, id);
    }

    /// <returns>In their order.</returns>
    public IReadOnlyList<EnquiryEvent> EventsOf(long id)
    {
        using var connection = database.Read();
        return [.. connection.Query<EnquiryEventRow>(
            """
            SELECT enquiry_event.at, officer.name AS Officer, kind, assigned.name AS Assigned, detail, sequence, note
            FROM enquiry_event LEFT JOIN officer ON officer.id = officer_id LEFT JOIN officer AS assigned ON kind = 'assigned' AND assigned.id = CAST(detail AS INTEGER)
            WHERE enquiry_id = @id ORDER BY enquiry_event.id
            """,
            new { id }).Select(row => row.ToEvent(_notes))];
    }

    /// <returns>Names that occur among the enquiries, for filters.</returns>
    public (IReadOnlyList<string> Provinces, IReadOnlyList<string> Industries, IReadOnlyList<string> Channels) Choices()
    {
        using var connection = database.Read();
        return (Names("province"), Names("industry"), Names("channel"));

        IReadOnlyList<string> Names(string column) => [.. connection.Query<string>($"SELECT DISTINCT {column} FROM enquiry WHERE {column} IS NOT NULL AND {column} <> '' ORDER BY {column} LIMIT 200")];
    }

    /// <returns>How many wait for an answer, how many of them nobody has taken, and how many are overdue.</returns>
    public EnquiryCounts Count()
    {
        using var connection = database.Read();
        return connection.QuerySingle<EnquiryCounts>(
            """
            SELECT count(*) AS Open, count(*) FILTER (WHERE status = 'new') AS New, count(*) FILTER (WHERE due_on < @today) AS Overdue
            FROM enquiry WHERE status IN ('new', 'assigned')
            """,
            new { today = Stored.Day(Today) });
    }

    /// <param name="assignee">Null takes it from whoever has it.</param>
    public Task<EnquiryChange> AssignAsync(EnquiryEdit edit, long? assignee) => ChangeAsync(edit, "enquiry.assigned", (connection, id) =>
    {
        if (assignee is not null && connection.ExecuteScalar<int>("SELECT count(*) FROM officer WHERE id = @assignee AND removed_at IS NULL", new { assignee }) == 0)
        {
            return false;
        }

        connection.Execute(
            "UPDATE enquiry SET officer_id = @assignee, status = CASE WHEN status NOT IN ('new', 'assigned') THEN status WHEN @assignee IS NULL THEN 'new' ELSE 'assigned' END WHERE id = @id", new { id, assignee });
        WriteEvent(connection, edit, id, "assigned", assignee?.ToString(CultureInfo.InvariantCulture));
        return true;
    });

    public Task<EnquiryChange> NoteAsync(EnquiryEdit edit, string note) => ChangeAsync(edit, "enquiry.noted", (connection, id) =>
    {
        WriteEvent(connection, edit, id, "note", null, note: _notes.Seal(new OfficerNote(note)));
        return true;
    });

    /// <summary>Closes it, or opens it again.</summary>
    public Task<EnquiryChange> CloseAsync(EnquiryEdit edit, bool closed) => ChangeAsync(edit, closed ? "enquiry.closed" : "enquiry.reopened", (connection, id) =>
    {
        if (connection.Execute(
            closed
                ? "UPDATE enquiry SET status = 'closed', closed_at = @Now WHERE id = @id AND status <> 'closed'"
                : "UPDATE enquiry SET status = CASE WHEN officer_id IS NULL THEN 'new' ELSE 'assigned' END, closed_at = NULL WHERE id = @id AND status IN ('answered', 'closed')",
            new { id, Now }) == 0)
        {
            return false;
        }

        WriteEvent(connection, edit, id, "status", closed ? "closed" : "open");
        return true;
    });

    /// <summary>One change of an enquiry, with its line in the audit log, in one transaction.</summary>
    /// <param name="change">Gets the enquiry's id; false refuses.</param>
    internal Task<EnquiryChange> ChangeAsync(EnquiryEdit edit, string action, Func<SqliteConnection, long, bool> change) => database.Writer.WriteAsync(connection =>
    {
        var found = connection.QuerySingleOrDefault<(long Id, long Version, long Erased)?>("SELECT id, version, erased FROM enquiry WHERE reference = @Reference", new { edit.Reference });
        var result = found is not { } enquiry ? EnquiryChange.Unknown
            : enquiry.Version != edit.Version ? EnquiryChange.Overtaken
            : enquiry.Erased != 0 || !change(connection, enquiry.Id) ? EnquiryChange.Refused
            : EnquiryChange.Done;
        if (result == EnquiryChange.Done)
        {
            connection.Execute("UPDATE enquiry SET version = version + 1, changed_at = @Now WHERE id = @Id", new { found!.Value.Id, Now });
        }

        AuditLog.Write(connection, new AuditEntry(time.GetUtcNow(), edit.OfficerId, action, "enquiry", edit.Reference, result == EnquiryChange.Done ? AuditOutcome.Done : AuditOutcome.Refused));
        return result;
    });

    internal void WriteEvent(SqliteConnection connection, EnquiryEdit edit, long id, string kind, string? detail, long? sequence = null, string? note = null) => connection.Execute(
        "INSERT INTO enquiry_event (enquiry_id, at, officer_id, kind, detail, sequence, note) VALUES (@id, @Now, @OfficerId, @kind, @detail, @sequence, @note)",
        new { id, Now, edit.OfficerId, kind, detail, sequence, note });

    private static object Values(EnquiryQuery query, int skip, int take) => new
    {
        open = query.OpenOnly,
        status = query.Status is { } status ? Stored.Key(status) : null,
        query.Province,
        query.Industry,
        query.Channel,
        query.OfficerId,
        due = query.DueBy is { } day ? Stored.Day(day) : null,
        from = query.From?.ToUnixTimeMilliseconds(),
        to = query.To?.ToUnixTimeMilliseconds(),
        query.IsAnswered,
        today = query.LateBy is { } today ? Stored.Day(today) : null,
        query.Match,
        skip,
        take,
    };
}

/// <summary>Who changes which enquiry.</summary>
/// <param name="Version">That the officer saw.</param>
public sealed record EnquiryEdit(string Reference, long Version, long OfficerId);

public enum EnquiryChange
{
    Done,

    /// <summary>There is no such enquiry.</summary>
    Unknown,

    /// <summary>It has changed since the officer saw it.</summary>
    Overtaken,

    /// <summary>It is erased, or in a state in which this means nothing.</summary>
    Refused,
}

public sealed record EnquiryCounts(long Open, long New, long Overdue);
