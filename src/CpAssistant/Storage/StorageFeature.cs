namespace CpAssistant.Storage;

internal static class StorageFeature
{
    /// <summary>The database in the data folder, and the keys apart from it.</summary>
    internal static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder, string keysFolder) => services
        .AddSingleton(_ => new DataFolder(dataFolder))
        .AddSingleton(provider => new KeysFolder(keysFolder).TakeOver(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<ILogger<KeysFolder>>()))
        .AddSingleton<Database>();
}
