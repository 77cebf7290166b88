using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Issues and reads tokens and tickets. All they say is in themselves, sealed, so any process with the same keys reads them.</summary>
public sealed class Tokens(IDataProtectionProvider protection, TimeProvider time, DirectLineSettings settings)
{
    private const int MaxLength = 8192;
    private static readonly TimeSpan TicketLifetime = TimeSpan.FromMinutes(2);
    private readonly IDataProtector _tokens = protection.CreateProtector("CpAssistant.DirectLine.Token.1");
    private readonly IDataProtector _tickets = protection.CreateProtector("CpAssistant.DirectLine.StreamTicket.1");

    /// <summary>Seconds that a token issued now is taken.</summary>
    public int ExpiresIn => (int)settings.TokenLifetime.TotalSeconds;

    /// <returns>A token for a conversation of its own.</returns>
    public Token New(TokenKind kind, string? user, string? locale, string? province, IReadOnlyList<string> origins) =>
        new(NewId(), user ?? "dl_" + NewId(), locale, province, origins, kind, time.GetUtcNow() + settings.TokenLifetime);

    /// <returns>The token's text, to be taken for a whole lifetime from now.</returns>
    public string Issue(Token token) =>
        _tokens.Protect(JsonSerializer.Serialize(token with { Expires = time.GetUtcNow() + settings.TokenLifetime }, JsonText.Line));

    public string IssueTicket(Token token, long watermark) =>
        _tickets.Protect(JsonSerializer.Serialize(new StreamTicket(token.Conversation, watermark, token.Origins, time.GetUtcNow() + TicketLifetime), JsonText.Line));

    public TokenReading Read(string? text) =>
        Unsealed<Token>(_tokens, text) is not { } token ? new TokenReading.Forged()
        : token.Expires > time.GetUtcNow() ? new TokenReading.Valid(token)
        : new TokenReading.Expired(token);

    /// <returns>The ticket, and whether it is too old; null where it was not issued here.</returns>
    public (StreamTicket Ticket, bool Expired)? ReadTicket(string? text) =>
        Unsealed<StreamTicket>(_tickets, text) is { } ticket ? (ticket, ticket.Expires <= time.GetUtcNow()) : null;

    /// <returns>Whether the conversation of an expired token can still be taken up.</returns>
    public bool CanResume(Token token) => time.GetUtcNow() <= token.Expires + TimeSpan.FromDays(settings.ResumeDays);

    /// <summary>Takes as long for a wrong secret as for the right one.</summary>
    public bool IsSecret(string? text) =>
        settings.Secret is { } secret && text is { Length: <= MaxLength }
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static T? Unsealed<T>(IDataProtector protector, string? text)
        where T : class
    {
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(text), JsonText.Line);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <returns>22 letters and digits, 128 random bits.</returns>
    private static string NewId() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 22);
}
