using CpAssistant.Accounts;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Console;

namespace CpAssistant.Tests.Enquiries;

/// <summary>One service with a single enquiry and an officer who is signed in, for the tests of a class that change nothing in it.</summary>
public sealed class InboxService : IAsyncLifetime, IDisposable
{
    private readonly Service _service = new(("Limits:RequestsPerMinute", "1000000"));

    internal ConsoleClient Officer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await RoundTests.AskOfficeAsync(_service);
        Officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Officer.Dispose();
        _service.Dispose();
    }
}
