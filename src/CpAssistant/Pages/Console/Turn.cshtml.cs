using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/luot-hoi/{id}</c>: one turn, why it was answered so, and how it would be answered today.</summary>
public sealed class TurnModel(TurnLogStore log, TurnRunner runner, EnquiryStore enquiries, KnowledgeStore knowledge) : ConsolePage
{
    internal TurnDetail Turn { get; private set; } = null!;

    internal TurnReplay Replay { get; private set; } = null!;

    /// <summary>What was sent to the office from the same conversation.</summary>
    internal IReadOnlyList<Enquiry> Enquiries { get; private set; } = [];

    /// <summary>A step of the form: what it led to depended on the enquiry that was being written, which is not kept.</summary>
    internal bool IsOfForm => Turn.Intent == Core.Dialogue.EnquiryDraft.Intent;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (log.Find(id) is not { } turn)
        {
            return NotFound();
        }

        Turn = turn;
        Enquiries = enquiries.OfConversation(turn.ConversationId);
        Replay = TurnReplay.Of(turn, runner, knowledge.Current);
        await AuditAsync(AuditActions.TurnViewed, "turn", id);
        return Page();
    }

    /// <summary>"0,9 ms".</summary>
    internal string Took
    {
        get
        {
            var milliseconds = Turn.Took.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
            return T(milliseconds.Replace('.', ','), milliseconds) + " ms";
        }
    }

    /// <summary>What is different today, in a sentence.</summary>
    internal string Verdict => Replay switch
    {
        _ when IsOfForm => T("Đây là một bước điền phiếu gửi Văn phòng; nội dung phiếu đang viết không được lưu nên không trả lời lại.", "This is a step of the form for the office; the unfinished enquiry is not kept, so it is not played again."),
        { Given: null } => T("Không còn lưu câu trả lời nên không so sánh được.", "The reply is no longer kept, so there is nothing to compare with."),
        { IsSame: true } => T("Không có gì khác: kết quả, câu trả lời và căn cứ vẫn như đã trả lời.", "Nothing differs: outcome, answer and sources are as they were."),
        _ => T("Có khác: ", "Different: ") + string.Join("; ", Differences()) + ".",
    };

    internal ReplyView Given(Reply reply) => new(this, reply, ReplyView.Readable(knowledge.State), Replay.Gone, T("nay không dẫn nữa", "no longer cited"), Replay.OutcomeDiffers, Replay.LeadDiffers);

    internal ReplyView Today => new(this, Replay.Today, ReplyView.Readable(knowledge.State), Replay.New, T("mới dẫn", "newly cited"), Replay.OutcomeDiffers, Replay.LeadDiffers);

    private IEnumerable<string> Differences()
    {
        if (Replay.OutcomeDiffers)
        {
            yield return T("kết quả", "outcome");
        }

        if (Replay.LeadDiffers)
        {
            yield return T("câu trả lời", "answer");
        }

        if (Replay.Gone.Count > 0)
        {
            yield return T($"{Replay.Gone.Count} căn cứ không còn được dẫn", $"sources no longer cited: {Replay.Gone.Count}");
        }

        if (Replay.New.Count > 0)
        {
            yield return T($"{Replay.New.Count} căn cứ mới", $"sources newly cited: {Replay.New.Count}");
        }
    }
}
