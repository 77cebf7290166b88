using System.Text.Encodings.Web;
using System.Text.Unicode;
using CpAssistant.Accounts;
using CpAssistant.Channels.DirectLine;
using CpAssistant.Channels.Telegram;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Documents;
using CpAssistant.Enquiries;
using CpAssistant.Exports;
using CpAssistant.Facts;
using CpAssistant.Figures;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.LookUp;
using CpAssistant.Operations;
using CpAssistant.PersonalData;
using CpAssistant.Searching;
using CpAssistant.Storage;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.WebEncoders;

namespace CpAssistant.Commands;

/// <summary><c>serve</c>: the service over HTTP.</summary>
internal static class ServeCommand
{
    internal static Command Command { get; } = new(
        "serve",
        "[--urls URL] [--environment TÊN] [--Mục:Khóa=GIÁ-TRỊ]…",
        "Mở dịch vụ: trang hỏi đáp ở /, văn bản ở /van-ban, tìm kiếm ở /tim-kiem, API ở /api, tình trạng ở /health, mô tả API ở /openapi/v1.json.",
        [],
        [
            "--urls", "--http_ports", "--https_ports", "--environment", "--contentRoot", "--applicationName",
            // Hosts that hand settings on name each section as well, with an empty value.
            "--Knowledge", "--Data", "--Office", "--Limits", "--DirectLine", "--Logging", "--Telegram", "--WebChat", "--Enquiries", "--Notices", "--Console", "--Retention", "--Learning", "--Report",
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
        // Tokens are sealed by it: they outlive a restart, and processes that share the folder read each other's.
        builder.Services.AddDataProtection().SetApplicationName("cp-assistant");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeysFolder, ILoggerFactory>((options, folder, logging) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Path), logging));
        builder.Services.ConfigureHttpJsonOptions(options => JsonText.Configure(options.SerializerOptions));
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRequestLimits(settings.Limits);
        builder.Services.AddSingleton(settings.WebChat);
        builder.Services.AddKnowledgeBase(settings.Knowledge);
        builder.Services.AddStorage(settings.DataFolder, settings.KeysFolder);
        builder.Services.AddEnquiries(settings.Enquiries, settings.Notices);
        builder.Services.AddConversations();
        builder.Services.AddTurnLog();
        builder.Services.AddFigures();
        builder.Services.AddDirectLine(settings.DirectLine);
        builder.Services.AddTelegram(settings.Telegram);
        builder.Services.AddAccounts(settings.Console);
        builder.Services.AddPersonalData(settings.Retention);
        builder.Services.AddLearning(settings.Learning);
        builder.Services.AddExports(settings.Report);

        var app = builder.Build();
        // What the service cannot do without fails here, with its own message.
        _ = app.Services.GetRequiredService<KnowledgeStore>();
        _ = app.Services.GetRequiredService<Database>();
        _ = app.Services.GetRequiredService<Pseudonyms>();
        await app.Services.GetRequiredService<ErasureReplay>().RunAsync();

        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseConsoleHeaders();
        app.UseCompressedFiles();
        app.UseRouting();
        app.UseDirectLine();
        app.UseRequestLimits();
        app.UseAccounts();
        app.MapOpenApi();
        app.MapConversations();
        app.MapDirectLine();
        app.MapWebChat();
        app.MapTelegram();
        app.MapDocuments();
        app.MapFacts();
        app.MapLookUp();
        app.MapSearch();
        app.MapEnquiries();
        app.MapLearning();
        app.MapExports();
        app.MapHealth();
        app.MapRazorPages();
        await app.RunAsync(cancellation);
        return ExitCode.Done;
    }
}
