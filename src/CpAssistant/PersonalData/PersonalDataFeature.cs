namespace CpAssistant.PersonalData;

internal static class PersonalDataFeature
{
    /// <summary>Erasure and its ledger, retention, and what people ask about their data.</summary>
    internal static IServiceCollection AddPersonalData(this IServiceCollection services, RetentionSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<ErasureLedger>()
        .AddSingleton<Erasure>()
        .AddSingleton<ErasureReplay>()
        .AddSingleton<Compaction>()
        .AddSingleton<Retention>()
        .AddSingleton<DataRequestStore>()
        .AddSingleton<PersonalRecords>()
        .AddSingleton<PersonalChanges>()
        .AddSingleton<PersonSearch>()
        .AddHostedService<RetentionJob>();
}
