using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

/// <summary>
/// One service with a conversation whose answers have changed since, and an officer, on a port of this machine, for the tests of a class that change
/// nothing in it.
/// </summary>
public sealed class TurnsService : IAsyncLifetime
{
    internal const string Officer = "Nguyễn Thị Hòa";

    private Service? _service;

    internal string Address => _service!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _service = Service.OnPort(BrowserFixture.ManyPeople);
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, Officer);
        await _service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation("c1", "webchat", "dl_someone", "vi-VN", null));
        foreach (var question in new[] { "Sở Công Thương phải làm gì?", ChatPage.Question, "còn ai ký?", "xin chào", "Thuế thu nhập cá nhân tính thế nào?", new string('x', 1500) })
        {
            await _service.Services.GetRequiredService<TurnRunner>().RunAsync("c1", new IncomingMessage(null, question), CancellationToken.None);
        }

        _service.Documents.Write("plan.txt", SamplePlan.Text(percent: 55));
        _service.Services.GetRequiredService<KnowledgeStore>().Reload();
    }

    public Task DisposeAsync()
    {
        _service?.Dispose();
        return Task.CompletedTask;
    }
}
