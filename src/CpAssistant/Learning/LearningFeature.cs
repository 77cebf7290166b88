namespace CpAssistant.Learning;

internal static class LearningFeature
{
    /// <summary>What the office learns from questions: its own approved answers.</summary>
    internal static IServiceCollection AddLearning(this IServiceCollection services, LearningSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<OfficeAnswerStore>()
        .AddSingleton<OfficeAnswerPreview>();
}
