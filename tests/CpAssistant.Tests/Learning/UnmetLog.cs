using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Learning;

/// <summary>A real service in which questions are asked, and the groups that are made of them.</summary>
internal sealed class UnmetLog : IDisposable
{
    internal const string Fee = "Mức phí bảo vệ môi trường đối với nước thải bệnh viện là bao nhiêu?";
    internal const string FeeWithoutMarks = "muc phi bao ve moi truong doi voi nuoc thai benh vien la bao nhieu";
    internal const string FeeInShort = "cho em hỏi phí bvmt nước thải bệnh viện bn ạ";
    internal const string Roof = "Lắp điện mặt trời mái nhà thì xin phép ở đâu?";

    private int _conversations;

    internal Service Service { get; } = new();

    internal Database Database => Service.Services.GetRequiredService<Database>();

    internal Grouping Grouping => Service.Services.GetRequiredService<Grouping>();

    internal QuestionGroups Groups => Service.Services.GetRequiredService<QuestionGroups>();

    internal ConversationStore Conversations => Service.Services.GetRequiredService<ConversationStore>();

    internal KnowledgeStore Knowledge => Service.Services.GetRequiredService<KnowledgeStore>();

    public void Dispose() => Service.Dispose();

    /// <summary>Each question in a conversation of its own, so that none is understood from another; nothing was found for any of them, whatever was.</summary>
    /// <returns>Id of the last one's conversation.</returns>
    internal async Task<string> AskUnmetAsync(params string[] questions)
    {
        var id = "";
        foreach (var question in questions)
        {
            id = await AskAsync(question);
            await Database.Writer.WriteAsync(connection => connection.Execute("UPDATE turn SET outcome = 'not_found' WHERE conversation_id = @id", new { id }));
        }

        return id;
    }

    /// <returns>Id of the conversation.</returns>
    internal async Task<string> AskAsync(params string[] questions)
    {
        var id = $"c{++_conversations}";
        await Conversations.StartAsync(new NewConversation(id, "webchat", "dl_someone", "vi-VN", null));
        foreach (var question in questions)
        {
            await Service.Services.GetRequiredService<TurnRunner>().RunAsync(id, new IncomingMessage(null, question), CancellationToken.None);
        }

        return id;
    }

    internal async Task<IReadOnlyList<QuestionGroup>> GroupAsync(GroupQuery? query = null)
    {
        Assert.True(await Grouping.RunAsync(CancellationToken.None));
        return Groups.Search(query ?? new GroupQuery(), 0, 1000).Groups;
    }

    internal Task<int> WriteAsync(string sql) => Database.Writer.WriteAsync(connection => connection.Execute(sql));
}
