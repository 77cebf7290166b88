using CpAssistant.Figures;

namespace CpAssistant.Exports.Report;

/// <summary>Where a report gets its figures from.</summary>
/// <param name="Figures">Null where none are kept.</param>
/// <param name="Open">Null where nothing is known of such questions.</param>
internal sealed record ReportSource(Func<FigureQuery, Figures.Figures?> Figures, Func<FigureQuery, IReadOnlyList<OpenQuestion>?> Open);
