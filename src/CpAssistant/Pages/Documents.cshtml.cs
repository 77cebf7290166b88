using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Documents;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CpAssistant.Pages;

/// <summary>The page at <c>/van-ban</c>: the documents in use.</summary>
public sealed class DocumentsModel(KnowledgeStore store, TimeProvider time) : PageModel
{
    [BindProperty(Name = "tinh", SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>A <see cref="DocumentKind"/> in small letters.</summary>
    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = LanguageSwitch.Key, SupportsGet = true)]
    public string? Language { get; set; }

    internal DocumentText Words { get; private set; } = DocumentText.Of(null);

    internal DocumentShelf Shelf { get; private set; } = new(store.State);

    internal IReadOnlyList<Document> Shown { get; private set; } = [];

    /// <summary>Provinces to choose from; one that the address names is among them though no document does.</summary>
    internal IEnumerable<string> Provinces => string.IsNullOrWhiteSpace(Province) || Province == DocumentShelf.Nationwide ? Shelf.Provinces : Shelf.Provinces.Append(Province).Distinct();

    internal bool IsFiltered => !string.IsNullOrEmpty(Province) || !string.IsNullOrEmpty(Kind);

    internal string Count => string.Format(CultureInfo.InvariantCulture, Words.Shown, Shown.Count, Shelf.InUse.Count);

    public void OnGet()
    {
        Words = DocumentText.Of(Language);
        DocumentKind? kind = Enum.GetValues<DocumentKind>().Where(value => Value(value) == Kind).Select(value => (DocumentKind?)value).FirstOrDefault();
        Shown = kind is null && !string.IsNullOrEmpty(Kind) ? [] : Shelf.Select(string.IsNullOrWhiteSpace(Province) ? null : Province, kind);
    }

    internal static string Value(DocumentKind kind) => kind.ToString().ToLowerInvariant();

    /// <returns>"nay thuộc tỉnh Tây Ninh"; null where the province is still one.</returns>
    internal string? NowIn(Document document) => DocumentView.NowIn(document, store.Current.Gazetteer, Words);

    /// <returns>The same of a province that documents name.</returns>
    internal string ProvinceChoice(string name) =>
        ProvinceFilter.Find(name, store.Current.Gazetteer)?.Province is { } province && province.Name != province.Today.Name
            ? $"{name} ({DocumentView.NowIn(province, Words)})"
            : name;

    internal string State(Document document) => Words.StateOf(DocumentNotes.IsOver(document, DateOnly.FromDateTime(time.GetLocalNow().DateTime)));
}
