using CpAssistant.Accounts;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Console;

/// <summary>One service with an officer who is signed in, for the tests of a class that change nothing in it.</summary>
public abstract class OfficerService : IAsyncLifetime, IDisposable
{
    private readonly Service _service = new(("Limits:RequestsPerMinute", "1000000"));

    internal ConsoleClient Officer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await FillAsync(_service);
        Officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Officer.Dispose();
        _service.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task FillAsync(Service service);
}
