using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Figures;

/// <summary>With much to count.</summary>
public sealed class FiguresService : BrowsedService
{
    private protected override Task FillAsync(Service service)
    {
        var rows = new RandomRows(7);
        return service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => rows.Write(connection, 1500) + rows.Vote(connection));
    }
}
