using CpAssistant.Configuration;
using CpAssistant.Exports;
using CpAssistant.Exports.Lists;
using CpAssistant.KnowledgeBase;
using CpAssistant.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Searching;

/// <summary><c>GET /api/search</c>, and the files of the page <c>/tim-kiem</c>.</summary>
internal static class SearchRoutes
{
    internal static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search", Find)
            .WithName("Search")
            .WithTags("knowledge")
            .WithSummary(
                "Provisions by their words, 20 a page, the best first; without q all that the filters let pass, in reading order. province: in any spelling, or chung for national texts; "
                + "kind: plan, programme, directive, decision, report, news, strategy, guidance, letter, other; agency: any name, old or new, short or in full; period: 2016-2020; year: of issue.")
            .RequireRateLimiting(RequestLimits.Heavy)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapOpenList(SearchValues.Page, SearchList.Of);
    }

    private static Results<Ok<SearchAnswer>, ProblemHttpResult> Find(
        KnowledgeStore store, Limits limits, string? q = null, string? province = null, string? kind = null, string? agency = null, string? period = null, string? year = null, string? page = null)
    {
        var knowledge = store.Current;
        var values = new SearchValues
        {
            Query = SearchValues.Clean(q),
            InProvince = SearchValues.Clean(province),
            OfKind = SearchValues.Clean(kind),
            OfAgency = SearchValues.Clean(agency),
            OfPeriod = SearchValues.Clean(period),
            OfYear = SearchValues.Clean(year),
            OnPage = SearchValues.Clean(page),
        };
        var request = SearchRequest.Read(values, knowledge, limits);
        return request.Faults.Count > 0
            ? TypedResults.Problem(string.Join(" ", request.Faults.Select(fault => fault.Vi)), statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(SearchAnswer.Of(request, knowledge));
    }
}
