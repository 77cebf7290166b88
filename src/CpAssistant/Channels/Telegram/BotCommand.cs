namespace CpAssistant.Channels.Telegram;

/// <summary>A line in the menu of commands.</summary>
/// <param name="Command">1 to 32 of a–z, 0–9 and "_", without slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record BotCommand(string Command, string Description);
