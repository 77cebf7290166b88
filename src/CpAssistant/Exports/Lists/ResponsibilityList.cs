using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;
using CpAssistant.LookUp;
using CpAssistant.Pages.Console;
using CpAssistant.Pages.LookUp;

namespace CpAssistant.Exports.Lists;

/// <summary>Who does what, with what has become of whom.</summary>
internal static class ResponsibilityList
{
    internal static ListExport? Of(HttpContext context, ConsoleLanguage language)
    {
        var knowledge = context.RequestServices.GetRequiredService<KnowledgeStore>().Current;
        var (faults, filter) = ResponsibilitiesModel.ReadFilter(context.Request.Query, new LookUpReader(knowledge));
        var gazetteer = knowledge.Gazetteer;
        return faults.Count > 0 ? null : ListExport.Of<Responsibility>(
            "phan-cong",
            language.T("Phân công nhiệm vụ", "Responsibilities"),
            [
                ListColumn.Text<Responsibility>(language.T("Cơ quan", "Body"), fact => fact.Agency.Name),
                ListColumn.Text<Responsibility>(language.T("Cơ quan hiện nay", "Body of today"), fact => gazetteer.SuccessorOf(fact.Agency)?.Agency.Name),
                ListColumn.Text<Responsibility>(language.T("Căn cứ thay đổi", "Basis of the change"), fact => Basis(gazetteer.SuccessorOf(fact.Agency)?.Step, language)),
                .. FactColumns.Place<Responsibility>(gazetteer, language),
                ListColumn.Text<Responsibility>(language.T("Vai trò", "Role"), fact => language.T(FactWords.Of(fact.Role).Vietnamese, FactWords.Of(fact.Role).English)),
                ListColumn.LongText<Responsibility>(language.T("Nhiệm vụ", "Task"), fact => fact.Document.Quote(TaskWords.Of(fact))),
                ListColumn.Text<Responsibility>(language.T("Loại việc", "Kind of task"), fact => string.Join("; ", knowledge.TaskKindsOf(fact).Select(task => language.T(task.Vi, task.En)))),
                ListColumn.Text<Responsibility>(language.T("Cùng với", "With"), fact => string.Join("; ", fact.Partners.Select(partner => partner.Name))),
                ListColumn.Text<Responsibility>(language.T("Giai đoạn", "Period"), fact => fact.Document.Metadata.Period is { } period ? PeriodText.Of(period.Value) : null),
                .. FactColumns.Source<Responsibility>(language),
            ],
            filter.Select(knowledge));
    }

    private static string? Basis(AgencySuccessor? step, ConsoleLanguage language) =>
        step is null ? null : step.Verified ? step.Basis : step.Basis + language.T(" (chưa kiểm chứng)", " (not verified)");
}
