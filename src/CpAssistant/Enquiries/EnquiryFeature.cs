using CpAssistant.Accounts;
using CpAssistant.Enquiries.Notices;

namespace CpAssistant.Enquiries;

internal static class EnquiryFeature
{
    /// <summary>Enquiries to the office, from the conversation they are made in to the answer.</summary>
    internal static IServiceCollection AddEnquiries(this IServiceCollection services, EnquirySettings settings, NoticeSettings notices) => services
        .AddSingleton(settings)
        .AddSingleton(notices)
        .AddSingleton<NoticeBook>()
        .AddSingleton<INoticeWay, MailNotices>()
        .AddHostedService<NoticeSender>()
        .AddSingleton<EnquiryIntake>()
        .AddSingleton<EnquiryStore>()
        .AddSingleton<EnquiryReplies>()
        .AddSingleton<CannedTexts>();

    /// <summary>What the console's badge is renewed by.</summary>
    internal static void MapEnquiries(this IEndpointRouteBuilder routes) => routes
        .MapGet(ConsoleAddress.Root + "/dem", (EnquiryStore enquiries) => TypedResults.Ok(enquiries.Count()))
        .RequireAuthorization(MinimumRoleAttribute.PolicyOf(Role.Officer))
        .WithMetadata(new BackgroundAttribute())
        .ExcludeFromDescription();
}
