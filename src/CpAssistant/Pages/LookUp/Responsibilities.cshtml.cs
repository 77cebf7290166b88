using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;
using CpAssistant.LookUp;

namespace CpAssistant.Pages.LookUp;

/// <summary>The page at <c>/tra-cuu/co-quan</c>: who does what.</summary>
public sealed class ResponsibilitiesModel(KnowledgeStore store, TimeProvider time) : LookUpPage(store, time)
{
    internal const string Overview = "tong-quan";

    internal const string Rows = "bang";

    internal const string SideBySide = "so-sanh";

    private const int RowsOnPage = 50;

    /// <summary>Tasks that are set side by side; more are a list.</summary>
    private const int MostSideBySide = 300;

    internal ResponsibilityFilter Filter { get; private set; } = new();

    /// <summary>All that the filter lets pass.</summary>
    internal IReadOnlyList<Responsibility> Found { get; private set; } = [];

    internal IReadOnlyList<ProvinceColumn> Columns { get; private set; } = [];

    internal string View { get; private set; } = Overview;

    internal int Number { get; private set; } = 1;

    internal int Pages => Math.Max(1, (Found.Count + RowsOnPage - 1) / RowsOnPage);

    internal bool IsFiltered => Filter.Agency is not null || Filter.Provinces.Count > 0 || Filter.Role is not null || Filter.Task is not null;

    internal override string Address => LookUpAddress.Responsibilities;

    /// <summary>Old and new names of bodies to choose from: those that documents charge with something, and what has become of them.</summary>
    internal IEnumerable<string> AgencyNames => Knowledge.Facts.OfType<Responsibility>().Select(fact => fact.Agency).DistinctBy(agency => agency.Id)
        .SelectMany(agency => new[] { agency.Name, Knowledge.Gazetteer.SuccessorOf(agency)?.Agency.Name }).OfType<string>().Distinct();

    public void OnGet()
    {
        (Faults, Filter) = ReadFilter(Request.Query, new LookUpReader(Knowledge));
        if (Faults.Count > 0)
        {
            return;
        }

        Found = Filter.Select(Knowledge);
        var provinces = ProvinceColumn.Of(Knowledge, Filter.Provinces);
        var national = ProvinceColumn.National(Knowledge);
        Columns = Found.Any(national.Holds) ? [.. provinces, national] : provinces;
        View = ViewOf(Request.Query[LookUpAddress.View]);
        SecondHand = [.. Columns.Where(column => column.IsSecondHand)];
        HasDigest = Found.Any(fact => fact.Document.Metadata.Source == SourceKind.Digest);
        Number = Math.Clamp(int.TryParse(Request.Query[LookUpAddress.Page], out var page) ? page : 1, 1, Pages);
        Notes = [.. LookUpNotes.Of((View == Rows ? Shown : Found).Select(fact => fact.Document), Knowledge.Gazetteer, Today, Say), .. NotCovered(Filter.Provinces, Columns)];
    }

    internal static (IReadOnlyList<LookUpFault> Faults, ResponsibilityFilter Filter) ReadFilter(IQueryCollection query, LookUpReader reader)
    {
        var filter = reader.Responsibilities(
            (LookUpAddress.Agency, query[LookUpAddress.Agency]), (LookUpAddress.Province, query[LookUpAddress.Province]), (LookUpAddress.Role, query[LookUpAddress.Role]), (LookUpAddress.Task, query[LookUpAddress.Task]));
        return (reader.Faults, filter);
    }

    internal IEnumerable<Responsibility> Shown => Found.Skip((Number - 1) * RowsOnPage).Take(RowsOnPage);

    /// <summary>What is set side by side: all bodies that a chosen name means in one table, else a table for each.</summary>
    internal IEnumerable<IGrouping<string, Responsibility>> Compared => Found.GroupBy(fact => Filter.Agency?.Name ?? fact.Agency.Name);

    internal bool CanCompare => Columns.Count > 1 && Found.Count is > 0 and <= MostSideBySide;

    internal string? Successor(Agency agency) => LookUpNotes.Of(agency, Knowledge.Gazetteer, Say);

    internal string NameOf(AgencyRole role) => T(FactWords.Of(role).Vietnamese, FactWords.Of(role).English);

    /// <summary>In English pages, what a body is called beside its name; null where that is not known.</summary>
    internal string? EnglishOf(Agency agency) => IsEnglish && Knowledge.Gazetteer.FindAgency(agency.Id) is { English: { Length: > 0 } english, Descriptive: false } ? english : null;

