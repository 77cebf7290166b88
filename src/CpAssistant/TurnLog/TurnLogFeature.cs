namespace CpAssistant.TurnLog;

internal static class TurnLogFeature
{
    /// <summary>Search of the logged turns, for the office's console.</summary>
    internal static IServiceCollection AddTurnLog(this IServiceCollection services) => services.AddSingleton<TurnLogStore>();
}
