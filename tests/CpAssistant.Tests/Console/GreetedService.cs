using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

/// <summary>One service with a single turn and an officer who is signed in, for the tests of a class that change nothing in it.</summary>
public sealed class GreetedService : IAsyncLifetime, IDisposable
{
    private readonly Service _service = new(("Limits:RequestsPerMinute", "1000000"));

    internal ConsoleClient Officer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation("c1", "webchat", "dl_someone", "vi-VN", null));
        await _service.Services.GetRequiredService<TurnRunner>().RunAsync("c1", new IncomingMessage(null, "xin chào"), CancellationToken.None);
        Officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Officer.Dispose();
        _service.Dispose();
    }
}
