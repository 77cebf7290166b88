using CpAssistant.Configuration;

namespace CpAssistant.Accounts;

/// <summary>Section <c>Console</c>.</summary>
public sealed record ConsoleSettings
{
    /// <summary>A session ends when nothing is done for so long.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends at the latest after so long.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Attempts to sign in from one address, which all officers of an office may share.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static ConsoleSettings Read(IConfiguration configuration)
    {
        var defaults = new ConsoleSettings();
        return new ConsoleSettings
        {
            Idle = TimeSpan.FromMinutes(Number("IdleMinutes", (int)defaults.Idle.TotalMinutes, 1, 24 * 60)),
            Session = TimeSpan.FromHours(Number("SessionHours", (int)defaults.Session.TotalHours, 1, 7 * 24)),
            SignInsPerMinute = Number("SignInsPerMinute", defaults.SignInsPerMinute, 1, 1_000_000),
        };

        int Number(string key, int unset, int least, int most) => configuration["Console:" + key] switch
        {
            null or "" => unset,
            var text when int.TryParse(text, out var number) && number >= least && number <= most => number,
            var text => throw new SettingsException("Console:" + key, $"phải là số nguyên từ {least} đến {most}, không phải \"{text}\""),
        };
    }
}