    /// <summary>How a task stands that nobody is charged with; null for all others.</summary>
    internal string? StandingOf(Responsibility fact) => fact.Standing switch
    {
        DutyStanding.Proposed => T("đề xuất", "proposed"),
        DutyStanding.Reported => T("theo báo cáo", "as reported"),
        _ => null,
    };

    /// <summary>Where the body that was asked for has become another one: the table of that one.</summary>
    internal string? SuccessorLink => Filter.Agency?.Known is { } known && Knowledge.Gazetteer.SuccessorOf(known) is { } next
        ? Link(LookUpAddress.Of(Address, [(LookUpAddress.Agency, next.Agency.Name), .. Filter.Provinces.Select(province => (LookUpAddress.Province, (string?)province.Province.Name))]))
        : null;

    internal string LinkTo(string view) => LookUpAddress.With(Request, LookUpAddress.View, view);

    /// <returns>The rows of one agency, in one province if need be.</returns>
    internal string LinkTo(Agency agency, ProvinceColumn? column) => Link(LookUpAddress.Of(
        Address,
        [
            (LookUpAddress.Agency, agency.Id),
            .. (column is null ? Filter.Provinces.Select(province => province.Province.Name) : [column.Name!]).Select(name => (LookUpAddress.Province, (string?)name)),
            (LookUpAddress.Role, Filter.Role is { } role ? FactWords.Of(role).Slug : null),
            (LookUpAddress.Task, Filter.Task?.Id),
            (LookUpAddress.View, column is null ? null : Rows),
        ]));

    /// <summary>What the filter asks for, in words.</summary>
    internal string Summary => string.Join("; ", new[]
    {
        Filter.Agency is { } agency ? T("cơ quan: ", "body: ") + agency.Name : null,
        Filter.Task is { } task ? T("loại việc: ", "kind of task: ") + T(task.Vi, task.En) : null,
        Filter.Role is { } role ? T("vai trò: ", "role: ") + NameOf(role) : null,
        Filter.Provinces.Count > 0 ? T("tỉnh: ", "provinces: ") + string.Join(", ", Columns.Select(NameOf)) : null,
    }.OfType<string>());

    internal string Count
    {
        get
        {
            var (tasks, bodies, documents) = (Found.Count, Found.Select(fact => fact.Agency.Name).Distinct().Count(), Found.Select(fact => fact.Document.Id).Distinct().Count());
            return T($"{tasks} nhiệm vụ của {bodies} cơ quan, tổ chức trong {documents} văn bản", $"Tasks: {tasks}; bodies: {bodies}; documents: {documents}");
        }
    }

    internal string NothingSaid => Filter.Provinces.Count > 0 && Columns.All(column => column.Documents.Count == 0)
        ? T($"Chưa có văn bản của {NamesOf(Columns)} trong hệ thống.", $"There is no document of {NamesOf(Columns)} here.")
        : T($"Không quy định: {Looked} không giao việc như vậy.", $"Not set: {Looked} charge nobody with such a task.");

    /// <summary>Why a cell is empty.</summary>
    internal string NotSet(ProvinceColumn column) => column.Documents.Count == 0
        ? T("chưa có văn bản", "no document here")
        : T("không quy định", "not set");

    /// <returns>"3 chủ trì · 1 phối hợp".</returns>
    internal string CountsOf(RoleCounts counts) => string.Join(" · ", new[] { (counts.Lead, AgencyRole.Lead), (counts.Support, AgencyRole.Support), (counts.Own, AgencyRole.Own) }
        .Where(count => count.Item1 > 0).Select(count => T($"{count.Item1} {NameOf(count.Item2)}", $"{NameOf(count.Item2)} {count.Item1}")));

    private string Looked => Columns.Where(column => column.Documents.Count > 0).Select(column => column.Name).OfType<string>().ToList() is { Count: > 0 } names && Filter.Provinces.Count > 0
        ? T($"văn bản hiện có của {string.Join(", ", names)}", $"the documents at hand of {string.Join(", ", names)}")
        : T("các văn bản hiện có", "the documents at hand");

    private string ViewOf(string? asked) => asked switch
    {
        Overview or Rows => asked,
        SideBySide when CanCompare => asked,
        _ when !IsFiltered => Overview,
        _ => Filter.Provinces.Count > 1 && CanCompare ? SideBySide : Rows,
    };
}
