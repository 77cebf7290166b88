using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Documents;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CpAssistant.Pages;

/// <summary>The page at <c>/van-ban/{id}</c>: a document with its outline, and cited words marked in it.</summary>
public sealed class DocumentModel(KnowledgeStore store, TimeProvider time) : PageModel
{
    /// <summary>Words of an entry of the list of contents that is no heading.</summary>
    private const int EntryWords = 9;

    [BindProperty(Name = LanguageSwitch.Key, SupportsGet = true)]
    public string? Language { get; set; }

    internal DocumentText Words { get; private set; } = DocumentText.Of(null);

    internal Document Document { get; private set; } = null!;

    /// <summary>The original that stands for this digest; null where it is in use.</summary>
    internal Document? Original { get; private set; }

    internal IReadOnlyList<DocumentBlock> Blocks { get; private set; } = [];

    /// <summary>The block in which the first mark stands; null where nothing is marked.</summary>
    internal DocumentBlock? FirstMarked { get; private set; }

    /// <summary>Whether the address asks for words that are not shown.</summary>
    internal bool HasMarkFault { get; private set; }

    /// <summary>What should be known beside the text, in the language of the page.</summary>
    internal IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Flaws of the text, in Vietnamese, without those that are told elsewhere on the page.</summary>
    internal IReadOnlyList<string> Warnings => [.. Document.Warnings.Where(warning => warning.Code != "missing-annex").Select(warning => warning.Message).Distinct()];

    internal string? NowIn => DocumentView.NowIn(Document, store.Current.Gazetteer, Words);

    /// <summary>Where the document is an answer of the office: that answer.</summary>
    internal OfficeAnswer? OfficeAnswer { get; private set; }

    internal string State => Words.StateOf(DocumentNotes.IsOver(Document, Today));

    internal string Title => Document.Metadata.Title.Length > 0 ? Document.Metadata.Title : Document.File;

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public IActionResult OnGet(string id)
    {
        var state = store.State;
        var shelf = new DocumentShelf(state);
        if (shelf.Find(id) is not { } document)
        {
            return NotFound();
        }

        Words = DocumentText.Of(Language);
        (Document, Original) = (document, shelf.OriginalOf(document));
        OfficeAnswer = state.Snapshot.OfficeAnswers.All.FirstOrDefault(answer => answer.Document == document);
        var places = QuotedPlaces.Read(Request.Query[SourceAddress.Quote], document.Text);
        Blocks = DocumentBlock.Of(document, places.Marks);
        FirstMarked = Blocks.FirstOrDefault(block => block.Pieces.Any(piece => piece.Marked));
        HasMarkFault = places.HasFaults || (places.Marks.Count > 0 && FirstMarked is null);
        Notes = DocumentNotes.Of(document, state.Snapshot, Today, new Phrasebook(state.Snapshot.Language.Replies, Words.IsEnglish));
        return Page();
    }

    /// <returns>Number and heading, or the first words where there is no heading.</returns>
    internal string Entry(DocumentBlock block) => block switch
    {
        { Shape: BlockShape.Heading } => Document.Quote(block.Provision.Span).TrimEnd(':'),
        { Provision.Heading.Length: > 0 } => Document.SectionOf(block.Provision).Split(" › ")[^1],
        _ => AnswerContext.Gist(Document, block.Provision.Span, EntryWords),
    };
}
