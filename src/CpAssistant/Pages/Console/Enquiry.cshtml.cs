using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>One enquiry, at <c>/quan-tri/phieu/{reference}</c>: the whole conversation with what was cited, and all that an officer does with it.</summary>
public sealed class EnquiryModel(
    EnquiryStore enquiries, EnquiryReplies replies, ConversationStore conversations, CannedTexts canned, OfficerRegister officers, KnowledgeStore knowledge) : ConsolePage
{
    private const string Path = ConsoleAddress.Root + "/phieu/";
    private const int MostMessages = 500;
    private const int MostBeside = 12;
    private const int MaxNote = 2000;

    private Func<CitedSource, bool>? _isReadable;

    /// <summary>As the address names it.</summary>
    [BindProperty(Name = "reference", SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>A canned text that is to stand in the field of the answer.</summary>
    [BindProperty(Name = "mau", SupportsGet = true)]
    public long? Canned { get; set; }

    /// <summary>Of the enquiry that the officer saw.</summary>
    [BindProperty(Name = "version")]
    public long Version { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    internal Enquiry Enquiry { get; private set; } = null!;

    internal InboxFilter Filter { get; private set; } = null!;

    /// <summary>What stands in the inbox beside it.</summary>
    internal IReadOnlyList<Enquiry> Beside { get; private set; } = [];

    /// <summary>The latest of the conversation; empty once it is erased.</summary>
    internal IReadOnlyList<Message> Messages { get; private set; } = [];

    internal EnquiryContact? Contact { get; private set; }

    internal IReadOnlyList<GivenConsent> Consents { get; private set; } = [];

    internal IReadOnlyList<EnquiryEvent> Events { get; private set; } = [];

    internal IReadOnlyList<ListedOfficer> Officers { get; private set; } = [];

    internal IReadOnlyList<CannedText> CannedTexts { get; private set; } = [];

    /// <summary>What is wrong with what was sent; null where nothing is.</summary>
    internal string? Fault { get; private set; }

    internal DateOnly Today => enquiries.Today;

    /// <returns>From the service's root on.</returns>
    internal static string AddressOf(string reference) => Path + reference;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            await AuditAsync("enquiry.viewed", "enquiry", outcome: AuditOutcome.Refused);
            return NotFound();
        }

        Text = Canned is { } id ? canned.Find(id)?.Text : null;
        await AuditAsync("enquiry.viewed", "enquiry", Reference);
        return Page();
    }

    public Task<IActionResult> OnPostAssignAsync(long? assignee) => DoAsync(edit => enquiries.AssignAsync(edit, assignee is > 0 ? assignee : null), T("Đã giao phiếu.", "Assigned."));

    public Task<IActionResult> OnPostNoteAsync() => WithWordsAsync(Note, MaxNote, (edit, note) => enquiries.NoteAsync(edit, note), T("Đã lưu ghi chú.", "Note saved."));

    public Task<IActionResult> OnPostReplyAsync(bool closes) => WithWordsAsync(
        Text, EnquiryReplies.MaxLength, (edit, text) => replies.SendAsync(edit, text, closes), closes ? T("Đã gửi trả lời và đóng phiếu.", "Answer sent, enquiry closed.") : T("Đã gửi trả lời.", "Answer sent."));

    public Task<IActionResult> OnPostCloseAsync() => DoAsync(edit => enquiries.CloseAsync(edit, closed: true), T("Đã đóng phiếu.", "Enquiry closed."));

    public Task<IActionResult> OnPostReopenAsync() => DoAsync(edit => enquiries.CloseAsync(edit, closed: false), T("Đã mở lại phiếu.", "Enquiry opened again."));

    /// <summary>The conversation in pieces: a message, or the steps of a form, which are shown together.</summary>
    internal IEnumerable<(bool IsForm, IReadOnlyList<Message> Messages)> Parts
    {
        get
        {
            var told = Events.Select(item => item.Sequence).ToHashSet();
            var steps = Messages.Where(message => message is { Author: MessageAuthor.Assistant, Reply.Outcome: Outcome.Handoff } && !told.Contains(message.ReplyTo)).SelectMany(message => new[] { message.Sequence, message.ReplyTo ?? 0 }).ToHashSet();
            var form = new List<Message>();
            foreach (var message in Messages)
            {
                if (steps.Contains(message.Sequence))
                {
                    form.Add(message);
                    continue;
                }

                if (form.Count > 0)
                {
                    yield return (true, [.. form]);
                    form.Clear();
                }

                yield return (false, [message]);
            }

            if (form.Count > 0)
            {
                yield return (true, form);
            }
        }
    }

    internal Delivery DeliveryOf(Message message) => replies.DeliveryOf(message, Enquiry.Channel);

    internal ReplyView ViewOf(Message message) => ReplyView.Plain(this, message.Reply!, _isReadable ??= ReplyView.Readable(knowledge.State));

    /// <summary>Nothing that was written is lost where it cannot be taken.</summary>
    private async Task<IActionResult> WithWordsAsync(string? written, int maxLength, Func<EnquiryEdit, string, Task<EnquiryChange>> change, string done)
    {
        var words = written?.ReplaceLineEndings("\n").Trim() ?? "";
        var fault = words.Length == 0 ? T("Hãy viết nội dung.", "Please write something.")
            : words.Length > maxLength ? T($"Dài quá {maxLength} ký tự; hãy viết ngắn hơn.", $"Longer than {maxLength} characters; please write less.")
            : null;
        return fault is null ? await DoAsync(edit => change(edit, words), done) : await AgainAsync(fault);
    }

    private async Task<IActionResult> DoAsync(Func<EnquiryEdit, Task<EnquiryChange>> change, string done)
    {
        Filter = new InboxFilter(Request.Query);
        var result = await change(new EnquiryEdit(Reference, Version, Me!.Id));
        return result switch
        {
            EnquiryChange.Done => See(Filter.Address(AddressOf(Reference)), done),
            EnquiryChange.Unknown => NotFound(),
            _ => await AgainAsync(T(EnquiryWords.Of(result))),
        };
    }

    private async Task<IActionResult> AgainAsync(string fault)
    {
        Fault = fault;
        if (!await ReadAsync())
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> ReadAsync()
    {
        if (enquiries.Find(Reference) is not { } found)
        {
            return false;
        }

        Enquiry = found;
        Filter = new InboxFilter(Request.Query);
        Beside = enquiries.Search(Filter.ToQuery(Today, TurnTextQuery.Read(Filter["q"])), 0, MostBeside).Enquiries;
        Messages = found.ConversationId is { } id && conversations.Find(id) is { LastSequence: var last } ? conversations.MessagesAfter(id, Math.Max(0, last - MostMessages), MostMessages) : [];
        Contact = enquiries.ContactOf(found.Id);
        Consents = enquiries.ConsentsOf(found.Id);
        Events = enquiries.EventsOf(found.Id);
        Officers = await officers.ListAsync();
        CannedTexts = canned.All();
        return true;
    }
}
