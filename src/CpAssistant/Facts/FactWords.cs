using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Facts;

/// <summary>A value of a fact, as addresses and people name it.</summary>
/// <param name="Slug">In addresses of pages: "chu-tri".</param>
/// <param name="Name">In the HTTP API and in JSON: "lead".</param>
public sealed record FactWord<T>(T Value, string Slug, string Name, string Vietnamese, string English);

/// <summary>What roles and natures are called.</summary>
public static class FactWords
{
    public static IReadOnlyList<FactWord<AgencyRole>> Roles { get; } =
    [
        new(AgencyRole.Lead, "chu-tri", "lead", "chủ trì", "lead"),
        new(AgencyRole.Support, "phoi-hop", "support", "phối hợp", "support"),
        new(AgencyRole.Own, "thuc-hien", "own", "thực hiện", "own"),
    ];

    public static IReadOnlyList<FactWord<TargetNature>> Natures { get; } =
    [
        new(TargetNature.Target, "muc-tieu", "target", "mục tiêu", "target"),
        new(TargetNature.Proposal, "de-xuat", "proposal", "đề xuất", "proposal"),
        new(TargetNature.Result, "ket-qua", "result", "kết quả", "reported result"),
    ];

    public static FactWord<AgencyRole> Of(AgencyRole role) => Roles.First(word => word.Value == role);

    public static FactWord<TargetNature> Of(TargetNature nature) => Natures.First(word => word.Value == nature);

    /// <param name="text">By any of its names, with marks or without.</param>
    /// <returns>Null where none is called so.</returns>
    public static FactWord<T>? Find<T>(this IReadOnlyList<FactWord<T>> words, string text)
    {
        var asked = VietnameseText.Fold(text.Trim());
        return words.FirstOrDefault(word => asked == word.Slug || asked == word.Name || asked == VietnameseText.Fold(word.Vietnamese));
    }
}
