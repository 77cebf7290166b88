using CpAssistant.Accounts;

namespace CpAssistant.Learning;

internal static class LearningFeature
{
    internal const string ProgressAddress = ConsoleAddress.Root + "/cau-hoi/tien-do";

    /// <summary>What the office learns from questions: which were not met, and its own approved answers to them.</summary>
    internal static IServiceCollection AddLearning(this IServiceCollection services, LearningSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<Grouping>()
        .AddSingleton<GroupingJob>()
        .AddHostedService(provider => provider.GetRequiredService<GroupingJob>())
        .AddSingleton<QuestionGroups>()
        .AddSingleton<OfficeAnswerStore>()
        .AddSingleton<OfficeAnswerStandings>()
        .AddSingleton<OfficeAnswerPreview>();

    /// <summary>What the progress of grouping is renewed by on its page.</summary>
    internal static void MapLearning(this IEndpointRouteBuilder routes) => routes
        .MapGet(ProgressAddress, (GroupingJob job) => TypedResults.Ok(job.Progress))
        .RequireAuthorization(MinimumRoleAttribute.PolicyOf(Role.Officer))
        .WithMetadata(new BackgroundAttribute())
        .ExcludeFromDescription();
}
