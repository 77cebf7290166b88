using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CpAssistant.Accounts;

internal static class OfficerPasswords
{
    /// <summary>What OWASP advises for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet, 2023); about 0.1 s here. Identity hashes older ones anew as they are used.</summary>
    private const int Iterations = 210_000;

    internal static IPasswordHasher<Officer> Hasher { get; } = new PasswordHasher<Officer>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
}
