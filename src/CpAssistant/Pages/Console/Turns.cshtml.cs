using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;
using CpAssistant.TurnLog;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/luot-hoi</c>: the logged turns, filtered.</summary>
public sealed class TurnsModel(TurnLogStore log, KnowledgeStore knowledge) : ConsolePage
{
    private const int OnePage = 50;

    internal TurnFilters Filters { get; private set; } = null!;

    internal TurnPage Found { get; private set; } = null!;

    /// <summary>Whether newer turns than these were found too.</summary>
    internal bool IsFurther { get; private set; }

    /// <summary>Names of provinces, old and new, in the order of the alphabet.</summary>
    internal IEnumerable<string> Provinces => knowledge.Current.Gazetteer.ProvinceNames.OrderBy(VietnameseText.Fold, StringComparer.Ordinal);

    /// <summary>Title and place of the provision that the turns are to cite; null where any will do.</summary>
    internal string? Cited => Filters.Query.Cited is { } place
        ? string.Join(", ", new[] { FigureText.TitleOf(knowledge.Current, place.Document), place.Section }.Where(part => part.Length > 0))
        : null;

    /// <summary>"Tìm thấy 1.204 lượt hỏi".</summary>
    internal string Count => Found switch
    {
        { Count: 0 } => T("Không có lượt hỏi nào phù hợp.", "No turn fits."),
        { IsMore: true } => T($"Tìm thấy hơn {NumberText.Of(Found.Count, "vi")} lượt hỏi, mới nhất trước.", $"More than {NumberText.Of(Found.Count, "en")} turns found, newest first."),
        { Count: 1 } => T("Tìm thấy 1 lượt hỏi.", "1 turn found."),
        _ => T($"Tìm thấy {NumberText.Of(Found.Count, "vi")} lượt hỏi, mới nhất trước.", $"{NumberText.Of(Found.Count, "en")} turns found, newest first."),
    };

    public async Task OnGetAsync()
    {
        Filters = new TurnFilters(Request.Query, knowledge.Current.Gazetteer);
        long? before = long.TryParse(Request.Query[TurnFilters.Before], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        IsFurther = before is not null;
        Found = log.Search(Filters.Query, before, OnePage);
        await AuditAsync(AuditActions.TurnsSearched);
    }

    internal string NameOf(string filter) => filter switch
    {
        TurnFilters.From => T("Từ ngày", "From"),
        TurnFilters.To => T("Đến ngày", "To"),
        TurnFilters.Channel => T("Kênh", "Channel"),
        TurnFilters.Province => T("Tỉnh", "Province"),
        TurnFilters.Intent => T("Loại câu hỏi", "Kind of question"),
        TurnFilters.Outcome => T("Kết quả", "Outcome"),
        TurnFilters.Vote => T("Đánh giá", "Vote"),
        TurnFilters.LeastConfidence => T("Độ tin cậy từ (%)", "Confidence from (%)"),
        TurnFilters.MostConfidence => T("Độ tin cậy đến (%)", "Confidence to (%)"),
        _ => T("Từ trong câu hỏi", "Words of the question"),
    };
}
