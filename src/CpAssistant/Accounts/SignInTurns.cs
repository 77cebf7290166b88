namespace CpAssistant.Accounts;

/// <summary>One attempt at a time to sign in under a normalized name.</summary>
internal sealed class SignInTurns() : NamedLocks(256);
