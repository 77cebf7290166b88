using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.Storage;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>Writing an office's answer, at <c>/quan-tri/tra-loi-van-phong/soan</c>, a new version of one behind its number.</summary>
public sealed class OfficeAnswerEditModel(
    OfficeAnswerStore answers, KnowledgeStore knowledge, EnquiryStore enquiries, ConversationStore conversations, TurnLogStore log, QuestionGroups groups, LearningSettings settings, TimeProvider time) : ConsolePage
{
    internal const string Address = OfficeAnswersModel.Address + "/soan";

    private const int MostFound = 8;

    /// <summary>UTF-16 units of the source that can be quoted at once.</summary>
    private const int LongestQuote = 4000;
    private const int MostWordings = 5;

    /// <summary>Null for a new answer.</summary>
    [BindProperty(Name = "number", SupportsGet = true)]
    public int? Number { get; set; }

    /// <summary>The version that this one is made from; 0 for a new answer.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    /// <summary>Reference of the enquiry that it comes from.</summary>
    [BindProperty(Name = "phieu", SupportsGet = true)]
    public string? Enquiry { get; set; }

    /// <summary>The turn that it comes from.</summary>
    [BindProperty(Name = "luot", SupportsGet = true)]
    public long? Turn { get; set; }

    /// <summary>The group of unmet questions that it comes from.</summary>
    [BindProperty(Name = "nhom", SupportsGet = true)]
    public long? Group { get; set; }

    /// <summary>A line a way to ask.</summary>
    [BindProperty(Name = "questions")]
    public string? Questions { get; set; }

    [BindProperty(Name = "province")]
    public string? Province { get; set; }

    [BindProperty(Name = "answer")]
    public string? Answer { get; set; }

    [BindProperty(Name = "english")]
    public string? English { get; set; }

    /// <summary>"2027-11-22".</summary>
    [BindProperty(Name = "expires")]
    public string? Expires { get; set; }

    /// <summary>Quotations that were chosen: "12-80 plan.md".</summary>
    [BindProperty(Name = "sources")]
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>A line a source that is not at hand.</summary>
    [BindProperty(Name = "others")]
    public string? Others { get; set; }

    /// <summary>What quotations are looked for by.</summary>
    [BindProperty(Name = "find")]
    public string? Text { get; set; }

    /// <summary>Quotations to choose from: those chosen first.</summary>
    internal IReadOnlyList<(string Key, bool IsChosen, OfficeSource Source, string Place)> Choices { get; private set; } = [];

    internal IReadOnlyList<OfficeAnswerFault> Faults { get; private set; } = [];

    internal OfficeAnswerChange? Refusal { get; private set; }

    /// <summary>Whether it was looked for and nothing was found.</summary>
    internal bool FoundNothing { get; private set; }

    internal IReadOnlyList<string> Provinces => [.. knowledge.Current.Gazetteer.ProvinceNames.OrderBy(VietnameseText.Fold, StringComparer.Ordinal)];

    internal DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    public IActionResult OnGet()
    {
        Expires = Stored.Day(Today.AddMonths(settings.ValidMonths));
        var known = Number is { } number ? FillFrom(answers.Find(number))
            : Enquiry is { } reference ? FillFrom(enquiries.Find(reference))
            : Group is { } group ? FillFrom(groups.Find(group))
            : Turn is not { } turn || FillFrom(log.Find(turn));
        if (!known)
        {
            return NotFound();
        }

        Choices = [.. Chosen()];
        return Page();
    }

    /// <summary>Looks for quotations; nothing that was written is lost.</summary>
    public IActionResult OnPostFind()
    {
        var chosen = Chosen().ToList();
        var found = string.IsNullOrWhiteSpace(Text) ? [] : knowledge.Current.Provisions.Nearest(Text, MostFound)
            .Select(item => Choice(new OfficeSource(null, item.Document.File, item.Provision.Span, item.Document.Quote(item.Provision.Span)), isChosen: false))
            .Where(choice => chosen.TrueForAll(other => other.Key != choice.Key)).ToList();
        (Choices, FoundNothing) = ([.. chosen, .. found], found.Count == 0);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        Choices = [.. Chosen()];
        var draft = new OfficeAnswerDraft(
            [.. Lines(Questions).Distinct()],
            string.IsNullOrEmpty(Province) ? null : Province,
            OfficeAnswerDraft.Clean(Answer),
            OfficeAnswerDraft.Clean(English) is { Length: > 0 } english ? english : null,
            [.. Choices.Where(choice => choice.IsChosen).Select(choice => choice.Source), .. Lines(Others).Select(text => new OfficeSource(text, null, default, null))],
            DateOnly.TryParseExact(Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Enquiry is null ? null : enquiries.Find(Enquiry)?.Reference);
        Faults = [.. draft.Faults(knowledge.Current, Today)];
        if (Faults.Count == 0)
        {
            var (change, number) = await answers.ProposeAsync(draft, Number, Version, Me!);
            if (change == OfficeAnswerChange.Done)
            {
                return See(OfficeAnswerModel.AddressOf(number), T("Đã lưu. Hãy xem trước rồi duyệt.", "Kept. Please look it over, then approve it."));
            }

            Refusal = change;
        }

        Response.StatusCode = Refusal is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    private bool FillFrom(OfficeAnswerHistory? answer)
    {
        if (answer is null)
        {
            return false;
        }

        var latest = answer.Latest;
        (Version, Questions, Province, Answer, English, Enquiry) = (latest.Version, string.Join('\n', latest.Questions), latest.Province, latest.Answer, latest.English, latest.Enquiry);
        Sources = [.. latest.Sources.Where(source => source.File is not null).Select(KeyOf)];
        Others = string.Join('\n', latest.Sources.Select(source => source.Text).OfType<string>());
        // An answer is renewed by keeping it once more.
        Expires = latest.ExpiresOn > Today.AddDays(settings.RenewalDays) ? Stored.Day(latest.ExpiresOn) : Expires;
        return true;
    }

    private bool FillFrom(Enquiry? enquiry)
    {
        if (enquiry is null || enquiry.IsErased)
        {
            return false;
        }

        (Questions, Province) = (OneLine(enquiry.Question), Known(enquiry.Province));
        // The officer's words stand under the line that says whose answer it is.
        Answer = enquiry.ConversationId is { } id && conversations.MessagesAfter(id, enquiry.OpenedIn, 500).LastOrDefault(message => message.Author == MessageAuthor.Officer) is { } said
            ? string.Join('\n', said.Text.Split('\n').Skip(1))
            : null;
        return true;
    }

    private bool FillFrom(TurnDetail? turn)
    {
        if (turn is null)
        {
            return false;
        }

        (Questions, Province, Turn) = (OneLine(turn.Question), Known(turn.Province), turn.Id);
        return true;
    }

    /// <summary>The ways of asking that were used most.</summary>
    private bool FillFrom(QuestionGroupDetail? group)
    {
        if (group is null)
        {
            return false;
        }

        Questions = string.Join('\n', group.Wordings.Select(wording => OneLine(wording.Question)).Distinct().Take(MostWordings));
        // One of several who names a province does not speak for the others.
        Province = group.Group.Provinces is [var only] && only.Count == group.Group.Count ? Known(only.Name) : null;
        return true;
    }

    /// <returns>Null where it is none, or several.</returns>
    private string? Known(string? province) => province is not null && knowledge.Current.Gazetteer.FindProvince(province) is { } known ? known.Name : null;

    private IEnumerable<(string Key, bool IsChosen, OfficeSource Source, string Place)> Chosen() => Sources.Distinct().Take(20).Select(SourceOf).OfType<OfficeSource>().Select(source => Choice(source, isChosen: true));

    private (string Key, bool IsChosen, OfficeSource Source, string Place) Choice(OfficeSource source, bool isChosen) =>
        (KeyOf(source), isChosen, source, knowledge.Current.Documents.FirstOrDefault(document => document.File == source.File)?.Metadata.Title ?? source.File!);

    private static string KeyOf(OfficeSource source) => string.Create(CultureInfo.InvariantCulture, $"{source.Span.Start}-{source.Span.End} {source.File}");

    /// <summary>What a browser sends need not be what it was given.</summary>
    /// <returns>Null for no such place; without words where the document no longer has it.</returns>
    private OfficeSource? SourceOf(string key)
    {
        if (key.Split(' ', 2) is not [var place, { Length: > 0 and <= 255 } file] || place.Split('-') is not [var first, var last]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start) || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end))
        {
            return null;
        }

        var document = knowledge.Current.Documents.FirstOrDefault(document => document.File == file);
        var isThere = document is not null && start < end && end - start <= LongestQuote && end <= document.Text.Length && document.Provisions.Any(provision => provision.Span.Contains(new TextSpan(start, end)));
        return new OfficeSource(null, file, new TextSpan(start, end), isThere ? document!.Quote(new TextSpan(start, end)) : null);
    }

    private static IEnumerable<string> Lines(string? text) => OfficeAnswerDraft.Clean(text).Split('\n').Select(OneLine).Where(line => line.Length > 0).Take(100);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
