using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.Pages.Console;

namespace CpAssistant.Exports.Lists;

/// <summary>The groups of unmet questions. Questions are masked before they are logged.</summary>
internal static class QuestionGroupList
{
    /// <summary>Each batch sums up all groups again, so that few are better; SQLite takes some 32,000 values at once.</summary>
    private const int InBatch = 20_000;

    internal static ListExport Of(HttpContext context, ConsoleLanguage language)
    {
        var services = context.RequestServices;
        var query = new GroupFilters(context.Request.Query, services.GetRequiredService<KnowledgeStore>().Current.Gazetteer).Query;
        return Of(All(services.GetRequiredService<QuestionGroups>(), query), language);
    }

    private static ListExport Of(IEnumerable<QuestionGroup> groups, ConsoleLanguage language) => ListExport.Of(
        "cau-hoi",
        language.T("Câu hỏi chưa đáp ứng", "Unmet questions"),
        [
            ListColumn.LongText<QuestionGroup>(language.T("Câu hỏi (mới nhất)", "Question (newest)"), group => group.Newest.Question),
            ListColumn.Number<QuestionGroup>(language.T("Số lượt", "Turns"), group => group.Count),
            ListColumn.Number<QuestionGroup>(language.T("Chưa trả lời được", "Not answered"), group => group.NotFound),
            ListColumn.Number<QuestionGroup>(language.T("Hỏi lại", "Asked back"), group => group.Clarifications),
            ListColumn.Number<QuestionGroup>(language.T("Đánh giá chưa tốt", "Voted not helpful"), group => group.Unhelpful),
            ListColumn.Text<QuestionGroup>(language.T("Tỉnh", "Provinces"), group => string.Join(", ", group.Provinces.Select(province => province.Name))),
            ListColumn.Time<QuestionGroup>(language.T("Lần đầu", "Oldest"), group => group.First),
            ListColumn.Time<QuestionGroup>(language.T("Lần cuối", "Newest"), group => group.Last),
        ],
        groups);

    private static IEnumerable<QuestionGroup> All(QuestionGroups groups, GroupQuery query)
    {
        for (var skip = 0; groups.Search(query, skip, InBatch).Groups is { Count: > 0 } batch; skip += InBatch)
        {
            foreach (var group in batch)
            {
                yield return group;
            }
        }
    }
}
