using CpAssistant.Accounts;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Browser;
using CpAssistant.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Figures;

/// <summary>One service with much to count and an officer, on a port of this machine, for the tests of a class that change nothing in it.</summary>
public sealed class FiguresService : IAsyncLifetime
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
        var rows = new RandomRows(7);
        await _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => rows.Write(connection, 1500) + rows.Vote(connection));
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, Officer);
    }

    public Task DisposeAsync()
    {
        _service?.Dispose();
        return Task.CompletedTask;
    }
}
