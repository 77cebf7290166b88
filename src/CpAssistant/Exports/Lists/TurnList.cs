using CpAssistant.KnowledgeBase;
using CpAssistant.Pages.Console;
using CpAssistant.TurnLog;

namespace CpAssistant.Exports.Lists;

/// <summary>The logged turns. Questions and comments are masked before they are logged.</summary>
internal static class TurnList
{
    internal static ListExport? Of(HttpContext context, ConsoleLanguage language)
    {
        var services = context.RequestServices;
        var filters = new TurnFilters(context.Request.Query, services.GetRequiredService<KnowledgeStore>().Current.Gazetteer);
        return filters.Faults.Count > 0 || filters.Query.Text.HasFault ? null : Of(services.GetRequiredService<TurnLogStore>().All(filters.Query), language);
    }

    internal static ListExport Of(IEnumerable<TurnItem> turns, ConsoleLanguage language) => ListExport.Of(
        "luot-hoi",
        language.T("Lượt hỏi", "Turns"),
        [
            ListColumn.Id<TurnItem>(language.T("Số", "No."), turn => turn.Id),
            ListColumn.Time<TurnItem>(language.T("Thời gian", "Time"), turn => turn.At),
            ListColumn.Text<TurnItem>(language.T("Kênh", "Channel"), turn => language.T(TurnText.Channels.NameOf(turn.Channel))),
            ListColumn.LongText<TurnItem>(language.T("Câu hỏi", "Question"), turn => turn.Question),
            ListColumn.Text<TurnItem>(language.T("Loại câu hỏi", "Kind of question"), turn => language.T(TurnText.Intents.NameOf(turn.Intent))),
            ListColumn.Text<TurnItem>(language.T("Tỉnh", "Province"), turn => turn.Province),
            ListColumn.Text<TurnItem>(language.T("Kết quả", "Outcome"), turn => language.T(TurnText.Outcomes.NameOf(turn.Outcome))),
            ListColumn.Share<TurnItem>(language.T("Độ tin cậy", "Confidence"), turn => turn.Confidence),
            ListColumn.Text<TurnItem>(language.T("Đánh giá", "Vote"), turn => turn.Vote == TurnVote.None ? null : language.T(TurnText.Votes.NameOf(turn.Vote))),
            ListColumn.LongText<TurnItem>(language.T("Góp ý", "Comment"), turn => turn.Comment),
        ],
        turns);
}
