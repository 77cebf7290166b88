using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Facts;

/// <summary><c>GET /api/facts</c>.</summary>
internal static class FactRoutes
{
    internal static void MapFacts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/facts", Find)
            .WithName("Facts")
            .WithTags("knowledge")
            .WithSummary($"What the documents say. kind: {FactKinds.Names}; province: in any spelling.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<IReadOnlyList<FactItem>>, ProblemHttpResult> Find(KnowledgeStore store, string? kind = null, string? province = null)
    {
        var knowledge = store.Current;
        var ofKind = string.IsNullOrWhiteSpace(kind) ? null : FactKinds.Find(kind);
        var filter = string.IsNullOrWhiteSpace(province) ? null : ProvinceFilter.Find(province, knowledge.Gazetteer);
        return ofKind is null && !string.IsNullOrWhiteSpace(kind) ? Refuse($"không có loại này; kind là một trong {FactKinds.Names}")
            : filter is null && !string.IsNullOrWhiteSpace(province) ? Refuse("không có tỉnh, thành phố nào tên như vậy")
            : TypedResults.Ok(FactQuery.Run(knowledge, ofKind, filter));
    }

    private static ProblemHttpResult Refuse(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
