using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;
using CpAssistant.LookUp;
using CpAssistant.Operations;

namespace CpAssistant.Pages.LookUp;

/// <summary>The page at <c>/tra-cuu/muc-tieu</c>: targets, proposals and reported results, province by province.</summary>
public sealed class TargetsModel(KnowledgeStore store, TimeProvider time) : LookUpPage(store, time)
{
    /// <summary>Provinces that a chart can tell apart.</summary>
    internal const int MostInChart = 6;

    internal TargetFilter Filter { get; private set; } = new();

    internal TargetTable Table { get; private set; } = new([], new Dictionary<TargetNature, IReadOnlyList<TargetRow>>(), [], []);

    internal override string Address => LookUpAddress.Targets;

    internal bool IsFiltered => Filter.Indicator is not null || Filter.Provinces.Count > 0 || Filter.Period is not null || Filter.Nature is not null;

    /// <summary>What is measured anywhere: key and a figure that says what, those of the data first.</summary>
    internal IEnumerable<Target> Indicators => Knowledge.Facts.OfType<Target>().DistinctBy(TargetFilter.KeyOf).OrderBy(fact => fact.Indicator is null);

    /// <summary>Years in which periods end, the latest first.</summary>
    internal IEnumerable<int> Years => Knowledge.Facts.OfType<Target>().Select(fact => PeriodFilter.YearOf(fact.Period)).OfType<int>().Distinct().OrderDescending();

    public void OnGet()
    {
        HttpContext.AllowScripts();
        (Faults, Filter) = ReadFilter(Request.Query, new LookUpReader(Knowledge));
        if (Faults.Count > 0)
        {
            return;
        }

        Table = TargetTable.Of(Knowledge, Filter);
        SecondHand = [.. Table.Columns.Where(column => column.IsSecondHand)];
        LookedThrough = Filter.Provinces.Count > 0 ? [.. Table.Columns.SelectMany(column => column.Documents)] : [];
        Notes = [.. LookUpNotes.Of(Shown.Select(fact => fact.Document).Concat(LookedThrough.Where(document => document.Metadata.Province is not null)), Knowledge.Gazetteer, Today, Say), .. NotCovered(Filter.Provinces, Table.Columns)];
        HasDigest = Shown.Any(fact => fact.Document.Metadata.Source == SourceKind.Digest);
    }

    internal static (IReadOnlyList<LookUpFault> Faults, TargetFilter Filter) ReadFilter(IQueryCollection query, LookUpReader reader)
    {
        var filter = reader.Targets(
            (LookUpAddress.Indicator, query[LookUpAddress.Indicator]), (LookUpAddress.Province, query[LookUpAddress.Province]), (LookUpAddress.Year, query[LookUpAddress.Year]), (LookUpAddress.Nature, query[LookUpAddress.Nature]));
        return (reader.Faults, filter);
    }

    internal string NameOf(Target fact) => IsEnglish && fact.Indicator is { } indicator ? indicator.En : Capital(fact.Indicator?.Vi ?? fact.Label);

    /// <summary>The language that <see cref="NameOf(Target)"/> is in.</summary>
    internal string LanguageOf(Target fact) => IsEnglish && fact.Indicator is not null ? "en" : "vi";

    internal string Heading(TargetNature nature) => nature switch
    {
        TargetNature.Target => T("Mục tiêu", "Targets"),
        TargetNature.Proposal => T("Đề xuất (chưa phải mục tiêu được ban hành)", "Proposals (not adopted targets)"),
        _ => T("Kết quả đã báo cáo", "Reported results"),
    };

    /// <summary>Why a cell is empty.</summary>
    internal string NotSet(ProvinceColumn column, TargetNature nature) =>
        column.Documents.Count == 0 ? T("chưa có văn bản", "no document here")
        : nature == TargetNature.Target ? T("không quy định", "not set")
        : T("không nêu", "not given");

    /// <summary>Where nothing of a nature is to be shown.</summary>
    internal string NothingOf(TargetNature nature) => nature switch
    {
        TargetNature.Target => T("Không quy định: các văn bản đang xét không đặt mục tiêu nào như vậy.", "Not set: the documents looked at set no such target."),
        TargetNature.Proposal => T("Không có đề xuất nào như vậy trong các văn bản đang xét.", "No such proposal in the documents looked at."),
        _ => T("Chưa có kết quả báo cáo nào như vậy trong các văn bản đang xét.", "No such result is reported in the documents looked at."),
    };

    /// <summary>Documents of the columns, where provinces are chosen.</summary>
    internal IReadOnlyList<Document> LookedThrough { get; private set; } = [];

    internal string ValueOf(Target fact) => Say.Of(fact.Value);

    /// <summary>What the source says of the figure; as a quotation where these are its own words.</summary>
    internal static string WordsOf(Target fact)
    {
        var words = fact.Document.Quote(fact.Clause).Trim(' ', '-', '+', '–', ';', ',');
        return fact.Document.Metadata.Source == SourceKind.Original ? $"“{words}”" : words;
    }

    /// <summary>The days of the documents that say it.</summary>
    internal static string DaysOf(IReadOnlyList<TargetEntry> entries) =>
        string.Join(", ", entries.SelectMany(entry => entry.Places).Select(fact => fact.Document.Metadata.Date?.Value).OfType<DateOnly>().Distinct().Order().Select(day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)).DefaultIfEmpty("–"));

    /// <summary>The indicator that is asked for, where no document measures it.</summary>
    internal Indicator? Unmeasured => Filter.Indicator is { } key && Indicators.All(fact => TargetFilter.KeyOf(fact) != key)
        ? Knowledge.Language.Facts.Targets.Indicators.FirstOrDefault(indicator => indicator.Id == key)
        : null;

    /// <summary>Columns that a chart of these rows shows: those that have a percentage anywhere.</summary>
    internal IReadOnlyList<int> ChartedColumns(IReadOnlyList<TargetRow> rows) =>
        [.. Enumerable.Range(0, Table.Columns.Count).Where(column => rows.Any(row => row.Cells[column].Any(entry => entry.Fact.Value.IsPercent))).Take(MostInChart)];

    internal string Summary => string.Join("; ", new[]
    {
        Filter.Indicator is { } key ? T("chỉ tiêu: ", "indicator: ") + (Indicators.FirstOrDefault(fact => TargetFilter.KeyOf(fact) == key) is { } fact ? NameOf(fact) : Unmeasured is { } unmeasured ? T(unmeasured.Vi, unmeasured.En) : key) : null,
        Filter.Period is { } period ? T("năm: ", "year: ") + period : null,
        Filter.Nature is { } nature ? T("loại: ", "nature: ") + T(FactWords.Of(nature).Vietnamese, FactWords.Of(nature).English) : null,
        Filter.Provinces.Count > 0 ? T("tỉnh: ", "provinces: ") + string.Join(", ", Table.Columns.Where(column => !column.IsNational).Select(NameOf)) : null,
    }.OfType<string>());

    private IEnumerable<Target> Shown => Table.Rows.Values.SelectMany(rows => rows).SelectMany(row => row.Cells).SelectMany(cell => cell).Select(entry => entry.Fact);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
