namespace CpAssistant.KnowledgeBase;

internal static class KnowledgeBaseFeature
{
    /// <summary>The knowledge in use, taken up anew when its files change.</summary>
    internal static IServiceCollection AddKnowledgeBase(this IServiceCollection services, KnowledgeSources sources) => services
        .AddSingleton(sources)
        .AddSingleton<KnowledgeStore>()
        .AddHostedService<KnowledgeWatcher>();
}
