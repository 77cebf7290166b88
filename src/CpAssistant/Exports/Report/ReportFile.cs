using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Figures;
using CpAssistant.Learning;

namespace CpAssistant.Exports.Report;

/// <summary>Makes the file of a report.</summary>
internal sealed class ReportFile(FigureStore figures, QuestionGroups groups, Grouping grouping, ReportSettings settings, TimeProvider time)
{
    /// <summary>A report says how many there are in all, and lists those that were asked most.</summary>
    private const int MostOpen = 1000;

    /// <summary>In Việt Nam.</summary>
    internal DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <summary>Questions are grouped first, where there are new ones, so that all parts of the report tell of the same turns.</summary>
    internal async Task<byte[]> MakeAsync(ReportRequest request, KnowledgeSnapshot knowledge, CancellationToken cancellation)
    {
        if (grouping.IsDue())
        {
            await grouping.RunAsync(cancellation);
        }

        var query = new FigureQuery(request.Period, request.Province);
        var before = figures.Of(query with { Period = request.Period.Shift(-1) });
        var open = OpenOf(query)?.ToLookup(question => knowledge.OfficeAnswers.Find(knowledge.Questions.Read(question.Question), Today) is not null);
        var material = new ReportMaterial(figures.Of(query), before, open is null ? null : [.. open[false]], Names(knowledge), Today) { Met = open is null ? [] : [.. open[true]] };
        return AdministrativeDocument.Write(settings.Head(ReportContent.Subject(query), Today), ReportContent.Of(material));
    }

    /// <returns>Null where questions were never grouped.</returns>
    private IReadOnlyList<OpenQuestion>? OpenOf(FigureQuery query) =>
        groups.State().EndedAt is null ? null : groups.Top(query.Period.From, query.Period.To, query.Province, MostOpen);

    /// <returns>"Kế hoạch … (số 50/KH-UBND)" by the document's id.</returns>
    internal static IReadOnlyDictionary<string, string> Names(KnowledgeSnapshot knowledge)
    {
        var names = new Dictionary<string, string>();
        foreach (var document in knowledge.Documents.Concat(knowledge.OfficeAnswers.All.Select(answer => answer.Document)))
        {
            names[document.Id] = document.Metadata.Title + (document.Metadata.Number is { } number ? $" (số {number.Value})" : "");
        }

        return names;
    }
}
