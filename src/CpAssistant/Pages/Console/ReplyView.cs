using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Pages.Console;

/// <summary>A reply as a page of the console shows it.</summary>
/// <param name="Page">Whose language is spoken.</param>
/// <param name="IsReadable">Whether a source's document still has a page.</param>
/// <param name="Marked">Sources that are marked.</param>
/// <param name="Mark">What the mark says.</param>
/// <param name="OutcomeDiffers">Whether the outcome is marked as different; the lead likewise.</param>
internal sealed record ReplyView(
    ConsolePage Page, Reply Reply, Func<CitedSource, bool> IsReadable, IReadOnlySet<CitedSource> Marked, string Mark, bool OutcomeDiffers, bool LeadDiffers)
{
    /// <summary>As it was given, compared with nothing.</summary>
    internal static ReplyView Plain(ConsolePage page, Reply reply, Func<CitedSource, bool> isReadable) => new(page, reply, isReadable, new HashSet<CitedSource>(), "", OutcomeDiffers: false, LeadDiffers: false);

    /// <returns>Tells whether a source's document still has a page.</returns>
    internal static Func<CitedSource, bool> Readable(KnowledgeState knowledge)
    {
        var files = knowledge.Load.Files.OfType<FileReport.Accepted>().Select(file => file.Document.File).Concat(knowledge.Snapshot.OfficeAnswers.All.Select(answer => answer.Document.File)).ToHashSet();
        return source => files.Contains(source.Citation.Document);
    }
}
