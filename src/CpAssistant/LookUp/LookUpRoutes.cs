using CpAssistant.Core.Knowledge;
using CpAssistant.Exports;
using CpAssistant.Exports.Lists;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;
using CpAssistant.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.LookUp;

/// <summary>The tables over HTTP: as JSON and as files.</summary>
internal static class LookUpRoutes
{
    internal static void MapLookUp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/responsibilities", Responsibilities)
            .WithName("Responsibilities")
            .WithTags("knowledge")
            .WithSummary("Who does what. agency: a body by its old or new name, whole or abbreviated; province: in any spelling, may come more than once; "
                + $"role: {string.Join('|', FactWords.Roles.Select(role => role.Name))}; task: the id of a kind of task.")
            .RequireRateLimiting(RequestLimits.Heavy)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/targets", Targets)
            .WithName("Targets")
            .WithTags("knowledge")
            .WithSummary("Targets, proposals and reported results. indicator: an id or words out of its name; province: in any spelling, may come more than once; "
                + $"period: the year in which it ends (2020) or from year to year (2016-2020); nature: {string.Join('|', FactWords.Natures.Select(nature => nature.Name))}.")
            .RequireRateLimiting(RequestLimits.Heavy)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes
            .MapOpenList(LookUpAddress.Responsibilities, ResponsibilityList.Of)
            .MapOpenList(LookUpAddress.Targets, TargetList.Of);
    }

    private static Results<Ok<IReadOnlyList<FactItem>>, ProblemHttpResult> Responsibilities(
        KnowledgeStore store, string? agency = null, string[]? province = null, string? role = null, string? task = null)
    {
        var knowledge = store.Current;
        var reader = new LookUpReader(knowledge);
        var filter = reader.Responsibilities((nameof(agency), agency), (nameof(province), province ?? []), (nameof(role), role), (nameof(task), task));
        return Answer(reader, filter.Select(knowledge));
    }

    private static Results<Ok<IReadOnlyList<FactItem>>, ProblemHttpResult> Targets(
        KnowledgeStore store, string? indicator = null, string[]? province = null, string? period = null, string? nature = null)
    {
        var knowledge = store.Current;
        var reader = new LookUpReader(knowledge);
        var filter = reader.Targets((nameof(indicator), indicator), (nameof(province), province ?? []), (nameof(period), period), (nameof(nature), nature));
        return Answer(reader, filter.Select(knowledge));
    }

    private static Results<Ok<IReadOnlyList<FactItem>>, ProblemHttpResult> Answer(LookUpReader reader, IEnumerable<Fact> facts) =>
        reader.Faults is [var fault, ..]
            ? TypedResults.Problem(fault.Words.Vietnamese, statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok<IReadOnlyList<FactItem>>([.. facts.Select(FactItem.Of)]);
}
