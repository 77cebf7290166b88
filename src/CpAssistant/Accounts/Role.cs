namespace CpAssistant.Accounts;

/// <summary>What an officer may do; each role may do all that the one before may.</summary>
public enum Role
{
    Officer = 1,
    Reviewer,
    Administrator,
}
