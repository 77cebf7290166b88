using CpAssistant.Accounts;
using CpAssistant.Exports.Lists;
using CpAssistant.Exports.Report;
using CpAssistant.KnowledgeBase;
using CpAssistant.Operations;
using CpAssistant.Pages.Console;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CpAssistant.Exports;

internal static class ExportsFeature
{
    /// <summary>Lists as files, those of the office's console and open ones, and the report.</summary>
    internal static IServiceCollection AddExports(this IServiceCollection services, ReportSettings report) => services
        .AddSingleton(report)
        .AddSingleton<ListFiles>()
        .AddSingleton<OpenListFiles>()
        .AddSingleton<ReportFile>();

    internal static void MapExports(this IEndpointRouteBuilder routes)
    {
        MapLists(routes);
        routes.MapGet(ConsoleAddress.Report + ".docx", SendReportAsync)
            .RequireAuthorization(MinimumRoleAttribute.PolicyOf(Role.Officer))
            .ExcludeFromDescription();
    }

    private static void MapLists(IEndpointRouteBuilder routes) => routes
        .MapList(ConsoleAddress.Inbox, Role.Officer, AuditActions.EnquiriesExported, EnquiryList.Of)
        .MapList(ConsoleAddress.Turns, Role.Officer, AuditActions.TurnsExported, TurnList.Of)
        .MapList(UnmetQuestionsModel.Address, Role.Officer, AuditActions.GroupsExported, QuestionGroupList.Of)
        .MapList(OfficeAnswersModel.Address, Role.Officer, AuditActions.AnswersExported, OfficeAnswerList.Of)
        .MapList(ConsoleAddress.Figures, Role.Officer, AuditActions.FiguresExported, FigureList.Of)
        .MapList(ConsoleAddress.PersonalData, Role.Officer, AuditActions.DataRequestsExported, DataRequestList.Of)
        .MapList(ConsoleAddress.Audit, Role.Reviewer, AuditActions.AuditExported, AuditList.Of);

    private static async Task<IResult> SendReportAsync(HttpContext context, ReportFile report, KnowledgeStore store, AuditLog log, TimeProvider time)
    {
        var knowledge = store.Current;
        if (ReportRequest.Read(context.Request.Query, knowledge.Gazetteer, report.Today) is not { } request)
        {
            return TypedResults.Problem("không có kỳ báo cáo hoặc tỉnh này", statusCode: StatusCodes.Status400BadRequest);
        }

        var file = await report.MakeAsync(request, knowledge, context.RequestAborted);
        await log.AppendAsync(new AuditEntry(
            time.GetUtcNow(), SignedInOfficer.Of(context.User)?.Id, AuditActions.ReportMade, "period", ReportPeriodText.Key(request.Period), AuditOutcome.Done));
        return TypedResults.File(file, AdministrativeDocument.MediaType, ReportPeriodText.FileName(request.Period, request.Province));
    }

    /// <summary>A list as CSV and as XLSX, at the address of its page with these endings, with the filters of the page.</summary>
    /// <param name="least">As the page asks for.</param>
    /// <param name="action">What the audit log calls it.</param>
    internal static IEndpointRouteBuilder MapList(this IEndpointRouteBuilder routes, string address, Role least, string action, ListSource source)
    {
        foreach (var (ending, send) in Formats)
        {
            routes.MapGet(address + ending, async Task<IResult> (HttpContext context, ListFiles files, AuditLog log, TimeProvider time) =>
            {
                if (source(context, ConsoleLanguage.Of(context.Request)) is not { } list)
                {
                    return Unreadable();
                }

                // Before anything leaves.
                await log.AppendAsync(new AuditEntry(time.GetUtcNow(), SignedInOfficer.Of(context.User)?.Id, action, "file", ending[1..], AuditOutcome.Done));
                return await send(files, list, context);
            })
            .RequireAuthorization(MinimumRoleAttribute.PolicyOf(least))
            .ExcludeFromDescription();
        }

        return routes;
    }

    /// <summary>A list of what the documents say, for everybody, in the language of its address.</summary>
    internal static IEndpointRouteBuilder MapOpenList(this IEndpointRouteBuilder routes, string address, ListSource source)
    {
        Map(".csv", CsvList.MediaType, (files, list, cancellation) => files.MakeCsvAsync(list, cancellation));
        Map(".xlsx", XlsxList.MediaType, (files, list, cancellation) => files.MakeXlsxAsync(list, cancellation));
        return routes;

        void Map(string ending, string type, Func<ListFiles, ListExport, CancellationToken, Task<Stream>> make) => routes
            .MapGet(address + ending, async Task<IResult> (HttpContext context, OpenListFiles files) =>
                source(context, new ConsoleLanguage(ConsoleLanguage.Asked(context.Request) ?? "vi")) is { } list
                    ? TypedResults.Stream(await make(files, list, context.RequestAborted), type, files.NameOf(list, ending))
                    : Unreadable())
            .RequireRateLimiting(RequestLimits.Heavy)
            .ExcludeFromDescription();
    }

    private static readonly (string Ending, Func<ListFiles, ListExport, HttpContext, Task<IResult>> Send)[] Formats =
    [
        (".csv", (files, list, context) => Task.FromResult<IResult>(
            TypedResults.Stream(body => files.SendCsvAsync(list, body, context.RequestAborted), CsvList.MediaType, files.NameOf(list, ".csv")))),
        (".xlsx", async (files, list, context) =>
            TypedResults.Stream(await files.MakeXlsxAsync(list, context.RequestAborted), XlsxList.MediaType, files.NameOf(list, ".xlsx"))),
    ];

    private static ProblemHttpResult Unreadable() => TypedResults.Problem("không đọc được bộ lọc trong địa chỉ này", statusCode: StatusCodes.Status400BadRequest);
}
