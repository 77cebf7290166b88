using System.Text.Encodings.Web;
using System.Text.Unicode;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Documents;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;
using CpAssistant.Operations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.WebEncoders;

namespace CpAssistant.Commands;

/// <summary><c>serve</c>: the service over HTTP.</summary>
internal static class ServeCommand
{
    internal static Command Command { get; } = new(
        "serve",
        "[--urls URL] [--environment TÊN] [--Mục:Khóa=GIÁ-TRỊ]…",
        "Mở dịch vụ: trang hỏi đáp ở /, API ở /api, tình trạng ở /health, mô tả API ở /openapi/v1.json.",
        [],
        [
            "--urls", "--http_ports", "--https_ports", "--environment", "--contentRoot", "--applicationName",
            // Hosts that hand settings on name each section as well, with an empty value.
            "--Knowledge", "--Data", "--Office", "--Limits", "--Logging", "--WebChat",
        ],
        Run)
    {
        TakesSettings = true,
    };

    private static async Task<int> Run(CommandContext context, Arguments arguments, CancellationToken cancellation)
    {
        if (arguments.Rest.Count > 0)
        {
            throw new UsageException($"thừa \"{arguments.Rest[0]}\"");
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. arguments.Settings],
            ContentRootPath = arguments.Value("--contentRoot") ?? context.Home,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration.Sources.Insert(0, Settings.Shipped);
        var settings = Settings.Read(builder.Configuration, builder.Environment.ContentRootPath);

        builder.Services.AddSingleton(context.Time);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("CP Assistant", "1");
            return Task.CompletedTask;
        }));
        builder.Services.AddRazorPages();
        // Pages bring data protection along. Nothing is protected by it, so no key is to be written anywhere.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.ConfigureHttpJsonOptions(options => JsonText.Configure(options.SerializerOptions));
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRequestLimits(settings.Limits);
        builder.Services.AddSingleton(settings.WebChat);
        builder.Services.AddKnowledgeBase(settings.Knowledge);
        builder.Services.AddConversations();

        var app = builder.Build();
        _ = app.Services.GetRequiredService<KnowledgeStore>();

        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseCompressedFiles();
        app.UseRouting();
        app.UseRequestLimits();
        app.MapOpenApi();
        app.MapConversations();
        app.MapDocuments();
        app.MapFacts();
        app.MapHealth();
        app.MapRazorPages();
        await app.RunAsync(cancellation);
        return ExitCode.Done;
    }
}
