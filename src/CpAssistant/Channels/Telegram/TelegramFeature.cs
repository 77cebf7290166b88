using CpAssistant.Conversations;
using CpAssistant.Enquiries.Notices;

namespace CpAssistant.Channels.Telegram;

internal static class TelegramFeature
{
    /// <summary>The channel; without a token it is off.</summary>
    internal static IServiceCollection AddTelegram(this IServiceCollection services, TelegramSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<TelegramBot>()
        .AddSingleton<TelegramState>()
        .AddSingleton<Inbox>()
        .AddSingleton<Outbox>()
        .AddSingleton<ChatStore>()
        .AddSingleton<ChatTurns>()
        .AddSingleton<ProvinceChoice>()
        .AddSingleton<CommandHandler>()
        .AddSingleton<ButtonHandler>()
        .AddSingleton<UpdateHandler>()
        .AddSingleton<IChannel, TelegramReplies>()
        .AddSingleton<INoticeWay, TelegramNotices>()
        .AddHostedService<OutboxSender>()
        .AddHostedService<UpdateWorker>()
        .AddHostedService<TelegramChannel>();
}
