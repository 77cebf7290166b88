using System.Text.Json.Serialization;

namespace CpAssistant.Core.Dialogue;

/// <summary>What one turn hands on to the next; plain data, to be stored as JSON.</summary>
public sealed record ConversationState
{
    /// <summary>How many enquiries of one conversation can be added to.</summary>
    public const int RememberedEnquiries = 5;

    public static ConversationState Empty { get; } = new();

    /// <summary>Utterances that still bear on the conversation, oldest first, at most <see cref="Assistant.RememberedUtterances"/>.</summary>
    public IReadOnlyList<string> Utterances { get; init; } = [];

    /// <summary>Ids of the agencies that the last answer named.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Province that the person has chosen, for questions that name none; null where none is chosen.</summary>
    public string? Province { get; init; }

    /// <summary>"vi" or "en", of what was said last or of what was chosen; null where neither is known.</summary>
    public string? Language { get; init; }

    /// <summary>Industrial park that the person's enterprise is in, as it is called; null where none is known.</summary>
    public string? Park { get; init; }

    /// <summary>References of the enquiries that were sent from here, latest last, at most <see cref="RememberedEnquiries"/>.</summary>
    public IReadOnlyList<string> Enquiries { get; init; } = [];

    /// <summary>What the form asked for last; null where no enquiry is being written.</summary>
    public EnquiryStep? Step { get; init; }

    /// <summary>The enquiry that is being written; null for none. Kept apart from the rest, since it may hold personal data.</summary>
    [JsonIgnore]
    public EnquiryDraft? Draft { get; init; }

    /// <returns>The state as if this had not been said; the same where it no longer bears on the conversation anyway.</returns>
    public ConversationState Without(string utterance)
    {
        var kept = Utterances.ToList();
        var last = kept.FindLastIndex(said => said == utterance.Trim());
        if (last < 0)
        {
            return this;
        }

        kept.RemoveAt(last);
        return this with { Utterances = kept };
    }
}
