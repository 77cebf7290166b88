using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

/// <summary>With a conversation whose answers have changed since.</summary>
public sealed class TurnsService : BrowsedService
{
    private protected override async Task FillAsync(Service service)
    {
        await service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation("c1", "webchat", "dl_someone", "vi-VN", null));
        foreach (var question in new[] { "Sở Công Thương phải làm gì?", ChatPage.Question, "còn ai ký?", "xin chào", "Thuế thu nhập cá nhân tính thế nào?", new string('x', 1500) })
        {
            await service.Services.GetRequiredService<TurnRunner>().RunAsync("c1", new IncomingMessage(null, question), CancellationToken.None);
        }

        service.Documents.Write("plan.txt", SamplePlan.Text(percent: 55));
        service.Services.GetRequiredService<KnowledgeStore>().Reload();
    }
}
