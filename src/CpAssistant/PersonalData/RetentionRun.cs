namespace CpAssistant.PersonalData;

/// <summary>What one run of the retention removed.</summary>
/// <param name="Contacts">Enquiries whose contact and notes were removed.</param>
/// <param name="Compacted">The database file was written anew afterwards.</param>
public sealed record RetentionRun(DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Contacts, int Conversations, int Drafts, bool Compacted)
{
    internal bool RemovedAnything => Contacts + Conversations + Drafts > 0;
}
