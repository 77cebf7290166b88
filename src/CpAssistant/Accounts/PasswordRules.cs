using CpAssistant.Core.Text;

namespace CpAssistant.Accounts;

/// <summary>
/// What a password must be: long, not the name, none of those that everyone tries first. There are no rules of composition and no
/// expiry: NIST SP 800-63B (5.1.1.2) advises against them, since people meet them in ways that are easy to guess ("Matkhau@2024").
/// </summary>
internal static class PasswordRules
{
    internal const int LeastCharacters = 12;

    /// <summary>Room for any sentence; more only costs work to hash.</summary>
    internal const int MostCharacters = 128;

    /// <summary>Fewer different characters than this are a pattern ("abababababab").</summary>
    private const int LeastDifferent = 5;

    /// <summary>What is left of those that head the lists of leaked passwords once shorter ones are out, and what an office here would hit upon.</summary>
    private static readonly HashSet<string> Common =
    [
        "123456789012", "1234567890123", "12345678901234", "123456789123", "012345678901", "0123456789012", "098765432109", "1234567890qwe",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiop1234", "qwertyuiopas", "qwertyuiop[]", "qwerty123456", "qwerty12345678", "123456qwerty", "qwertyqwerty", "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "zaq12wsxcde3", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u8i", "q1w2e3r4t5y6", "qazwsxedcrfv", "zxcvbnm12345", "asdfghjkl123", "asdfghjkl1234",
        "password1234", "password12345", "password123456", "passwordpassword", "mypassword123", "p@ssw0rd1234", "p@ssword1234", "passw0rd1234", "letmein12345", "iloveyou1234", "iloveyouforever",
        "administrator", "administrator1", "administrator123", "admin1234567", "admin12345678", "admin123456789", "adminadminadmin", "adminpassword", "superadmin123", "welcome12345", "changeme1234", "changemenow1",
        "matkhau12345", "matkhau123456", "matkhaumatkhau", "matkhau@1234", "matkhau@12345", "matkhau@2024", "matkhau@2025", "matkhau@2026", "quantrivien", "quantrivien1", "quantrivien123", "quantri12345", "quantri123456",
        "vietnam12345", "vietnam123456", "vietnamvodich", "anhyeuem1234", "anhyeuem12345", "emyeuanh1234", "yeuanhnhieulam", "khongcomatkhau", "socongthuong", "socongthuong1", "socongthuong123", "sanxuatsachhon", "sanxuatsachhon1", "sanxuatsachhon123",
        "congthuong123", "tietkiemnangluong", "cleanerproduction", "cpassistant123",
    ];

    /// <returns>Null where it may be used.</returns>
    /// <param name="name">Of the account.</param>
    internal static OfficerFault? Check(string password, string name)
    {
        var plain = VietnameseText.Normalize(password);
        return password.Length < LeastCharacters ? OfficerFault.PasswordShort
            : password.Length > MostCharacters ? OfficerFault.PasswordLong
            : IsName(plain, OfficerName.Normalize(name)) ? OfficerFault.PasswordIsName
            : Common.Contains(plain) || plain.Distinct().Count() < LeastDifferent || IsRow(plain) ? OfficerFault.PasswordCommon
            : null;
    }

    /// <summary>The name, also twice or with a number behind.</summary>
    private static bool IsName(string password, string name) =>
        password.TrimEnd([.. "0123456789!@#$%.*_- "]).Replace(name, "", StringComparison.Ordinal).Length == 0 && password.Contains(name, StringComparison.Ordinal);

    /// <summary>"abcdefghijkl", "987654321098".</summary>
    private static bool IsRow(string password)
    {
        var steps = password.Zip(password.Skip(1), (left, right) => right - left).Distinct().ToList();
        return steps is [_] || (steps.Count == 2 && steps.TrueForAll(step => step is 1 or -9 or -1 or 9));
    }
}
