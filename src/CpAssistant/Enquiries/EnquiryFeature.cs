namespace CpAssistant.Enquiries;

internal static class EnquiryFeature
{
    /// <summary>Enquiries to the office, from the conversation they are made in to the answer.</summary>
    internal static IServiceCollection AddEnquiries(this IServiceCollection services, EnquirySettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<EnquiryIntake>()
        .AddSingleton<EnquiryStore>()
        .AddSingleton<EnquiryReplies>();
}
