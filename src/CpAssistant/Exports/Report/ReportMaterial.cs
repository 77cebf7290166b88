using CpAssistant.Learning;

namespace CpAssistant.Exports.Report;

/// <summary>All that a report is made of.</summary>
/// <param name="Before">Of the period before; null where there are none.</param>
/// <param name="Open">The most asked first; null where nothing is known of such questions.</param>
/// <param name="Documents">What each document is called, by its id as figures give it.</param>
/// <param name="Today">Day on which the figures were taken, in Việt Nam.</param>
public sealed record ReportMaterial(
    Figures.Figures Figures, Figures.Figures? Before, IReadOnlyList<OpenQuestion>? Open, IReadOnlyDictionary<string, string> Documents, DateOnly Today)
{
    /// <summary>Of such questions those that an answer of the office meets by now; not among <see cref="Open"/>.</summary>
    public IReadOnlyList<OpenQuestion> Met { get; init; } = [];
}
