using CpAssistant.Core.Answering;
using CpAssistant.Learning;

namespace CpAssistant.Pages.Console;

/// <summary>A part of the office's answers that can be listed alone.</summary>
/// <param name="Name">As an address has it.</param>
internal sealed record OfficeAnswerView(string Name, (string Vietnamese, string English) Words, Func<OfficeAnswerStandings, OfficeAnswerHistory, bool> Holds)
{
    /// <summary>Name of the query value that chooses one.</summary>
    internal const string Key = "xem";

    internal static IReadOnlyList<OfficeAnswerView> All { get; } =
    [
        new("cho-duyet", ("Chờ duyệt", "Waiting for approval"), (_, answer) => answer.IsProposed),
        new("can-gia-han", ("Cần gia hạn, xem lại", "To be renewed"), (standings, answer) => standings.NeedsRenewal(answer)),
        new("dang-dung", ("Đang dùng", "In use"), (standings, answer) => standings.Of(answer) == OfficeAnswerStanding.InForce),
        new("thu-hoi", ("Đã thu hồi, trả lại", "Withdrawn, returned"), (_, answer) => answer.InUse is null && !answer.IsProposed),
    ];

    /// <returns>Null for all answers.</returns>
    internal static OfficeAnswerView? Find(string? name) => All.FirstOrDefault(view => view.Name == name);
}
