namespace CpAssistant.Accounts;

/// <summary>Why an officer's own account was not changed.</summary>
internal sealed record OwnAccountFault((string Vietnamese, string English) Words);
