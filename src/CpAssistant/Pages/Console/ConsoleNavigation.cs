using CpAssistant.Accounts;

namespace CpAssistant.Pages.Console;

/// <summary>The console's main pages, in the order in which they are shown.</summary>
internal static class ConsoleNavigation
{
    private static readonly IReadOnlyList<(string Address, string Vietnamese, string English, Role Least)> Entries =
    [
        (ConsoleAddress.Root, "Hộp thư", "Inbox", Role.Officer),
        (ConsoleAddress.Root + "/luot-hoi", "Lượt hỏi", "Turns", Role.Officer),
        (UnmetQuestionsModel.Address, "Câu hỏi chưa đáp ứng", "Unmet questions", Role.Officer),
        (OfficeAnswersModel.Address, "Trả lời của Văn phòng", "Office's answers", Role.Officer),
        (ConsoleAddress.Figures, "Số liệu", "Figures", Role.Officer),
        (ConsoleAddress.Report, "Báo cáo", "Report", Role.Officer),
        (ConsoleAddress.Root + "/mau-tra-loi", "Mẫu trả lời", "Canned replies", Role.Officer),
        (ConsoleAddress.PersonalData, "Dữ liệu cá nhân", "Personal data", Role.Officer),
        (ConsoleAddress.Accounts, "Tài khoản", "Accounts", Role.Administrator),
        (ConsoleAddress.Audit, "Nhật ký", "Audit log", Role.Reviewer),
    ];

    /// <returns>Those that this officer may open.</returns>
    /// <param name="path">Of the page that is shown.</param>
    internal static IEnumerable<(string Address, string Name, bool IsCurrent)> For(ConsolePage page, PathString path) => Entries
        .Where(entry => page.May(entry.Least))
        .Select(entry => (entry.Address, page.T(entry.Vietnamese, entry.English), entry.Address == ConsoleAddress.Root ? path == ConsoleAddress.Root : path.StartsWithSegments(entry.Address)));
}
