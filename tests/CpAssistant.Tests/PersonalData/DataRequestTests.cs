using System.Text.Json;
using CpAssistant.Accounts;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.PersonalData;

/// <summary>What people ask about their data, as officers work on it.</summary>
public sealed class DataRequestTests : IDisposable
{
    private readonly ShiftedTime _time = new();
    private readonly Service _service;

    public DataRequestTests() => _service = new Service(_time, listens: false);

    private DataRequestStore Requests => _service.Services.GetRequiredService<DataRequestStore>();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_request_goes_from_received_over_acknowledged_to_refused_with_a_reason_of_the_list()
    {
        var person = await Person.EnquireAsync(_service);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "view");

        await client.PostAsync(request + "?handler=Acknowledge");
        var acknowledged = Requests.Find(1)!;
        await client.PostAsync(request + "?handler=Refuse", ("lydo", "vì không thích"));
        var still = Requests.Find(1)!;
        await client.PostAsync(request + "?handler=Refuse", ("lydo", "identity_not_shown"));
        await client.PostAsync(request + "?handler=Done");

        var refused = Requests.Find(1)!;
        Assert.Equal((DataRequestState.Acknowledged, DataRequestState.Acknowledged), (acknowledged.State, still.State));
        Assert.Equal((DataRequestState.Refused, (RefusalReason?)RefusalReason.IdentityNotShown, client.Name), (refused.State, refused.Reason, refused.ClosedBy));
    }

    [Fact]
    public async Task What_is_overdue_stands_out_and_is_counted_on_every_page()
    {
        var person = await Person.EnquireAsync(_service);
        using (var early = await ConsoleClient.SignInAsync(_service, Role.Officer))
        {
            var request = await ErasureTests.RegisterAsync(early, person.Reference, "erase");
            await early.PostAsync(request + "?handler=Acknowledge");
            Assert.Null((await early.PageAsync("/quan-tri")).QuerySelector(".badge:not(#badge)"));
        }

        _time.Shift = TimeSpan.FromDays(18);
        using (var soon = await ConsoleClient.SignInAsync(_service, Role.Officer))
        {
            Assert.StartsWith("1", (await soon.PageAsync("/quan-tri")).QuerySelector(".badge:not(#badge)")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Sắp đến hạn", (await soon.PageAsync("/quan-tri/du-lieu-ca-nhan?hien=pressing")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        }

        _time.Shift = TimeSpan.FromDays(21);
        using var late = await ConsoleClient.SignInAsync(_service, Role.Officer);

        Assert.Contains("Quá hạn", (await late.PageAsync("/quan-tri/du-lieu-ca-nhan")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await late.PageAsync("/quan-tri/du-lieu-ca-nhan?hien=closed")).QuerySelector("tbody"));
        Assert.Null((await late.PageAsync("/quan-tri/du-lieu-ca-nhan?loai=view")).QuerySelector("tbody"));
    }

    [Fact]
    public async Task The_copy_is_complete()
    {
        var person = await Person.EnquireAsync(_service);
        await person.AnswerAsync();
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "supply");

        using var json = JsonDocument.Parse(await client.Http.GetStringAsync(request + "?handler=Export&dang=json"));
        var text = await client.Http.GetStringAsync(request + "?handler=Export&dang=txt");

        var enquiry = json.RootElement.GetProperty("enquiries")[0];
        Assert.Equal((Person.Name, Person.Contact), (enquiry.GetProperty("contact").Text("name"), enquiry.GetProperty("contact").Text("contact")));
        Assert.Equal(["answer", "invitation"], enquiry.GetProperty("consents").EnumerateArray().Select(consent => consent.Text("purpose")));
        Assert.All(enquiry.GetProperty("consents").EnumerateArray(), consent => Assert.NotEmpty(consent.Text("wording")));
        Assert.Equal(19, json.RootElement.GetProperty("messages").GetArrayLength());
        Assert.Equal(9, json.RootElement.GetProperty("turns").GetArrayLength());
        Assert.All(
            new[] { Person.Name, Person.Contact, Person.Park, Person.Question, Person.Asked, Person.Comment, Person.Note, Person.Reply },
            said => Assert.All([json.RootElement.GetRawText(), text], copy => Assert.Contains(said, copy, StringComparison.Ordinal)));
        Assert.Equal(2, Audited("personal.exported"));
    }

    [Fact]
    public async Task Viewing_shows_contact_consents_and_transcript_and_is_audited()
    {
        var person = await Person.EnquireAsync(_service);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "view");

        var page = await client.PageAsync(request);

        Assert.Equal((Person.Name, Person.Contact), (page.QuerySelector("input[name=ten]")!.GetAttribute("value"), page.QuerySelector("input[name=lienhe]")!.GetAttribute("value")));
        Assert.Equal(2, page.QuerySelectorAll(".consents > li").Length);
        Assert.Contains(Person.Asked, page.QuerySelector("details.panel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, Audited("personal.viewed"));
    }

    [Fact]
    public async Task A_contact_is_corrected_and_the_one_before_is_gone()
    {
        var person = await Person.EnquireAsync(_service);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "correct");
        var before = person.Sealed();

        await client.PostAsync(request + "?handler=Correct", ("phieu", "1"), ("ten", "Xưởng Mới"), ("lienhe", " "));

        var page = await client.PageAsync(request);
        Assert.Equal(("Xưởng Mới", ""), (page.QuerySelector("input[name=ten]")!.GetAttribute("value"), page.QuerySelector("input[name=lienhe]")!.GetAttribute("value") ?? ""));
        Assert.Empty(Files.Found(Files.Of(_service.Data).Values, before));
        Assert.Equal(1, Audited("personal.corrected"));
    }

    [Fact]
    public async Task An_enquiry_of_someone_else_is_not_changed_by_a_request()
    {
        var (one, other) = (await Person.EnquireAsync(_service), await Person.EnquireAsync(_service));
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await ErasureTests.RegisterAsync(client, one.Reference, "correct");
        var before = other.Sealed();

        await client.PostAsync(request + "?handler=Correct", ("phieu", "2"), ("ten", "x"), ("lienhe", "x"));
        await client.PostAsync(request + "?handler=Withdraw", ("phieu", "2"), ("mucdich", "answer"));

        Assert.Equal(before, other.Sealed());
        Assert.Equal(0, Audited("personal.corrected") + Audited("personal.withdrawn"));
    }

    [Fact]
    public async Task Withdrawing_the_consent_to_be_answered_removes_contact_and_notes()
    {
        var person = await Person.EnquireAsync(_service);
        await person.AnswerAsync();
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "withdraw");
        var before = person.Sealed();

        await client.PostAsync(request + "?handler=Withdraw", ("phieu", "1"), ("mucdich", "invitation"));
        var kept = person.Sealed();
        await client.PostAsync(request + "?handler=Withdraw", ("phieu", "1"), ("mucdich", "answer"));
        await client.PostAsync(request + "?handler=Withdraw", ("phieu", "1"), ("mucdich", "answer"));

        Assert.Equal(before, kept);
        Assert.Empty(person.Sealed());
        Assert.Empty(Files.Found(Files.Of(_service.Data).Values, before));
        Assert.Equal(2, Audited("personal.withdrawn"));
        Assert.Equal(2, (await client.PageAsync(request)).QuerySelectorAll(".consents .state").Length);
    }

    [Theory]
    [InlineData("0912345678", true)]
    [InlineData("+84 912 345 678", true)]
    [InlineData("0912.345.678", true)]
    [InlineData("thuyquynhlam", true)]
    [InlineData("chị hảidươngxa", true)]
    [InlineData("0912345679", false)]
    [InlineData("09", false)]
    public async Task A_person_is_found_by_contact_however_it_is_typed(string typed, bool found)
    {
        var person = await Person.EnquireAsync(_service);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await ConsoleClient.ReadAsync(await client.PostAsync("/quan-tri/du-lieu-ca-nhan?handler=Find", ("tim", typed)));

        Assert.Equal(found ? [person.Reference] : [], page.QuerySelectorAll("#found li a").Select(link => link.TextContent));
        Assert.Equal(1, Audited("personal.searched"));
    }

    [Fact]
    public async Task A_conversation_without_an_enquiry_is_named_by_a_turn()
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.AskAsync(Person.Asked);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Reviewer);

        var request = await ErasureTests.RegisterAsync(client, "1", "erase");
        await client.PostAsync(request + "/xoa");

        Assert.Null(Requests.Find(1)!.ConversationId);
        Assert.Equal(DataRequestState.Done, Requests.Find(1)!.State);
        Assert.Empty(Files.Found(Files.Of(_service.Data).Values, [talk.Id, "trấuépviên"]));
    }

    [Theory]
    [InlineData("CP-1999-00001", "view", null)]
    [InlineData("1", "everything", null)]
    [InlineData("1", "view", "2020-01-01")]
    [InlineData("1", "view", "2999-01-01")]
    public async Task A_request_that_is_not_right_is_not_registered(string about, string kind, string? day)
    {
        await (await Talk.OpenAsync(_service)).AskAsync(Person.Asked);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await ConsoleClient.ReadAsync(await client.PostAsync(
            "/quan-tri/du-lieu-ca-nhan?handler=Register", ("ve", about), ("loai", kind), ("ngay", day ?? Requests.Today.ToString("O", null))));

        Assert.NotNull(page.QuerySelector("#fault"));
        Assert.Null(Requests.Find(1));
    }

    private int Audited(string action)
    {
        using var connection = _service.Services.GetRequiredService<Database>().Read();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM audit WHERE action = @action", new { action });
    }
}
