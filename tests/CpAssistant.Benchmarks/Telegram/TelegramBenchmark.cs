using System.Diagnostics;
using CpAssistant.Benchmarks.Load;
using CpAssistant.Channels.Telegram;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Core.Text;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Benchmarks.Telegram;

/// <summary>From updates in the inbox to replies in the outgoing queue, on disk; nothing is sent, since Telegram allows 30 a second.</summary>
internal static class TelegramBenchmark
{
    internal const string Usage = "telegram --documents DIR… --chats N --turns N [--json FILE]";

    private const int WarmUpTurns = 20;

    internal static int Run(string[] words) => RunAsync(new Arguments(words, "--documents", "--chats", "--turns", "--json")).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var (chats, turns) = (arguments.GetCount("--chats"), arguments.GetCount("--turns"));
        var data = Directory.CreateTempSubdirectory("cp-assistant-telegram-");
        try
        {
            await using var services = Services(Settings.Read(Home.Find()), arguments.GetFolders("--documents"), Path.Combine(data.FullName, "data"));
            var (inbox, outbox) = (services.GetRequiredService<Inbox>(), services.GetRequiredService<Outbox>());
            var provinces = services.GetRequiredService<KnowledgeStore>().Current.Gazetteer.ProvinceNames.ToList();
            // Not measured: the code is compiled while it runs first.
            await PlayAsync(services, inbox, Updates(provinces, chats, WarmUpTurns, first: 1));
            var queued = outbox.Count();
            var elapsed = await PlayAsync(services, inbox, Updates(provinces, chats, turns, first: 1 + (chats * WarmUpTurns)));
            var figures = new TelegramFigures(chats, turns, Math.Round(chats * turns / elapsed.TotalSeconds), outbox.Count() - queued, Environment.WorkingSet / 1024 / 1024);
            Console.WriteLine($"{chats} chats x {turns} updates: {figures.TurnsPerSecond} turns/s, {figures.Messages} messages queued; process {figures.WorkingSetMegabytes} MB");
            Report.Write(figures, arguments.Find("--json"));
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static ServiceProvider Services(Settings settings, IReadOnlyList<string> documents, string data) => new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole())
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings.Limits)
        .AddKnowledgeBase(settings.Knowledge with { Documents = documents })
        .AddStorage(data, KeysFolder.Beside(data))
        .AddEnquiries(settings.Enquiries, settings.Notices)
        .AddConversations()
        .AddPersonalData(settings.Retention)
        .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
        .AddTelegram(new TelegramSettings { Token = "1:benchmark" })
        .BuildServiceProvider();

    /// <returns>From the moment that the updates are in the inbox until it is empty.</returns>
    private static async Task<TimeSpan> PlayAsync(ServiceProvider services, Inbox inbox, IReadOnlyList<(long Id, Incoming? Content)> updates)
    {
        await inbox.ReceiveAsync(updates);
        using var worker = services.GetServices<IHostedService>().OfType<UpdateWorker>().Single();
        var watch = Stopwatch.StartNew();
        await worker.StartAsync(CancellationToken.None);
        while (inbox.CountOpen() > 0)
        {
            await Task.Delay(5);
        }

        var elapsed = watch.Elapsed;
        await worker.StopAsync(CancellationToken.None);
        return elapsed;
    }

    private static List<(long Id, Incoming? Content)> Updates(List<string> provinces, int chats, int turns, int first) =>
    [
        .. Enumerable.Range(first, chats * turns).Select(id =>
            ((long)id, (Incoming?)new Incoming.Question(new Origin(1 + (id % chats), IsGroup: false, 1 + (id % chats), id, null, "vi"), PersonalNumbers.Mask(LoadBenchmark.QuestionAt(provinces, id)), null, false))),
    ];
}

/// <param name="Messages">A reply may need more than one.</param>
internal sealed record TelegramFigures(int Chats, int Turns, double TurnsPerSecond, int Messages, long WorkingSetMegabytes);
