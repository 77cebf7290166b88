using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>One answer of the office, at <c>/quan-tri/tra-loi-van-phong/{number}</c>: how it looks, what it would change, its versions.</summary>
public sealed class OfficeAnswerModel(OfficeAnswerStore answers, OfficeAnswerPreview preview, OfficeAnswerStandings standings, KnowledgeStore knowledge, TurnRunner runner, TimeProvider time) : ConsolePage
{
    private const int MaxRemark = 500;

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>That the officer saw.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    [BindProperty(Name = "remark")]
    public string? Remark { get; set; }

    internal OfficeAnswerHistory Answer { get; private set; } = null!;

    /// <summary>The version that is shown: what was proposed, else what is in use, else the latest.</summary>
    internal OfficeAnswerFile Shown { get; private set; } = null!;

    /// <summary>What people who ask so would be told with it in force.</summary>
    internal ReplyView Reply { get; private set; } = null!;

    /// <summary>Of a proposed version: what it would change.</summary>
    internal OfficeAnswerEffect? Effect { get; private set; }

    /// <summary>Another answer that would be given in its place.</summary>
    internal OfficeAnswer? Rival { get; private set; }

    /// <summary>Whether documents answer the question too, in words that the answer does not cite.</summary>
    internal bool HasOriginal { get; private set; }

    internal OfficeAnswerChange? Refusal { get; private set; }

    internal bool MayApprove => answers.MayApprove(Answer, Me!);

    /// <summary>Null where nothing of it is approved.</summary>
    internal OfficeAnswerStanding? Standing { get; private set; }

    internal static string AddressOf(int number) => OfficeAnswersModel.Address + "/" + number.ToString(CultureInfo.InvariantCulture);

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public Task<IActionResult> OnPostApproveAsync() => DoAsync(answers.ApproveAsync(Number, Version, Me!), T("Đã duyệt: từ nay người hỏi được trả lời như vậy.", "Approved: people are given it from now on."));

    public Task<IActionResult> OnPostReturnAsync() => DoAsync(answers.ReturnAsync(Number, Version, Shortened, Me!), T("Đã trả lại cho người soạn.", "Returned to its author."));

    public Task<IActionResult> OnPostWithdrawAsync() => DoAsync(answers.WithdrawAsync(Number, Version, Shortened, Me!), T("Đã thu hồi: câu trả lời không còn được dùng.", "Withdrawn: it is given no more."));

    /// <summary>What is not in force yet has no page that people can open, but this one.</summary>
    internal ReplyView Of(Reply reply)
    {
        var isReadable = ReplyView.Readable(knowledge.State);
        return ReplyView.Plain(
            this,
            reply with { Sources = [.. reply.Sources.Select(source => isReadable(source) || source.Citation.Document != Shown.Name ? source : source with { Address = AddressOf(Number) })] },
            source => isReadable(source) || source.Citation.Document == Shown.Name);
    }

    private string? Shortened => OfficeAnswerDraft.Clean(Remark, MaxRemark);

    private async Task<IActionResult> DoAsync(Task<OfficeAnswerChange> changing, string done)
    {
        var change = await changing;
        if (change == OfficeAnswerChange.Done)
        {
            return See(AddressOf(Number), done);
        }

        Refusal = change;
        if (change == OfficeAnswerChange.Unknown || !Read())
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool Read()
    {
        if (answers.Find(Number) is not { } found)
        {
            return false;
        }

        (Answer, Shown) = (found, found.IsProposed ? found.Latest : found.Shown);
        var with = preview.With(Shown);
        Standing = standings.Of(found);
        var state = ConversationState.Empty with { Province = Shown.Province };
        var outcome = runner.ReplyTo(new Turn(Shown.Questions[0], state, time.GetUtcNow()), with);
        Reply = Of(Conversations.Reply.Of(outcome, with));
        HasOriginal = outcome.Answer.Citations.Any(citation => citation.Source != SourceKind.Office && !Shown.Sources.Any(source => source.File == citation.Document.File && source.Span.Overlaps(citation.Span)));
        Rival = with.OfficeAnswers.Find(Assistant.Understand(Shown.Questions[0], state, with), Today) is { } match && match.Answer.Id != OfficeAnswerFile.IdOf(Number) ? match.Answer : null;
        Effect = found.IsProposed ? preview.Of(Shown, with) : null;
        return true;
    }

    private DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());
}
