using CpAssistant.Accounts;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Browser;

namespace CpAssistant.Tests.Console;

/// <summary>One service with an officer, on a port of this machine, for the tests in a browser of a class that change nothing in it; none where there is no browser.</summary>
public abstract class BrowsedService : IAsyncLifetime
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
        await FillAsync(_service);
    }

    public Task DisposeAsync()
    {
        _service?.Dispose();
        return Task.CompletedTask;
    }

    private protected abstract Task FillAsync(Service service);
}
