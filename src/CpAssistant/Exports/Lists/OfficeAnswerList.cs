using CpAssistant.Learning;
using CpAssistant.Pages.Console;

namespace CpAssistant.Exports.Lists;

/// <summary>The office's answers: of each what is in use, else its latest version.</summary>
internal static class OfficeAnswerList
{
    internal static ListExport Of(HttpContext context, ConsoleLanguage language)
    {
        var standings = context.RequestServices.GetRequiredService<OfficeAnswerStandings>();
        var view = OfficeAnswerView.Find(context.Request.Query[OfficeAnswerView.Key]);
        return ListExport.Of(
            "tra-loi-van-phong",
            language.T("Trả lời của Văn phòng", "Office's answers"),
            [
                ListColumn.Id<OfficeAnswerHistory>(language.T("Số", "No."), answer => answer.Number),
                ListColumn.LongText<OfficeAnswerHistory>(language.T("Cách hỏi", "Ways to ask"), answer => string.Join('\n', answer.Shown.Questions)),
                ListColumn.LongText<OfficeAnswerHistory>(language.T("Câu trả lời", "Answer"), answer => answer.Shown.Answer),
                ListColumn.Text<OfficeAnswerHistory>(language.T("Tỉnh", "Province"), answer => answer.Shown.Province ?? language.T("mọi tỉnh", "all")),
                ListColumn.Text<OfficeAnswerHistory>(
                    language.T("Trạng thái", "State"), answer => language.T(standings.Of(answer) is { } standing ? OfficeAnswerWords.Of(standing) : OfficeAnswerWords.Of(answer.Latest.State))),
                ListColumn.Day<OfficeAnswerHistory>(language.T("Hết hạn", "Expires"), answer => answer.Shown.ExpiresOn),
                ListColumn.Text<OfficeAnswerHistory>(language.T("Người soạn", "Author"), answer => answer.Shown.Author.Name),
                ListColumn.Time<OfficeAnswerHistory>(language.T("Soạn lúc", "Written"), answer => answer.Shown.Author.At),
                ListColumn.Text<OfficeAnswerHistory>(language.T("Người duyệt, trả lại hoặc thu hồi", "Approved, returned or withdrawn by"), answer => answer.Shown.Reviewer?.Name),
            ],
            standings.All().Where(answer => view is null || view.Holds(standings, answer)));
    }
}
