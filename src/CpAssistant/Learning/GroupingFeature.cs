using CpAssistant.Accounts;

namespace CpAssistant.Learning;

internal static class GroupingFeature
{
    internal const string ProgressAddress = ConsoleAddress.Root + "/cau-hoi/tien-do";

    /// <summary>Unmet questions, put together by likeness, for the office's console.</summary>
    internal static IServiceCollection AddGrouping(this IServiceCollection services) => services
        .AddSingleton<Grouping>()
        .AddSingleton<GroupingJob>()
        .AddHostedService(provider => provider.GetRequiredService<GroupingJob>())
        .AddSingleton<QuestionGroups>();

    /// <summary>What the page's progress is renewed by.</summary>
    internal static void MapGrouping(this IEndpointRouteBuilder routes) => routes
        .MapGet(ProgressAddress, (GroupingJob job) => TypedResults.Ok(job.Progress))
        .RequireAuthorization(MinimumRoleAttribute.PolicyOf(Role.Officer))
        .WithMetadata(new BackgroundAttribute())
        .ExcludeFromDescription();
}
