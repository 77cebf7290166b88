using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;
using CpAssistant.LookUp;
using CpAssistant.Pages.Console;
using CpAssistant.Pages.LookUp;

namespace CpAssistant.Exports.Lists;

/// <summary>Targets, proposals and results, as the page shows them: those of the whole country beside those of the provinces.</summary>
internal static class TargetList
{
    internal static ListExport? Of(HttpContext context, ConsoleLanguage language)
    {
        var knowledge = context.RequestServices.GetRequiredService<KnowledgeStore>().Current;
        var (faults, filter) = TargetsModel.ReadFilter(context.Request.Query, new LookUpReader(knowledge));
        var say = new Phrasebook(knowledge.Language.Replies, language.Code == "en");
        return faults.Count > 0 ? null : ListExport.Of<Target>(
            "chi-tieu",
            language.T("Mục tiêu, đề xuất, kết quả", "Targets, proposals, results"),
            [
                ListColumn.Text<Target>(language.T("Loại", "Nature"), fact => language.T(FactWords.Of(fact.Nature).Vietnamese, FactWords.Of(fact.Nature).English)),
                ListColumn.Text<Target>(language.T("Chỉ tiêu", "Indicator"), fact => say.English && fact.Indicator is { } indicator ? indicator.En : fact.Indicator?.Vi ?? fact.Label),
                .. FactColumns.Place<Target>(knowledge.Gazetteer, language),
                ListColumn.Text<Target>(language.T("Giá trị", "Value"), fact => say.Of(fact.Value)),
                ListColumn.Number<Target>(language.T("Từ", "From"), fact => (double)fact.Value.From),
                ListColumn.Number<Target>(language.T("Đến", "To"), fact => (double)fact.Value.To),
                ListColumn.Text<Target>(language.T("Đơn vị", "Unit"), fact => fact.Value.Unit),
                ListColumn.Text<Target>(language.T("Đối tượng", "Of"), fact => fact.Scope),
                ListColumn.Text<Target>(language.T("Giai đoạn", "Period"), fact => FactColumns.Period(fact.Period, language)),
                ListColumn.Text<Target>(language.T("Năm đích", "Target year"), fact => PeriodFilter.YearOf(fact.Period)?.ToString(CultureInfo.InvariantCulture)),
                .. FactColumns.Source<Target>(context.Request, language),
            ],
            [.. filter.WithNational(knowledge).OrderBy(fact => fact.Nature)]);
    }
}
