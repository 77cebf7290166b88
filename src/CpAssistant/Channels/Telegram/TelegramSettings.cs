using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CpAssistant.Configuration;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace CpAssistant.Channels.Telegram;

/// <summary>Section <c>Telegram</c>.</summary>
public sealed record TelegramSettings
{
    internal const string WebhookPath = "/telegram/webhook";

    private const string DefaultBase = "https://api.telegram.org";
    private const int MostTokenCharacters = 200;

    /// <summary>From the environment only; null where the channel is off.</summary>
    public string? Token { get; init; }

    public TelegramMode Mode { get; init; } = TelegramMode.Polling;

    /// <summary>Address of the Bot API, without a slash at the end.</summary>
    public string ApiBaseUrl { get; init; } = DefaultBase;

    /// <summary>Where people and Telegram reach the service, without a slash at the end; null where they cannot, and answers have no links then.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>1 to 256 of A–Z a–z 0–9 _ -; null for one that is derived from the token.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Names of industrial parks by the code that a link opens the chat with: "long-an_tan-do" → "KCN Tân Đô".</summary>
    public IReadOnlyDictionary<string, string> Parks { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a call that fetches nothing may take; no setting, only tests have less patience.</summary>
    internal TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The number that a token begins with; ids of updates, chats and messages are the bot's.</summary>
    internal long Bot => Token is { } token && long.TryParse(token.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bot) ? bot : 0;

    /// <summary>What Telegram tells with each call of the webhook.</summary>
    internal string Secret => WebhookSecret ?? WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token ?? ""), "telegram webhook"u8));

    internal string WebhookAddress => PublicAddress + WebhookPath;

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"Telegram ({(Token is null ? "off" : Mode)}, {ApiBaseUrl})";

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static TelegramSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Telegram");
        RefuseOpen("Token", configuration);
        RefuseOpen("WebhookSecret", configuration);
        var settings = new TelegramSettings
        {
            Token = ReadToken(section["Token"]),
            Mode = ReadMode(section["Mode"]),
            ApiBaseUrl = ReadAddress("ApiBaseUrl", section["ApiBaseUrl"], needsTls: false) ?? DefaultBase,
            PublicAddress = ReadAddress("PublicAddress", section["PublicAddress"], needsTls: true),
            WebhookSecret = ReadSecret(section["WebhookSecret"]),
            Parks = section.GetSection("Parks").GetChildren().Where(park => !string.IsNullOrWhiteSpace(park.Value)).ToDictionary(park => ReadCode(park.Key), park => park.Value!.Trim()),
        };
        return settings is { Token: not null, Mode: TelegramMode.Webhook, PublicAddress: null }
            ? throw new SettingsException("Telegram:PublicAddress", "phải đặt (https://…) khi Telegram:Mode là webhook")
            : settings;
    }

    /// <summary>Files are copied and committed, command lines are seen by everyone on the machine.</summary>
    private static void RefuseOpen(string key, IConfiguration configuration)
    {
        var open = configuration is IConfigurationRoot root
            && root.Providers.Any(provider => provider is JsonConfigurationProvider or CommandLineConfigurationProvider && provider.TryGet("Telegram:" + key, out var value) && !string.IsNullOrEmpty(value));
        if (open)
        {
            throw new SettingsException("Telegram:" + key, $"chỉ đặt qua biến môi trường Telegram__{key}, không đặt trong tệp hay trên dòng lệnh");
        }
    }

    private static string? ReadToken(string? text) => text?.Trim() switch
    {
        null or "" => null,
        var token when token.Length <= MostTokenCharacters && token.All(letter => char.IsAsciiLetterOrDigit(letter) || ":_-".Contains(letter)) => token,
        _ => throw new SettingsException("Telegram:Token", "không đúng dạng; mã của BotFather có dạng 123456789:chữ-và-số"),
    };

    private static TelegramMode ReadMode(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "polling" => TelegramMode.Polling,
        "webhook" => TelegramMode.Webhook,
        _ => throw new SettingsException("Telegram:Mode", $"phải là polling hoặc webhook, không phải \"{text}\""),
    };

    /// <summary>Telegram calls and shows https only; a test server on this machine may do without.</summary>
    private static string? ReadAddress(string key, string? text, bool needsTls) => text?.Trim().TrimEnd('/') switch
    {
        null or "" => null,
        // One with the token in it would come to stand in the log.
        var address when !address.Contains("/bot", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (uri.IsLoopback || !needsTls))) => address,
        _ => throw new SettingsException("Telegram:" + key, $"phải là địa chỉ {(needsTls ? "https" : "http hoặc https")}, không kèm tên đăng nhập, tham số hay mã của bot"),
    };

    private static string? ReadSecret(string? text) => text switch
    {
        null or "" => null,
        { Length: >= 16 and <= 256 } when text.All(letter => char.IsAsciiLetterOrDigit(letter) || "_-".Contains(letter)) => text,
        _ => throw new SettingsException("Telegram:WebhookSecret", "phải gồm 16 đến 256 ký tự A-Z a-z 0-9 _ -"),
    };

    private static string ReadCode(string code) => StartPayload.IsCode(code) ? code.ToLowerInvariant()
        : throw new SettingsException("Telegram:Parks:" + code, "mã gồm tối đa 64 ký tự A-Z a-z 0-9 _ -, dạng ten-tinh_ten-khu");
}
