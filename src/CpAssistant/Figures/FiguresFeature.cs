namespace CpAssistant.Figures;

internal static class FiguresFeature
{
    /// <summary>The kept figures, for the office's console.</summary>
    internal static IServiceCollection AddFigures(this IServiceCollection services) => services.AddSingleton<FigureStore>();
}
