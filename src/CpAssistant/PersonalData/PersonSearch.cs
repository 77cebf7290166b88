using System.Globalization;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>Finds whose data a request is about.</summary>
public sealed class PersonSearch(Database database, IDataProtectionProvider protection)
{
    /// <summary>Contacts are sealed one by one, so looking for one opens each: so many of the latest.</summary>
    internal const int MostOpened = 20_000;

    internal const int MostFound = 50;
    private const int LeastLetters = 3;
    private const int LeastDigits = 7;

    private readonly Sealed<EnquiryContact> _contacts = EnquiryIntake.ContactSeal(protection);

    /// <param name="words">Reference of an enquiry, number of a turn in the log, or id of a conversation.</param>
    /// <returns>Null where there is none, or all of it is erased already.</returns>
    internal DataSubject? Find(string words)
    {
        var asked = words.Trim();
        using var connection = database.Read();
        return OfEnquiry(connection, asked) ?? OfTurn(connection, asked) ?? OfConversation(connection, asked);
    }

    /// <param name="words">A telephone number in any form, an address, or a part of a name.</param>
    internal FoundPeople FindByContact(string words)
    {
        var (digits, folded) = (National(Digits(words)), VietnameseText.Fold(words.Trim()));
        if (digits.Length < LeastDigits && folded.Count(char.IsLetter) < LeastLetters)
        {
            return new FoundPeople([], IsTooShort: true, IsAll: true);
        }

        using var connection = database.Read();
        var (found, opened) = (new List<FoundPerson>(), 0);
        foreach (var row in connection.Query<(long Id, string Reference, long OpenedAt, string Contact)>(
            "SELECT id, reference, opened_at, contact FROM enquiry WHERE contact IS NOT NULL ORDER BY id DESC LIMIT @most", new { most = MostOpened + 1 }, buffered: false))
        {
            if (++opened > MostOpened || found.Count == MostFound)
            {
                return new FoundPeople(found, IsTooShort: false, IsAll: false);
            }

            if (_contacts.Unseal(row.Contact) is { } contact && Matches(contact, digits, folded))
            {
                found.Add(new FoundPerson(row.Id, row.Reference, DateTimeOffset.FromUnixTimeMilliseconds(row.OpenedAt), contact));
            }
        }

        return new FoundPeople(found, IsTooShort: false, IsAll: true);
    }

    private static bool Matches(EnquiryContact contact, string digits, string folded) => new[] { contact.Name, contact.Contact }.OfType<string>().Any(field =>
        (digits.Length >= LeastDigits && Digits(field).Contains(digits, StringComparison.Ordinal))
        || (folded.Count(char.IsLetter) >= LeastLetters && VietnameseText.Fold(field).Contains(folded, StringComparison.Ordinal)));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <returns>What "0912345678" and "+84912345678" have in common.</returns>
    private static string National(string digits) => digits switch
    {
        ['0', .. var rest] => rest,
        ['8', '4', .. { Length: >= 9 } rest] => rest,
        _ => digits,
    };

    private static DataSubject? OfEnquiry(SqliteConnection connection, string reference) => connection.QuerySingleOrDefault<DataSubject>(
        "SELECT id AS EnquiryId, conversation_id AS ConversationId FROM enquiry WHERE reference = @reference", new { reference = reference.ToUpperInvariant() });

    private static DataSubject? OfTurn(SqliteConnection connection, string number) =>
        long.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            ? Of(connection, connection.ExecuteScalar<string?>("SELECT conversation_id FROM turn WHERE id = @turn", new { turn }))
            : null;

    private static DataSubject? OfConversation(SqliteConnection connection, string id) =>
        Of(connection, connection.ExecuteScalar<string?>("SELECT id FROM conversation WHERE id = @id", new { id }));

    private static DataSubject? Of(SqliteConnection connection, string? conversation) => conversation is null
        ? null
        : new DataSubject(connection.ExecuteScalar<long?>("SELECT max(id) FROM enquiry WHERE conversation_id = @conversation", new { conversation }), conversation);
}

/// <param name="IsAll">No older contact was left unopened.</param>
internal sealed record FoundPeople(IReadOnlyList<FoundPerson> People, bool IsTooShort, bool IsAll);

internal sealed record FoundPerson(long EnquiryId, string Reference, DateTimeOffset OpenedAt, EnquiryContact Contact);
