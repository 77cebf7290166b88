using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Documents;
using CpAssistant.Pages;
using CpAssistant.Pages.Console;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Exports.Lists;

/// <summary>Columns that all lists of facts have.</summary>
internal static class FactColumns
{
    /// <summary>The province as the document names it, and what it has gone into since.</summary>
    internal static IEnumerable<ListColumn<T>> Place<T>(Gazetteer gazetteer, ConsoleLanguage language)
        where T : Fact =>
    [
        ListColumn.Text<T>(language.T("Tỉnh", "Province"), fact => fact.Document.Metadata.Province?.Value ?? language.T("cả nước", "national")),
        ListColumn.Text<T>(language.T("Tỉnh hiện nay", "Province of today"), fact => DocumentNotes.Merged(fact.Document, gazetteer)?.Today.Name),
    ];

    internal static string? Period(Period? period, ConsoleLanguage language) => period is null ? null : DocumentView.Of(period, DocumentText.Of(language.Code));

    /// <summary>The document, the place in it and its words.</summary>
    internal static IEnumerable<ListColumn<T>> Source<T>(HttpRequest request, ConsoleLanguage language)
        where T : Fact =>
    [
        ListColumn.Text<T>(language.T("Số văn bản", "Document number"), fact => fact.Document.Metadata.Number?.Value),
        ListColumn.LongText<T>(language.T("Văn bản", "Document"), fact => fact.Document.Metadata.Title),
        ListColumn.Day<T>(language.T("Ngày văn bản", "Document date"), fact => fact.Document.Metadata.Date?.Value),
        ListColumn.Text<T>(language.T("Mục", "Section"), fact => fact.Document.SectionOf(fact.Provision)),
        ListColumn.LongText<T>(language.T("Câu chứa nội dung này", "Sentence"), fact => fact.Document.Quote(fact.Span)),
        ListColumn.Text<T>(language.T("Nguồn", "Source"), fact => fact.Document.Metadata.Source == SourceKind.Original
            ? language.T("nguyên văn", "original words")
            : language.T("tóm tắt, không phải nguyên văn", "summary, not the original words")),
        ListColumn.Text<T>(language.T("Địa chỉ", "Address"), fact => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/') + SourceAddress.Of(new Citation(fact.Document, fact.Provision, fact.Span))),
    ];
}
