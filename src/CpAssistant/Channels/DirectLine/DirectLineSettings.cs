using System.Globalization;
using CpAssistant.Configuration;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Section <c>DirectLine</c>: who may open conversations, for how long, and how much of everything one sender gets.</summary>
public sealed record DirectLineSettings
{
    private const int LeastSecret = 32;

    /// <summary>What other sites' servers exchange for tokens; null where none is set, and none are exchanged then.</summary>
    public string? Secret { get; init; }

    /// <summary>Origins of other sites whose pages may speak to the service, beside its own; in the form browsers send.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>How long a token is taken. Web Chat renews its token every 15 minutes, so below half an hour conversations break off.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For so many days after its token has expired a conversation on our own page can be taken up again.</summary>
    public int ResumeDays { get; init; } = 30;

    /// <summary>Time between two empty frames on a stream.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Activities sent in one conversation; so many may come at once.</summary>
    public int MessagesPerMinute { get; init; } = 30;

    /// <summary>Activities sent from one address, in all its conversations: a whole industrial park may share one.</summary>
    public int MessagesPerMinutePerAddress { get; init; } = 1200;

    /// <summary>Polls of one conversation; beyond this they wait, or bring nothing new.</summary>
    public int PollsPerMinute { get; init; } = 240;

    /// <summary>All calls from one address; many people may share one.</summary>
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>Tokens given to one address.</summary>
    public int TokensPerMinute { get; init; } = 120;

    /// <summary>Open streams of one conversation; a further one closes the oldest.</summary>
    public int StreamsPerConversation { get; init; } = 8;

    /// <summary>Open streams of one address; many people may share one.</summary>
    public int StreamsPerAddress { get; init; } = 500;

    /// <summary>Open streams of all conversations.</summary>
    public int Streams { get; init; } = 5000;

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    public static DirectLineSettings Read(IConfiguration configuration)
    {
        var (section, unset) = (configuration.GetSection("DirectLine"), new DirectLineSettings());
        return new DirectLineSettings
        {
            Secret = ReadSecret(section["Secret"]),
            AllowedOrigins = [.. section.GetSection("AllowedOrigins").GetChildren().Where(child => !string.IsNullOrWhiteSpace(child.Value)).Select(ReadOrigin)],
            TokenLifetime = Time("TokenLifetime", unset.TokenLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            ResumeDays = Number("ResumeDays", unset.ResumeDays, 0, 3650),
            KeepAlive = Time("KeepAlive", unset.KeepAlive, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
            MessagesPerMinute = Number("MessagesPerMinute", unset.MessagesPerMinute, 1, 1_000_000),
            MessagesPerMinutePerAddress = Number("MessagesPerMinutePerAddress", unset.MessagesPerMinutePerAddress, 1, 1_000_000),
            PollsPerMinute = Number("PollsPerMinute", unset.PollsPerMinute, 1, 1_000_000),
            RequestsPerMinute = Number("RequestsPerMinute", unset.RequestsPerMinute, 1, 10_000_000),
            TokensPerMinute = Number("TokensPerMinute", unset.TokensPerMinute, 1, 1_000_000),
            StreamsPerConversation = Number("StreamsPerConversation", unset.StreamsPerConversation, 1, 1000),
            StreamsPerAddress = Number("StreamsPerAddress", unset.StreamsPerAddress, 1, 1_000_000),
            Streams = Number("Streams", unset.Streams, 1, 1_000_000),
        };

        int Number(string key, int value, int least, int most) => section[key] switch
        {
            null or "" => value,
            var text when int.TryParse(text, out var number) && number >= least && number <= most => number,
            var text => throw new SettingsException("DirectLine:" + key, $"phải là số nguyên từ {least} đến {most}, không phải \"{text}\""),
        };

        TimeSpan Time(string key, TimeSpan value, TimeSpan least, TimeSpan most) => section[key] switch
        {
            null or "" => value,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= least && time <= most => time,
            var text => throw new SettingsException("DirectLine:" + key, $"phải là thời gian từ {least:c} đến {most:c} (giờ:phút:giây), không phải \"{text}\""),
        };
    }

    private static string? ReadSecret(string? text) => text switch
    {
        null or "" => null,
        { Length: < LeastSecret } => throw new SettingsException("DirectLine:Secret", $"phải dài ít nhất {LeastSecret} ký tự"),
        _ => text,
    };

    private static string ReadOrigin(IConfigurationSection section) =>
        Origin.Read(section.Value) ?? throw new SettingsException(section.Path, $"phải có dạng https://example.org, không phải \"{section.Value}\"");
}
