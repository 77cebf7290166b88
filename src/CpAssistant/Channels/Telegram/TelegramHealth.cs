namespace CpAssistant.Channels.Telegram;

/// <summary>The channel in the health report.</summary>
/// <param name="Reason">Why it is not on; null where it is on or off.</param>
/// <param name="Open">Updates that are not worked off yet.</param>
/// <param name="Waiting">Messages on their way.</param>
/// <param name="Unreachable">Chats to which nothing can be sent: the bot was blocked or removed.</param>
/// <param name="Repeated">Sends that were repeated since their response was lost; people may have seen these twice.</param>
public sealed record TelegramHealth(ChannelState State, TelegramMode? Mode, DateTimeOffset Since, string? Reason, int Open, int Waiting, int Unreachable, long Repeated)
{
    internal bool IsWell => State is ChannelState.Off or ChannelState.Starting or ChannelState.On;

    internal static TelegramHealth Of(TelegramState state, TelegramSettings settings, Inbox inbox, Outbox outbox) => settings.Token is null
        ? new(state.State, null, state.Since, null, 0, 0, 0, 0)
        : new(state.State, settings.Mode, state.Since, state.Reason, inbox.CountOpen(), outbox.Count(), outbox.CountUnreachable(), outbox.CountRepeated());
}
