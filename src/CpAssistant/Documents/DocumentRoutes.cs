using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Documents;

/// <summary><c>GET /api/documents</c>.</summary>
internal static class DocumentRoutes
{
    internal static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/documents", List)
            .WithName("Documents")
            .WithTags("knowledge")
            .WithSummary("The documents that answers may stand on.");

    private static Ok<IReadOnlyList<DocumentItem>> List(KnowledgeStore store) => TypedResults.Ok(DocumentItem.AllOf(store.State));
}

/// <summary>A document as the service lists it.</summary>
/// <param name="InUse">False for a digest whose original is loaded.</param>
public sealed record DocumentItem(
    string Id,
    string File,
    string Title,
    string? Number,
    DocumentKind Kind,
    SourceKind Source,
    string? Province,
    string? Issuer,
    DateOnly? Date,
    Period? Period,
    string? Status,
    bool InUse,
    int Facts,
    IReadOnlyList<string> MissingAnnexes,
    IReadOnlyList<string> Warnings)
{
    internal static IReadOnlyList<DocumentItem> AllOf(KnowledgeState state) =>
        [.. state.Load.Files.OfType<FileReport.Accepted>().Select(file => Of(file.Document, state.Snapshot)).OrderBy(item => item.File, StringComparer.Ordinal)];

    private static DocumentItem Of(Document document, KnowledgeSnapshot knowledge)
    {
        var metadata = document.Metadata;
        return new DocumentItem(
            document.Id,
            document.File,
            metadata.Title,
            metadata.Number?.Value,
            metadata.Kind,
            metadata.Source,
            metadata.Province?.Value,
            metadata.Issuer?.Value,
            metadata.Date?.Value,
            metadata.Period?.Value,
            metadata.Status,
            knowledge.Documents.Contains(document),
            knowledge.Facts.Count(fact => fact.Document.Id == document.Id),
            document.MissingAnnexes,
            [.. document.Warnings.Select(warning => warning.Message)]);
    }
}
