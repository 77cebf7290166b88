using CpAssistant.Conversations;

namespace CpAssistant.Pages.Console;

/// <summary>A reply as a page of the console shows it.</summary>
/// <param name="Page">Whose language is spoken.</param>
/// <param name="IsReadable">Whether a source's document still has a page.</param>
/// <param name="Marked">Sources that are marked.</param>
/// <param name="Mark">What the mark says.</param>
/// <param name="OutcomeDiffers">Whether the outcome is marked as different; the lead likewise.</param>
internal sealed record ReplyView(
    ConsolePage Page, Reply Reply, Func<CitedSource, bool> IsReadable, IReadOnlySet<CitedSource> Marked, string Mark, bool OutcomeDiffers, bool LeadDiffers);
