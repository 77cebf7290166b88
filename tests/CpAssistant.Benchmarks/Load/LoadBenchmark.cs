using System.Diagnostics;
using CpAssistant.Configuration;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.Load;

/// <summary>Many conversations side by side over WebSocket against the service in a process of its own, its log on disk.</summary>
internal static class LoadBenchmark
{
    internal const string Usage = "load --documents DIR… --conversations N --turns N [--json FILE]";

    private const int WarmUpTurns = 100;

    /// <summary>{0} is a province; a number behind it makes each question one that was never asked before.</summary>
    private static readonly IReadOnlyList<string> Questions =
    [
        "Sở Công Thương {0} phải làm gì?",
        "chi tieu ap dung san xuat sach hon den nam 2020 cua {0}",
        "Which agency leads training on cleaner production in {0}?",
        "Kế hoạch của {0} do ai ký?",
        "cong ty toi o kcn {0} muon duoc tap huan thi lien he ai?",
        "Doanh nghiệp ở {0} được hỗ trợ gì?",
        "kinh phi thuc hien o {0} lay tu dau?",
        "{0} phải báo cáo khi nào?",
        "còn các ngành ưu tiên ở {0}?",
        "{0}: tiết kiệm nguyên liệu, năng lượng bao nhiêu phần trăm?",
    ];

    internal static int Run(string[] words) => RunAsync(new Arguments(words, "--documents", "--conversations", "--turns", "--json")).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var (conversations, turns) = (arguments.GetCount("--conversations"), arguments.GetCount("--turns"));
        var folders = arguments.GetFolders("--documents");
        var sources = Settings.Read(Home.Find()).Knowledge with { Documents = folders };
        var provinces = KnowledgeLoader.Load(sources) is KnowledgeLoad.Loaded loaded ? loaded.Snapshot.Gazetteer.ProvinceNames.ToList() : throw new UsageException("the knowledge cannot be loaded");
        var data = Directory.CreateTempSubdirectory("cp-assistant-load-");
        try
        {
            using var service = await ServiceProcess.StartAsync(Home.Find(), SettingsOf(folders, Path.Combine(data.FullName, "data")));
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = conversations });
            // Not measured: the code is compiled while it runs first.
            await PlayAsync(service, http, provinces, conversations, WarmUpTurns, round: 0);
            var figures = await PlayAsync(service, http, provinces, conversations, turns, round: 1);
            Console.WriteLine($"{conversations} conversations x {turns} turns: {figures.Answered} answered, {figures.Lost} lost, {figures.Doubled} doubled");
            Console.WriteLine($"{figures.TurnsPerSecond} turns/s; post to reply p50 {figures.P50Milliseconds} ms, p99 {figures.P99Milliseconds} ms; service {figures.WorkingSetMegabytes} MB");
            Report.Write(figures, arguments.Find("--json"));
            return figures.Lost + figures.Doubled == 0 ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<LoadFigures> PlayAsync(ServiceProcess service, HttpClient http, List<string> provinces, int conversations, int turns, int round)
    {
        var clients = new List<ChatClient>();
        foreach (var _ in Enumerable.Range(0, conversations))
        {
            var client = await ChatClient.StartAsync(http, service.Address);
            await client.ConnectAsync(CancellationToken.None);
            clients.Add(client);
        }

        var watch = Stopwatch.StartNew();
        var played = await Task.WhenAll(clients.Select((client, i) => Task.Run(() => TalkAsync(client, turn => QuestionAt(provinces, (round * conversations * WarmUpTurns) + (i * turns) + turn), turns))));
        var elapsed = watch.Elapsed;
        clients.ForEach(client => client.Dispose());
        var times = played.SelectMany(talk => talk.Milliseconds).ToList();
        return new LoadFigures(
            conversations,
            turns,
            times.Count,
            (conversations * turns) - times.Count,
            played.Sum(talk => talk.Doubled),
            Math.Round(times.Count / elapsed.TotalSeconds),
            Report.Percentile(times, 0.5),
            Report.Percentile(times, 0.99),
            service.WorkingSet / 1024 / 1024);
    }

    /// <summary>Posts, waits for the reply on the stream, posts the next.</summary>
    private static async Task<(List<double> Milliseconds, int Doubled)> TalkAsync(ChatClient client, Func<int, string> question, int turns)
    {
        var (milliseconds, seen, doubled) = (new List<double>(), new HashSet<string>(), 0);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var turn = 0; turn < turns; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            var id = await client.PostAsync($"{client.ConversationId}-{turn}", question(turn));
            for (var answered = false; !answered;)
            {
                foreach (var activity in await client.ReceiveAsync(limit.Token) ?? throw new InvalidOperationException("the stream has ended"))
                {
                    doubled += seen.Add(activity.Id) ? 0 : 1;
                    answered |= activity.IsBot && activity.ReplyTo == id;
                }
            }

            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // Each turn is one message and one reply; what is more has been said twice.
        return (milliseconds, doubled + Math.Max(0, seen.Count - (2 * turns)));
    }

    internal static string QuestionAt(List<string> provinces, int number) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Questions[number % Questions.Count], provinces[number / Questions.Count % provinces.Count]) + $" ({number})";

    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(IReadOnlyList<string> documents, string data) =>
    [
        .. documents.Select((folder, i) => KeyValuePair.Create($"Knowledge:Documents:{i}", Path.GetFullPath(folder))),
        KeyValuePair.Create("Data:Folder", data),
        .. ServiceProcess.Unlimited,
    ];
}

/// <param name="Lost">Messages that got no reply.</param>
/// <param name="Doubled">Activities that came more than once.</param>
internal sealed record LoadFigures(
    int Conversations, int Turns, int Answered, int Lost, int Doubled, double TurnsPerSecond, double P50Milliseconds, double P99Milliseconds, long WorkingSetMegabytes);
