namespace CpAssistant.Accounts;

/// <summary>Someone who may sign in to the console, as ASP.NET Core Identity changes them; written by <see cref="OfficerStore"/>.</summary>
public sealed class Officer
{
    public long Id { get; init; }

    public string Name { get; set; } = "";

    public string NormalizedName { get; set; } = "";

    public Role Role { get; init; } = Role.Officer;

    public string PasswordHash { get; set; } = "";

    /// <summary>Whether the password was chosen by someone else, so that nothing can be done before it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Sessions that were begun under another one are over.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Sign-ins that failed in a row.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool TwoFactor { get; set; }

    /// <summary>Base32; null where none was made, or where the keys that it was sealed with are gone.</summary>
    public string? AuthenticatorKey { get; set; }

    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Of the row that this was read from.</summary>
    public long Version { get; set; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>What the audit log is told together with the next change of the row.</summary>
    internal List<AuditEntry> Told { get; } = [];
}
