using CpAssistant.Enquiries.Notices;

namespace CpAssistant.Channels.Telegram;

/// <summary>Notices in a chat of the office's: into the outgoing queue, like every message of the bot.</summary>
public sealed class TelegramNotices(Outbox outbox, TelegramSettings settings, NoticeSettings notices) : INoticeWay
{
    public string Name => "telegram";

    /// <exception cref="InvalidOperationException">The channel is off.</exception>
    public async Task SendAsync(OfficeNotice notice, CancellationToken cancellation)
    {
        if (settings.Token is null || notices.TelegramChat is not { } chat)
        {
            throw new InvalidOperationException("Telegram is off");
        }

        await outbox.WriteAsync(new Change.Say(new NewMessage(chat, null, TelegramHtml.Text(notice.Body), [])));
        outbox.Wake();
    }
}
