namespace CpAssistant.Accounts;

/// <summary>Why an account cannot be made or changed so.</summary>
public enum OfficerFault
{
    NameShape,
    NameTaken,
    PasswordShort,
    PasswordLong,
    PasswordIsName,
    PasswordCommon,

    /// <summary>There is no such officer, or not any more.</summary>
    NotThere,

    /// <summary>Nobody would be left who can add officers.</summary>
    LastAdministrator,
}
