namespace CpAssistant.Accounts;

/// <summary>What became of an action, as the audit log writes it.</summary>
public static class AuditOutcome
{
    public const string Done = "done";

    /// <summary>It is not allowed.</summary>
    public const string Refused = "refused";

    /// <summary>It was tried and did not come about.</summary>
    public const string Failed = "failed";
}
