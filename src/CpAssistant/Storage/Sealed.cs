using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CpAssistant.Storage;

/// <summary>Values that stand encrypted in the database; the keys are kept apart from it.</summary>
/// <param name="purpose">Keeps what is sealed for one use from being read as another.</param>
public sealed class Sealed<T>(IDataProtectionProvider protection, string purpose)
    where T : class
{
    private readonly IDataProtector _protector = protection.CreateProtector("CpAssistant." + purpose);

    /// <returns>Null for null.</returns>
    public string? Seal(T? value) => value is null ? null : _protector.Protect(JsonSerializer.Serialize(value, JsonText.Line));

    /// <returns>Null for null, and for what was sealed with a key that is gone or by another version of the program.</returns>
    public T? Unseal(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(_protector.Unprotect(text), JsonText.Line);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
