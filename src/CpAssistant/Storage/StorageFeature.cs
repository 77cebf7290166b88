namespace CpAssistant.Storage;

internal static class StorageFeature
{
    /// <summary>The database in the data folder.</summary>
    internal static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(_ => new DataFolder(dataFolder))
        .AddSingleton<Database>();
}
