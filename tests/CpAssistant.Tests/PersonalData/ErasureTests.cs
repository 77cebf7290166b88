using System.Net;
using System.Net.Http.Headers;
using CpAssistant.Accounts;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.PersonalData;

/// <summary>After an erasure nothing is found: not in any file, not on any page.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_officers_erasure_leaves_no_word_in_any_file_nor_on_any_page(bool checkpointed)
    {
        await (await Talk.OpenAsync(_service)).AskAsync("Lò hơi củadừanước ở đâu?");
        var person = await EnquireAsync(checkpointed);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Reviewer);
        var request = await RegisterAsync(client, person.Reference, "erase");
        var sealedBefore = person.Sealed();
        AssertStands(person, checkpointed);
        Assert.Equal(2, sealedBefore.Count);

        var asked = await client.PageAsync(request + "/xoa");
        var erased = await client.PostAsync(request + "/xoa");

        Assert.Contains("19 tin", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(request, erased.Headers.Location?.OriginalString);
        var page = await client.PageAsync(request);
        Assert.Contains("Đã xóa: 1 cuộc trao đổi, 19 tin, 9 lượt hỏi", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã thực hiện", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        AssertGone(person, sealedBefore);
        Assert.False(_service.Services.GetRequiredService<Compaction>().IsDue());
        foreach (var address in new[] { request + "?handler=Export&dang=json", request + "?handler=Export&dang=txt", request, "/quan-tri/du-lieu-ca-nhan?hien=all", "/quan-tri/luu-giu", "/quan-tri/nhat-ky", "/quan-tri?trang-thai=all", "/quan-tri/phieu/" + person.Reference, "/quan-tri/luot-hoi" })
        {
            var body = await client.Http.GetByteArrayAsync(address);
            Assert.Empty(Files.Found([body], Person.Traces()));
        }

        Assert.NotEmpty(Files.Found(Files.Of(_service.Data).Values, ["củadừanước"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_in_chat_leaves_no_word_in_any_file_and_marks_it_as_due(bool checkpointed)
    {
        var person = await EnquireAsync(checkpointed);
        var sealedBefore = person.Sealed();
        AssertStands(person, checkpointed);

        await EraseInChatAsync(_service, person);

        AssertGone(person, sealedBefore);
        Assert.True(_service.Services.GetRequiredService<Compaction>().IsDue());
    }

    [Fact]
    public async Task What_is_left_of_an_enquiry_counts_in_figures_only()
    {
        var person = await EnquireAsync(checkpointed: false);

        await EraseInChatAsync(_service, person);

        using var connection = _service.Services.GetRequiredService<Database>().Read();
        var row = connection.QuerySingle("SELECT * FROM enquiry");
        Assert.Equal((person.Reference, "closed", 1L, ""), ((string)row.reference, (string)row.status, (long)row.erased, (string)row.question));
        Assert.All(new object?[] { row.conversation_id, row.contact, row.park, row.industry }, Assert.Null);
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM enquiry_event WHERE note IS NOT NULL OR sequence IS NOT NULL"));
    }

    [Fact]
    public async Task The_audit_log_names_the_request_and_not_the_person()
    {
        var person = await EnquireAsync(checkpointed: false);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Administrator);
        var request = await RegisterAsync(client, person.Reference, "erase");
        await client.PageAsync(request);
        await client.PostAsync(request + "/xoa");

        using var connection = _service.Services.GetRequiredService<Database>().Read();
        var lines = connection.Query<(string Action, string? Kind, string? Id, long Officer)>("SELECT action, subject_kind, subject_id, officer_id FROM audit WHERE action LIKE 'personal.%' OR action LIKE 'data_request.%' ORDER BY id").ToList();

        Assert.Equal(["data_request.registered", "personal.viewed", "personal.erased"], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal(("data_request", "1", client.OfficerId), (line.Kind, line.Id, line.Officer)));
    }

    [Fact]
    public async Task An_officer_may_not_erase()
    {
        var person = await EnquireAsync(checkpointed: false);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await RegisterAsync(client, person.Reference, "erase");

        var refused = await client.PostAsync(request + "/xoa");

        Assert.NotEqual(request, refused.Headers.Location?.OriginalString);
        Assert.NotEmpty(person.Sealed());
    }

    [Fact]
    public async Task Beginnings_of_erased_words_leave_the_search_index_when_the_file_is_written_anew()
    {
        // Enough words for an index of many pages: SQLite keeps the beginning of each page's first word in a directory of its own.
        var random = new Random(20261122);
        var words = Enumerable.Range(0, 6000).Select(_ => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)random.Next('a', 'z' + 1)))).ToList();
        var database = _service.Services.GetRequiredService<Database>();
        await database.Writer.WriteAsync(connection => connection.Execute(
            """
            INSERT INTO conversation (id, channel, user_id, locale, state, last_sequence, started_at, changed_at) VALUES (@id, 'webchat', 'dl_x', 'vi-VN', '{}', 2, 0, 0);
            INSERT INTO turn (conversation_id, reply_sequence, at, channel, user, question, language, intent, outcome, citations, confidence, milliseconds, knowledge_version, written, folded)
            VALUES (@id, 2, 0, 'webchat', 'x', @word, 'vi', 'Passage', 'answered', '[]', 1, 1, '1', @word, @word)
            """,
            words.Select((word, i) => new { id = $"c{i}", word })));
        await database.Writer.WriteAsync(connection => connection.Execute("INSERT INTO turn_text (turn_text) VALUES ('optimize')"));

        var erased = await database.Writer.WriteAsync(
            connection => _service.Services.GetRequiredService<Erasure>().Erase(connection, [.. words.Index().Where(word => word.Index % 2 == 0).Select(word => $"c{word.Index}")]), erases: true);
        var before = OrphansOfIndex(words);
        await _service.Services.GetRequiredService<Compaction>().RunAsync();

        Assert.Equal(3000, erased.Count);
        Assert.NotEqual(0, before);
        Assert.Equal(0, OrphansOfIndex(words));
    }

    /// <returns>How many entries of the index's directory begin no word that is kept.</returns>
    private int OrphansOfIndex(List<string> words)
    {
        using var connection = _service.Services.GetRequiredService<Database>().Read();
        // The first byte tells one kind of index from another.
        return connection.Query<byte[]>("SELECT CAST(term AS BLOB) FROM turn_text_idx").Where(term => term.Length > 1)
            .Count(term => !words.Where((_, i) => i % 2 == 1).Any(word => word.StartsWith(System.Text.Encoding.UTF8.GetString(term.AsSpan(1)), StringComparison.Ordinal)));
    }

    private async Task<Person> EnquireAsync(bool checkpointed)
    {
        var person = await Person.EnquireAsync(_service);
        await person.AnswerAsync();
        if (checkpointed)
        {
            Person.Checkpoint(_service.Data);
        }

        return person;
    }

    /// <summary>The test can fail: before, all of it is there, in the file or, before any checkpoint, in the log alone.</summary>
    private void AssertStands(Person person, bool checkpointed)
    {
        var files = Files.Of(_service.Data);
        var plain = Person.Words().Concat(person.Sealed()).ToList();
        Assert.Equal(checkpointed ? plain : [], Files.Found([files["cp-assistant.db"]], plain));
        Assert.Equal(plain, Files.Found([files["cp-assistant.db"], files["cp-assistant.db-wal"]], plain));
        Assert.Superset(Person.Words().ToHashSet(), Person.Traces().ToHashSet());
    }

    private void AssertGone(Person person, IReadOnlyList<string> sealedBefore)
    {
        var files = Files.Of(_service.Data);
        Assert.Contains("erasures.log", files.Keys);
        Assert.Empty(Files.Found(files.Values, [.. Person.Traces(), .. sealedBefore, person.Conversation]));
    }

    internal static async Task EraseInChatAsync(Service service, Person person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/webchat/conversation");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Talk.Token);
        Assert.Equal(HttpStatusCode.NoContent, (await service.Client.SendAsync(request)).StatusCode);
    }

    /// <returns>Address of the request.</returns>
    internal static async Task<string> RegisterAsync(ConsoleClient client, string about, string kind, string? day = null)
    {
        day ??= DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var response = await client.PostAsync("/quan-tri/du-lieu-ca-nhan?handler=Register", ("ve", about), ("loai", kind), ("ngay", day));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }
}
