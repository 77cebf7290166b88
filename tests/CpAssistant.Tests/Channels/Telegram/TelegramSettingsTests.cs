using CpAssistant.Channels.Telegram;
using CpAssistant.Configuration;
using Microsoft.Extensions.Configuration;

namespace CpAssistant.Tests.Channels.Telegram;

public sealed class TelegramSettingsTests
{
    private const string Token = "4242:AAE-secret_part";

    [Fact]
    public void Unset_is_off_and_safe()
    {
        var settings = Read();

        Assert.Null(settings.Token);
        Assert.Null(settings.PublicAddress);
        Assert.Equal((TelegramMode.Polling, "https://api.telegram.org"), (settings.Mode, settings.ApiBaseUrl));
        Assert.Empty(settings.Parks);
    }

    [Fact]
    public void Values_are_read_as_people_write_them()
    {
        var settings = Read(
            ("Token", $" {Token} "), ("Mode", "Webhook"), ("ApiBaseUrl", "http://10.0.0.5:8081/api/"), ("PublicAddress", "https://sxsh.example.vn/"), ("Parks:Long-An_tan-do", " KCN Tân Đô "), ("Parks:empty", ""));

        Assert.Equal((Token, 4242L, TelegramMode.Webhook), (settings.Token, settings.Bot, settings.Mode));
        Assert.Equal(("http://10.0.0.5:8081/api", "https://sxsh.example.vn/telegram/webhook"), (settings.ApiBaseUrl, settings.WebhookAddress));
        Assert.Equal(KeyValuePair.Create("long-an_tan-do", "KCN Tân Đô"), Assert.Single(settings.Parks));
    }

    [Theory]
    [InlineData("Token", "4242:AAE secret")]
    [InlineData("Token", "4242:AAE/../x")]
    [InlineData("Mode", "push")]
    [InlineData("Mode", "0")]
    [InlineData("ApiBaseUrl", "api.telegram.org")]
    [InlineData("ApiBaseUrl", "ftp://api.telegram.org")]
    [InlineData("ApiBaseUrl", "https://api.telegram.org/?a=1")]
    [InlineData("ApiBaseUrl", "https://user:password@api.telegram.org")]
    [InlineData("ApiBaseUrl", "https://api.telegram.org/bot4242:AAE-secret_part")]
    [InlineData("PublicAddress", "sxsh.example.vn")]
    [InlineData("PublicAddress", "http://sxsh.example.vn")]
    [InlineData("PublicAddress", "https://sxsh.example.vn/#a")]
    [InlineData("WebhookSecret", "too-short")]
    [InlineData("WebhookSecret", "sixteen letters and more")]
    [InlineData("Parks:tân đô", "KCN Tân Đô")]
    [InlineData("Parks:a.b", "KCN Tân Đô")]
    public void A_value_that_cannot_be_used_names_its_key(string key, string value) =>
        Assert.StartsWith($"Telegram:{key}:", Assert.Throws<SettingsException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_webhook_needs_an_address() =>
        Assert.StartsWith("Telegram:PublicAddress:", Assert.Throws<SettingsException>(() => Read(("Token", Token), ("Mode", "webhook"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_token_nothing_else_is_needed() => Assert.Null(Read(("Mode", "webhook")).Token);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_token_in_a_file_or_on_the_command_line_is_refused_and_not_repeated(bool inFile)
    {
        using var folder = new TemporaryFolder();
        var builder = new ConfigurationBuilder();
        _ = inFile
            ? builder.AddJsonFile(folder.Write("appsettings.json", $$$"""{"Telegram":{"Token":"{{{Token}}}"}}"""))
            : builder.AddCommandLine([$"--Telegram:Token={Token}"]);

        var message = Assert.Throws<SettingsException>(() => TelegramSettings.Read(builder.Build())).Message;

        Assert.StartsWith("Telegram:Token:", message, StringComparison.Ordinal);
        Assert.Contains("Telegram__Token", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token", "4242:AAE secret", "secret")]
    [InlineData("WebhookSecret", "short-secret", "short-secret")]
    [InlineData("ApiBaseUrl", "https://user:password@api.telegram.org", "password")]
    [InlineData("ApiBaseUrl", "https://api.telegram.org/bot4242:AAE-secret_part", "AAE-secret_part")]
    public void Secrets_are_not_repeated_in_the_fault(string key, string value, string secret) =>
        Assert.DoesNotContain(secret, Assert.Throws<SettingsException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Written_out_the_settings_hold_no_secret()
    {
        var settings = Read(("Token", Token), ("WebhookSecret", "a-secret_of_16-or-more"));

        Assert.DoesNotContain("AAE", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(settings.Secret, settings.ToString(), StringComparison.Ordinal);
    }

    private static TelegramSettings Read(params (string Key, string Value)[] settings) => TelegramSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Telegram:" + setting.Key, (string?)setting.Value))).Build());
}
