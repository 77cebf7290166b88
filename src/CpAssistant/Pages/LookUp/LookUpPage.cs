using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Documents;
using CpAssistant.KnowledgeBase;
using CpAssistant.LookUp;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CpAssistant.Pages.LookUp;

/// <summary>A page with a table of what the documents say. The whole request sees one state of the knowledge.</summary>
public abstract class LookUpPage(KnowledgeStore store, TimeProvider time) : PageModel
{
    private KnowledgeSnapshot? _knowledge;

    internal KnowledgeSnapshot Knowledge => _knowledge ??= store.Current;

    internal string Language => LanguageSwitch.Of(Request.QueryString.Value) ?? "vi";

    internal bool IsEnglish => Language == "en";

    internal DocumentText Words => DocumentText.Of(Language);

    internal Phrasebook Say => new(Knowledge.Language.Replies, IsEnglish);

    internal DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <summary>What in the address nobody can read; then there is no table, since one that seems filtered and is not would be worse.</summary>
    internal IReadOnlyList<LookUpFault> Faults { get; private protected set; } = [];

    /// <summary>What should be known beside the table.</summary>
    internal IReadOnlyList<string> Notes { get; private protected set; } = [];

    internal abstract string Address { get; }

    internal string T(string vietnamese, string english) => IsEnglish ? english : vietnamese;

    internal string T((string Vietnamese, string English) words) => T(words.Vietnamese, words.English);

    /// <param name="address">From the service's root on.</param>
    /// <returns>The same in the language of this page.</returns>
    internal string Link(string address)
    {
        var (page, place) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign ? (address[..sign], address[sign..]) : (address, "");
        return Url.Content("~" + page) + (IsEnglish ? (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + LanguageSwitch.Key + "=en" : "") + place;
    }

    /// <returns>The page of a document, at the words that say it.</returns>
    internal string LinkTo(Fact fact) => Link(SourceAddress.Of(new Citation(fact.Document, fact.Provision, fact.Span)));

    internal string LinkTo(Document document) => Link(SourceAddress.Of(document));

    /// <returns>The number; of a document that has none, its kind and province.</returns>
    internal string NameOf(Document document) =>
        document.Metadata.Number?.Value ?? $"{Words.NameOf(document.Metadata.Kind)}{(document.Metadata.Province is { } province ? " " + province.Value : "")}";

    internal string DigestLabel => T("Tóm tắt, không phải nguyên văn", "Tóm tắt, không phải nguyên văn (a summary, not the original words)");

    /// <returns>"Long An (nay thuộc tỉnh Tây Ninh)".</returns>
    internal string NameOf(ProvinceColumn column) => column.Name is null ? Words.Nationwide : column.Name + (NowIn(column) is { } now ? $" ({now})" : "");

    internal string? NowIn(ProvinceColumn column) => column is { Now: not null, Province: { } province } ? DocumentView.NowIn(province, Words) : null;

    internal static string NamesOf(IEnumerable<ProvinceColumn> columns) => string.Join(", ", columns.Select(column => column.Name).OfType<string>());

    /// <summary>Of provinces of today: the former ones without a document.</summary>
    private protected IEnumerable<string> NotCovered(IEnumerable<ProvinceFilter> chosen, IReadOnlyList<ProvinceColumn> columns) =>
        from filter in chosen
        let province = filter.Province
        where province.Merged && province.Name == province.Today.Name
        let without = province.Today.Former.Where(former => !columns.Any(column => column.Name == former && column.Documents.Count > 0)).ToList()
        where without.Count > 0 && without.Count < province.Today.Former.Count
        select T($"{province.Name} gồm {string.Join(", ", province.Today.Former)}; chưa có văn bản của {string.Join(", ", without)} (trước khi sắp xếp).", $"{province.Name} takes in {string.Join(", ", province.Today.Former)}; there is no document of {string.Join(", ", without)} (as before the merger).");

    /// <summary>Provinces of which only news or reports tell.</summary>
    internal IReadOnlyList<ProvinceColumn> SecondHand { get; private protected set; } = [];

    /// <summary>Whether any document that is shown is a summary.</summary>
    internal bool HasDigest { get; private protected set; }

    internal string PeriodOf(Period? period) => DocumentView.Of(period, Words);

    /// <summary>Provinces to choose from: those that have documents.</summary>
    internal IEnumerable<ProvinceColumn> Choices => ProvinceColumn.Of(Knowledge, []).Where(column => column.Province is not null);

    /// <summary>Cells of a table that a page shows; what has more is cut, and says so.</summary>
    private const int MostCells = 20_000;

    /// <returns>How many rows of a table a page has room for.</returns>
    internal static int RoomFor(IReadOnlyList<ProvinceColumn> columns) => Math.Max(10, MostCells / Math.Max(1, columns.Count));
}
