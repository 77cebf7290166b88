using CpAssistant.Configuration;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Search;
using CpAssistant.Documents;
using CpAssistant.KnowledgeBase;
using CpAssistant.Pages;
using CpAssistant.Pages.Console;
using CpAssistant.Searching;

namespace CpAssistant.Exports.Lists;

/// <summary>The provisions that a search finds, all pages of them.</summary>
internal static class SearchList
{
    internal static ListExport? Of(HttpContext context, ConsoleLanguage language)
    {
        var services = context.RequestServices;
        var knowledge = services.GetRequiredService<KnowledgeStore>().Current;
        var request = SearchRequest.Read(SearchValues.Of(context.Request.Query), knowledge, services.GetRequiredService<Limits>());
        return request.Faults.Count > 0 ? null : Of(knowledge.Provisions.FindAll(request.Query, request.Filter), knowledge, language);
    }

    private static ListExport Of(IEnumerable<FoundProvision> found, KnowledgeSnapshot knowledge, ConsoleLanguage language)
    {
        var words = DocumentText.Of(language.T("vi", "en"));
        return ListExport.Of(
            "tim-kiem",
            language.T("Tìm kiếm", "Search"),
            [
                ListColumn.Text<FoundProvision>(words.Number, item => item.Document.Metadata.Number?.Value),
                ListColumn.LongText<FoundProvision>(words.Title, item => item.Document.Metadata.Title),
                ListColumn.Text<FoundProvision>(words.Province, item => item.Document.Metadata.Province?.Value ?? words.Nationwide),
                ListColumn.Text<FoundProvision>(language.T("Tỉnh hiện nay", "Today"), item => DocumentView.NowIn(item.Document, knowledge.Gazetteer, words)),
                ListColumn.Text<FoundProvision>(words.Kind, item => words.NameOf(item.Document.Metadata.Kind)),
                ListColumn.Day<FoundProvision>(words.Date, item => item.Document.Metadata.Date?.Value),
                ListColumn.Text<FoundProvision>(words.Period, item => DocumentView.Of(item.Document.Metadata.Period?.Value, words)),
                ListColumn.LongText<FoundProvision>(language.T("Mục", "Section"), item => item.Document.SectionOf(item.Provision)),
                ListColumn.LongText<FoundProvision>(language.T("Đoạn", "Provision"), item => item.Document.Quote(item.Provision.Span)),
                ListColumn.Text<FoundProvision>(words.Source, item => words.NameOf(item.Document.Metadata.Source)),
                ListColumn.Text<FoundProvision>(language.T("Địa chỉ", "Address in the service"), item => SourceAddress.Of(new Citation(item.Document, item.Provision, item.Provision.Span))),
            ],
            found);
    }
}
