using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Exports.Report;

/// <summary>Makes the file of a report.</summary>
internal sealed class ReportFile(ReportSource source, ReportSettings settings, TimeProvider time)
{
    /// <summary>In Việt Nam.</summary>
    internal DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <returns>Null where no figures are kept.</returns>
    internal byte[]? Make(ReportRequest request, KnowledgeSnapshot knowledge)
    {
        var query = new Figures.FigureQuery(request.Period, request.Province);
        if (source.Figures(query) is not { } figures)
        {
            return null;
        }

        var before = source.Figures(query with { Period = ReportPeriodText.Before(request.Period) });
        var material = new ReportMaterial(figures, before, source.Open(query), Names(knowledge), Today);
        return AdministrativeDocument.Write(settings.Head(ReportContent.Subject(query), Today), ReportContent.Of(material));
    }

    /// <returns>"Kế hoạch … (số 50/KH-UBND)" by the document's id; figures write a dash for each sign that is none of a word.</returns>
    internal static IReadOnlyDictionary<string, string> Names(KnowledgeSnapshot knowledge)
    {
        var names = new Dictionary<string, string>();
        foreach (var document in knowledge.Documents)
        {
            var name = document.Metadata.Title + (document.Metadata.Number is { } number ? $" (số {number.Value})" : "");
            names[document.Id] = name;
            names.TryAdd(string.Concat(document.Id.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')), name);
        }

        return names;
    }
}
