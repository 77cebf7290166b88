using System.Text;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.PersonalData;

/// <summary>Someone who asks in web chat and sends an enquiry, in words that occur nowhere else.</summary>
internal sealed class Person(Service service, Talk talk, string reference)
{
    internal const string Name = "Xưởng Thuỷquỳnhlam";
    internal const string Contact = "chị Hảidươngxa 0912 345 678";
    internal const string Park = "cụm Bếncátquạnh";
    internal const string Question = "Máy nghiền bồkếtxanh hay bị kẹt dâyđaitím thì sửa ở đâu?";
    internal const string Asked = "lòsấyvảithiều chạy trấuépviên có được không";
    internal const string Comment = "chưa rõ về ốngkhóixoè";
    internal const string Note = "nên gọi cho ôngĐặngphúngoại";
    internal const string Reply = "Mời xem cuốn sổtayhồphách của Văn phòng";

    /// <summary>What stands in plain words somewhere, so that it can be looked for in the file.</summary>
    private static readonly string[] Plain = [Park, Question, Asked, Comment, Reply];

    internal string Reference => reference;

    internal string Conversation => talk.Id;

    internal Talk Talk => talk;

    internal static async Task<Person> EnquireAsync(Service service)
    {
        var talk = await Talk.OpenAsync(service);
        await talk.AskAsync(Asked);
        foreach (var said in new[] { "Gửi câu hỏi cho Văn phòng SXSH", Question, "Đồng ý, để Văn phòng trả lời", Name, Park, "Bỏ qua", Contact })
        {
            await talk.AskAsync(said);
        }

        await talk.AskAsync("Đồng ý nhận lời mời tập huấn");
        await service.Services.GetRequiredService<ConversationStore>().GiveFeedbackAsync(talk.Id, 2, new Feedback(false, Comment));
        var database = service.Services.GetRequiredService<Database>();
        using var connection = database.Read();
        var reference = connection.QuerySingle<string>("SELECT reference FROM enquiry WHERE conversation_id = @Id", new { talk.Id });
        return new Person(service, talk, reference);
    }

    /// <summary>An officer notes and answers.</summary>
    internal async Task AnswerAsync()
    {
        var officer = await ConsoleClient.AddOfficerAsync(service, Role.Officer, "cán bộ " + Guid.NewGuid().ToString("N")[..8]);
        var enquiries = service.Services.GetRequiredService<EnquiryStore>();
        Assert.Equal(EnquiryChange.Done, await enquiries.NoteAsync(Edit(), Note));
        Assert.Equal(EnquiryChange.Done, await service.Services.GetRequiredService<EnquiryReplies>().SendAsync(Edit(), Reply, closes: false));

        EnquiryEdit Edit() => new(Reference, enquiries.Find(Reference)!.Version, officer);
    }

    /// <summary>Sealed: contact and notes. Where these bytes are gone, so is what they were made of.</summary>
    internal IReadOnlyList<string> Sealed()
    {
        using var connection = service.Services.GetRequiredService<Database>().Read();
        return [.. connection.Query<string>(
            "SELECT contact FROM enquiry WHERE reference = @Reference AND contact IS NOT NULL UNION ALL SELECT note FROM enquiry_event JOIN enquiry ON enquiry.id = enquiry_id WHERE reference = @Reference AND note IS NOT NULL",
            new { Reference })];
    }

    /// <returns>Of what stands in plain words: as it was typed.</returns>
    internal static IReadOnlyList<string> Words() => [.. Plain.SelectMany(Distinctive)];

    /// <returns>All that would tell of the person: words in each form in which they could be kept, without their beginnings, which an index can leave out.</returns>
    internal static IReadOnlyList<string> Traces() =>
    [
        .. Plain.Concat([Name, Contact, Note]).SelectMany(Distinctive)
            .SelectMany(word => new[] { word, VietnameseText.Normalize(word), VietnameseText.Fold(word), word.Normalize(NormalizationForm.FormD) })
            .SelectMany(form => new[] { form, form[4..] }).Distinct(),
        "345 678", "0912345678", "912345678",
    ];

    private static IEnumerable<string> Distinctive(string text) => text.Split(' ', '?').Where(word => word.Length >= 9);

    /// <summary>Empties the write-ahead log into the database file.</summary>
    internal static void Checkpoint(TemporaryFolder data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "cp-assistant.db")};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
