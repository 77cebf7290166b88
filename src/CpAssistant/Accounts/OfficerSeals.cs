using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CpAssistant.Accounts;

/// <summary>Seals an officer's second factor with the keys in the data folder, so that a copy of the database alone is of no use; what is one officer's opens for no other.</summary>
internal sealed class OfficerSeals(IDataProtectionProvider protection)
{
    internal string Seal(long officerId, string text) => For(officerId).Protect(text);

    /// <returns>Null where nothing was sealed, or where the keys are gone: an administrator then resets the second factor.</returns>
    internal string? Open(long officerId, string? sealedText)
    {
        try
        {
            return sealedText is null ? null : For(officerId).Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(long officerId) => protection.CreateProtector("CpAssistant.Accounts.SecondFactor", officerId.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
