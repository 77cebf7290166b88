using CpAssistant.Benchmarks.Load;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

/// <summary>What is asked while there is no line to the service.</summary>
[Collection(BrowserGroup.Name)]
public sealed class BrokenLineTests(BrowserFixture browser) : IDisposable
{
    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();

    public void Dispose()
    {
        _documents.Dispose();
        _data.Dispose();
    }

    [BrowserFact]
    public async Task A_question_asked_offline_is_sent_once_the_network_is_back()
    {
        using var service = Service.OnPort(BrowserFixture.ManyPeople);
        await using var chat = await ChatPage.OpenAsync(browser, service: service.Address);
        await Expect(chat.SendBox).ToBeVisibleAsync();

        await chat.Page.Context.SetOfflineAsync(true);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Notice).ToContainTextAsync("Mất kết nối mạng.");
        await chat.Page.WaitForTimeoutAsync(1000);
        await Expect(chat.Replies).ToHaveCountAsync(0);
        await chat.Page.Context.SetOfflineAsync(false);

        await Expect(chat.Replies).ToHaveCountAsync(1);
        await Expect(chat.Page.GetByText("Không gửi được")).ToHaveCountAsync(0);
        await chat.Page.WaitForTimeoutAsync(2000);
        Assert.Equal(1, QuestionsIn(service));
        await Expect(chat.Asked).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_question_whose_acknowledgement_was_lost_is_not_asked_twice()
    {
        using var service = Service.OnPort(BrowserFixture.ManyPeople);
        await using var chat = await ChatPage.OpenAsync(browser, service: service.Address);
        await Expect(chat.SendBox).ToBeVisibleAsync();
        // The service takes it; the browser hears nothing of that, nor of what comes by the socket.
        await chat.Page.RouteAsync("**/activities", async route =>
        {
            await chat.Page.Context.SetOfflineAsync(true);
            await service.Client.SendAsync(Copy(route.Request));
            await route.AbortAsync();
        });

        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Notice).ToContainTextAsync("Mất kết nối mạng.");
        await chat.Page.UnrouteAllAsync();
        await chat.Page.Context.SetOfflineAsync(false);

        await Expect(chat.Replies).ToHaveCountAsync(1);
        await chat.Page.WaitForTimeoutAsync(2000);
        Assert.Equal(1, QuestionsIn(service));
        await Expect(chat.Asked).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_question_asked_while_the_service_is_down_is_sent_once_it_is_back()
    {
        _documents.Write("plan.txt", SamplePlan.Text());
        var port = ServiceProcess.FreePort();
        var service = await StartAsync(port);
        try
        {
            await using var chat = await ChatPage.OpenAsync(browser, service: service.Address.GetLeftPart(UriPartial.Authority));
            await chat.AskAsync(ChatPage.SuggestingQuestion);
            await Expect(chat.Replies).ToHaveCountAsync(1);

            service.Kill();
            service.Dispose();
            await Expect(chat.Notice).ToContainTextAsync("Mất kết nối với máy chủ");
            await chat.AskAsync(ChatPage.Question);
            await chat.Page.WaitForTimeoutAsync(1000);
            service = await StartAsync(port);

            await Expect(chat.Replies).ToHaveCountAsync(2, new() { Timeout = 40_000 });
            await Expect(chat.Replies.Last).ToContainTextAsync("40%");
            await Expect(chat.Notice).Not.ToContainTextAsync("Mất kết nối");
            await chat.Page.WaitForTimeoutAsync(2000);
            await Expect(chat.Asked).ToHaveCountAsync(2);
            Assert.Equal(2, QuestionsInFile());
        }
        finally
        {
            service.Dispose();
        }
    }

    [BrowserFact]
    public async Task A_question_that_was_not_sent_stands_in_the_send_box_after_a_reload()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToBeVisibleAsync();
        await chat.Page.Context.SetOfflineAsync(true);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Asked).ToHaveCountAsync(1);
        await chat.Page.RouteAsync("**/activities", route => route.AbortAsync());

        await chat.Page.Context.SetOfflineAsync(false);
        await chat.Page.ReloadAsync();
        await Expect(chat.SendBox).ToHaveValueAsync(ChatPage.Question);
        await chat.Page.UnrouteAllAsync();
        await chat.SendBox.PressAsync("Enter");
        await Expect(chat.Replies).ToHaveCountAsync(1);
        await chat.Page.ReloadAsync();

        await Expect(chat.Replies).ToHaveCountAsync(1);
        await chat.Page.WaitForTimeoutAsync(2500);
        await Expect(chat.SendBox).ToHaveValueAsync("");
        await Expect(chat.Asked).ToHaveCountAsync(1);
    }

    private static HttpRequestMessage Copy(Microsoft.Playwright.IRequest request)
    {
        var copy = new HttpRequestMessage(HttpMethod.Post, request.Url)
        {
            Content = new StringContent(request.PostData!, System.Text.Encoding.UTF8, "application/json"),
        };
        copy.Headers.TryAddWithoutValidation("Authorization", request.Headers["authorization"]);
        return copy;
    }

    private static long QuestionsIn(Service service)
    {
        using var connection = service.Services.GetRequiredService<Database>().Read();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM message WHERE author = 'user'");
    }

    private long QuestionsInFile()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "cp-assistant.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM message WHERE author = 'user'");
    }

    private Task<ServiceProcess> StartAsync(int port) => ServiceProcess.StartAsync(Repository.Root, new Dictionary<string, string>(ServiceProcess.Unlimited)
    {
        ["Knowledge:Documents:0"] = _documents.Path,
        ["Data:Folder"] = _data.Path,
    }, port);
}
