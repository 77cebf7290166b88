using System.Globalization;
using CpAssistant.Configuration;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.Documents;
using CpAssistant.KnowledgeBase;
using CpAssistant.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CpAssistant.Pages;

/// <summary>The page at <c>/tim-kiem</c>: provisions by their words. All that it shows stands in its address.</summary>
public sealed class SearchModel(KnowledgeStore store, Limits limits) : PageModel
{
    [BindProperty(Name = LanguageSwitch.Key, SupportsGet = true)]
    public string? Language { get; set; }

    internal DocumentText Words { get; private set; } = DocumentText.Of(null);

    internal SearchValues Values { get; private set; } = new();

    internal SearchRequest Asked { get; private set; } = null!;

    /// <summary>Null where something of the address cannot be read, or nothing is asked for.</summary>
    internal ProvisionResults? Found { get; private set; }

    internal int MaxLength => limits.QuestionCharacters;

    internal SearchChoices Choices => Knowledge.Provisions.Choices;

    internal IReadOnlyList<Agency> Agencies => Knowledge.Provisions.NamedAgencies;

    internal int Pages => SearchRequest.PagesOf(Found?.Total ?? 0);

    internal bool IsBeyondEnd => Found is { Total: > 0, Items.Count: 0 };

    /// <summary>Place of the first result of this page among all, from 1 on.</summary>
    internal int First => ((Asked.Page - 1) * SearchRequest.PageLength) + 1;

    private KnowledgeSnapshot Knowledge { get; } = store.Current;

    public void OnGet()
    {
        Words = DocumentText.Of(Language);
        Values = SearchValues.Of(Request.Query);
        Asked = SearchRequest.Read(Values, Knowledge, limits);
        var found = Asked.Faults.Count > 0 ? null : Asked.Find(Knowledge);
        Found = found is { By: FoundBy.Nothing } ? null : found;
    }

    internal string T(string vi, string en) => Words.IsEnglish ? en : vi;

    internal string Number(int number) => NumberText.Of(number, Words.Language);

    /// <summary>What was found, in one sentence.</summary>
    internal string Summary => Found switch
    {
        { Total: 0 } when Values.HasFilters => T("Không có đoạn nào như vậy trong phạm vi đã lọc.", "No provision like this within the filters."),
        { Total: 0 } => T("Không tìm thấy đoạn nào có những từ này.", "No provision has any of these words."),
        { By: FoundBy.Filters } found => T($"{Number(found.Total)} đoạn trong phạm vi đã lọc, xếp theo thứ tự trong văn bản.", $"{Number(found.Total)} provisions within the filters, in reading order."),
        { By: FoundBy.SomeWords } found => T($"Không đoạn nào có đủ các từ; {Number(found.Total)} đoạn có một phần, đoạn khớp nhất trước.", $"No provision has all of the words; {Number(found.Total)} have some, the best first."),
        { } found => T($"Tìm thấy {Number(found.Total)} đoạn, đoạn khớp nhất trước.", $"{Number(found.Total)} provisions found, the best first."),
        null => "",
    };

    /// <summary>The words that were looked for, where they are not what was typed; null where they are.</summary>
    internal string? ReadAs => Found is { IsMended: false, Searched.Length: > 0 } found && !string.Equals(found.Searched, Asked.Query, StringComparison.OrdinalIgnoreCase) ? found.Searched : null;

    /// <summary>The agency that the words are the name of, where it is not chosen already: its documents may know it by another name. Null where they are no name.</summary>
    internal Agency? NamedAgency => Asked is { Query: { Length: > 0 and <= 200 } query, Filter.Agency: null } ? Knowledge.Provisions.FindAgency(query) : null;

    internal string Address(SearchValues values) => Url.Content("~" + values.Address(Words.Language));

    /// <summary>The same search for other words, from its first page.</summary>
    internal string AddressFor(string query) => Address(Values.At(1) with { Query = query });

    internal string AddressOf(FoundProvision item)
    {
        var address = SourceAddress.Of(new Citation(item.Document, item.Provision, item.Snippet));
        return Url.Content("~" + (Words.IsEnglish ? address.Replace("#", $"&{LanguageSwitch.Key}=en#", StringComparison.Ordinal) : address));
    }

    internal static IReadOnlyList<QuotePiece> Snippet(FoundProvision item) => item.Document.Quote(item.Snippet, Marks.Of(item.Document.Text, item.Matches));

    /// <summary>Provinces to choose from: as documents have them, and the units of today that these have gone into.</summary>
    internal IEnumerable<string> Provinces => Choices.Provinces
        .Concat(Choices.Provinces.Select(name => ProvinceFilter.Find(name, Knowledge.Gazetteer)?.Province.Today.Name).OfType<string>())
        .Concat(Asked.Filter.Province is { } chosen ? [chosen.Province.Name] : [])
        .Distinct().OrderBy(VietnameseText.Fold, StringComparer.Ordinal);

    /// <returns>"Long An (nay thuộc tỉnh Tây Ninh)".</returns>
    internal string ProvinceChoice(string name) =>
        ProvinceFilter.Find(name, Knowledge.Gazetteer)?.Province is { } province && province.Name != province.Today.Name ? $"{name} ({DocumentView.NowIn(province, Words)})" : name;

    internal string? NowIn(Document document) => DocumentView.NowIn(document, Knowledge.Gazetteer, Words);

    /// <summary>"14/03/2016".</summary>
    internal static string? Day(Document document) => document.Metadata.Date?.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
