using CpAssistant.Core.Answering;
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
        var say = new Phrasebook(knowledge.Language.Replies, language.Code == "en");
        return faults.Count > 0 ? null : ListExport.Of<Responsibility>(
            "phan-cong",
            language.T("Phân công nhiệm vụ", "Responsibilities"),
            [
                ListColumn.Text<Responsibility>(language.T("Cơ quan", "Body"), fact => fact.Agency.Name),
                ListColumn.Text<Responsibility>(language.T("Cơ quan hiện nay", "Body of today"), fact => gazetteer.SuccessorOf(fact.Agency)?.Agency.Name),
                ListColumn.Text<Responsibility>(language.T("Căn cứ thay đổi", "Basis of the change"), fact => Basis(gazetteer.SuccessorOf(fact.Agency)?.Step, language)),
                ListColumn.LongText<Responsibility>(language.T("Lưu ý về cơ quan", "About the body"), fact => LookUpNotes.Of(fact.Agency, gazetteer, say)),
                .. FactColumns.Place<Responsibility>(gazetteer, language),
                ListColumn.Text<Responsibility>(language.T("Vai trò", "Role"), fact => language.T(FactWords.Of(fact.Role).Vietnamese, FactWords.Of(fact.Role).English)),
                ListColumn.Text<Responsibility>(language.T("Tình trạng", "Standing"), fact => Standing(fact.Standing, language)),
                ListColumn.LongText<Responsibility>(language.T("Nhiệm vụ", "Task"), fact => fact.Document.Quote(TaskWords.Of(fact))),
                ListColumn.Text<Responsibility>(language.T("Loại việc", "Kind of task"), fact => string.Join("; ", knowledge.TaskKindsOf(fact).Select(task => language.T(task.Vi, task.En)))),
                ListColumn.Text<Responsibility>(language.T("Cơ quan cùng thực hiện", "With"), fact => string.Join("; ", fact.Partners.Select(partner => partner.Name))),
                ListColumn.Text<Responsibility>(language.T("Giai đoạn", "Period"), fact => fact.Standing == DutyStanding.Proposed ? null : FactColumns.Period(fact.Document.Metadata.Period?.Value, language)),
                .. FactColumns.Source<Responsibility>(context.Request, language),
            ],
            filter.Select(knowledge));
    }

    private static string Standing(DutyStanding standing, ConsoleLanguage language) => standing switch
    {
        DutyStanding.Proposed => language.T("đề xuất", "proposed"),
        DutyStanding.Reported => language.T("theo báo cáo", "as reported"),
        _ => language.T("được giao", "assigned"),
    };

    private static string? Basis(AgencySuccessor? step, ConsoleLanguage language) =>
        step is null ? null : step.Verified ? step.Basis : step.Basis + language.T(" (chưa kiểm chứng)", " (not verified)");
}
