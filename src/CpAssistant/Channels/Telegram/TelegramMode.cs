namespace CpAssistant.Channels.Telegram;

/// <summary>How updates come in.</summary>
public enum TelegramMode
{
    /// <summary>The service fetches updates; it needs no public address.</summary>
    Polling,

    /// <summary>Telegram calls the service.</summary>
    Webhook,
}
