namespace CpAssistant.Channels.Telegram;

/// <summary>How a channel stands.</summary>
public enum ChannelState
{
    /// <summary>There is no token.</summary>
    Off,
    Starting,
    On,

    /// <summary>Telegram cannot be reached; it is tried again.</summary>
    Unreachable,

    /// <summary>Telegram does not take the token.</summary>
    Refused,

    /// <summary>Another program fetches the updates of this bot.</summary>
    Conflict,
}
