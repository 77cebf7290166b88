using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

internal sealed class OfficerLookup : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : OfficerName.Normalize(name);

    public string? NormalizeEmail(string? email) => throw new NotSupportedException("officers have no e-mail address");
}
