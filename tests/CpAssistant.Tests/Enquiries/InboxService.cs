using CpAssistant.Tests.Api;
using CpAssistant.Tests.Console;

namespace CpAssistant.Tests.Enquiries;

/// <summary>With a single enquiry.</summary>
public sealed class InboxService : OfficerService
{
    private protected override Task FillAsync(Service service) => RoundTests.AskOfficeAsync(service);
}
