using System.Globalization;
using System.Net.Mail;
using CpAssistant.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace CpAssistant.Enquiries.Notices;

/// <summary>Section <c>Notices</c>: how officers are told of new and overdue enquiries, beside the console.</summary>
public sealed record NoticeSettings
{
    private const string PasswordKey = "Notices:Mail:Password";

    /// <summary>Where officers reach the console, without a slash at the end; null where notices name no address.</summary>
    public string? Address { get; init; }

    /// <summary>Number of the chat in Telegram that is told; null for none.</summary>
    public long? TelegramChat { get; init; }

    /// <summary>Null where no mail is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>The ways that are set up, by their names in the database.</summary>
    internal IReadOnlyList<string> Ways => [.. new[] { Mail is null ? null : "mail", TelegramChat is null ? null : "telegram" }.OfType<string>()];

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static NoticeSettings Read(IConfiguration configuration)
    {
        if (configuration is IConfigurationRoot root && root.Providers.Any(provider =>
            provider is JsonConfigurationProvider or CommandLineConfigurationProvider && provider.TryGet(PasswordKey, out var password) && !string.IsNullOrEmpty(password)))
        {
            throw new SettingsException(PasswordKey, "chỉ đặt qua biến môi trường Notices__Mail__Password, không đặt trong tệp hay trên dòng lệnh");
        }

        return new NoticeSettings
        {
            Address = ReadAddress(configuration["Notices:Address"]),
            TelegramChat = ReadChat(configuration["Notices:TelegramChat"]),
            Mail = ReadMail(configuration.GetSection("Notices:Mail"), configuration[PasswordKey]),
        };
    }

    private static string? ReadAddress(string? text) => text?.Trim().TrimEnd('/') switch
    {
        null or "" => null,
        var address when Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0 => address,
        _ => throw new SettingsException("Notices:Address", "phải là địa chỉ http hoặc https"),
    };

    private static long? ReadChat(string? text) => text?.Trim() switch
    {
        null or "" => null,
        var number when long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) && chat != 0 => chat,
        _ => throw new SettingsException("Notices:TelegramChat", "phải là số của cuộc trò chuyện, như -1001234567890"),
    };

    private static MailSettings? ReadMail(IConfigurationSection section, string? password)
    {
        if (string.IsNullOrWhiteSpace(section["Host"]))
        {
            return null;
        }

        var port = section["Port"] switch
        {
            null or "" => 587,
            var text when int.TryParse(text, out var number) && number is > 0 and < 65536 => number,
            _ => throw new SettingsException("Notices:Mail:Port", "phải là số cổng"),
        };
        var to = section.GetSection("To").GetChildren().Select(child => child.Value).OfType<string>().Where(value => value.Trim().Length > 0).Select(value => MailBox("Notices:Mail:To", value)).ToList();
        return to.Count == 0
            ? throw new SettingsException("Notices:Mail:To", "phải có ít nhất một địa chỉ thư khi đặt Notices:Mail:Host")
            : new MailSettings(section["Host"]!.Trim(), port, MailBox("Notices:Mail:From", section["From"] ?? ""), to, section["User"]?.Trim() is { Length: > 0 } user ? user : null, string.IsNullOrEmpty(password) ? null : password, section["Tls"] switch
            {
                null or "" => true,
                var text when bool.TryParse(text, out var tls) => tls,
                _ => throw new SettingsException("Notices:Mail:Tls", "phải là true hoặc false"),
            });
    }

    private static string MailBox(string key, string text) =>
        MailAddress.TryCreate(text.Trim(), out var address) ? address.ToString() : throw new SettingsException(key, $"\"{text}\" không phải địa chỉ thư");
}

/// <param name="Password">From the environment only.</param>
/// <param name="Tls">Whether the connection has to be encrypted (STARTTLS).</param>
public sealed record MailSettings(string Host, int Port, string From, IReadOnlyList<string> To, string? User, string? Password, bool Tls)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"mail by {Host}:{Port}";
}
