using CpAssistant.Channels.DirectLine;
using CpAssistant.Configuration;
using Microsoft.Extensions.Configuration;

namespace CpAssistant.Tests.Channels.DirectLine;

public sealed class SettingsTests
{
    [Fact]
    public void Unset_is_safe()
    {
        var settings = Read();

        Assert.Null(settings.Secret);
        Assert.Empty(settings.AllowedOrigins);
        Assert.Equal(TimeSpan.FromHours(1), settings.TokenLifetime);
    }

    [Fact]
    public void An_origin_is_kept_as_browsers_send_it() =>
        Assert.Equal(["https://a.example", "http://b.example:81"], Read(("AllowedOrigins:0", "https://A.example:443/"), ("AllowedOrigins:1", "http://b.example:81")).AllowedOrigins);

    [Theory]
    [InlineData("Secret", "too-short")]
    [InlineData("TokenLifetime", "00:00:00")]
    [InlineData("TokenLifetime", "soon")]
    [InlineData("TokenLifetime", "2.00:00:00")]
    [InlineData("ResumeDays", "-1")]
    [InlineData("KeepAlive", "01:00:00")]
    [InlineData("MessagesPerMinute", "0")]
    [InlineData("MessagesPerMinutePerAddress", "0")]
    [InlineData("PollsPerMinute", "x")]
    [InlineData("RequestsPerMinute", "0")]
    [InlineData("TokensPerMinute", "1.5")]
    [InlineData("StreamsPerConversation", "0")]
    [InlineData("StreamsPerAddress", "0")]
    [InlineData("Streams", "-5")]
    [InlineData("AllowedOrigins:0", "example.org")]
    [InlineData("AllowedOrigins:0", "https://example.org/page")]
    [InlineData("AllowedOrigins:0", "*")]
    public void A_value_that_cannot_be_used_names_its_key(string key, string value) =>
        Assert.StartsWith($"DirectLine:{key}:", Assert.Throws<SettingsException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_not_repeated_in_the_fault() =>
        Assert.DoesNotContain("too-short", Assert.Throws<SettingsException>(() => Read(("Secret", "too-short"))).Message, StringComparison.Ordinal);

    private static DirectLineSettings Read(params (string Key, string Value)[] settings) => DirectLineSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("DirectLine:" + setting.Key, (string?)setting.Value))).Build());
}
