namespace CpAssistant.Channels.Telegram;

/// <summary>The bot itself, as Telegram knows it.</summary>
/// <param name="Username">Without "@".</param>
public sealed record BotIdentity(long Id, string Username);
