using CpAssistant.Conversations;
using CpAssistant.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

/// <summary>With a single turn.</summary>
public sealed class GreetedService : OfficerService
{
    private protected override async Task FillAsync(Service service)
    {
        await service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation("c1", "webchat", "dl_someone", "vi-VN", null));
        await service.Services.GetRequiredService<TurnRunner>().RunAsync("c1", new IncomingMessage(null, "xin chào"), CancellationToken.None);
    }
}
