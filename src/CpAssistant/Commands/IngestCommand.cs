using System.Text.Json;
using CpAssistant.Ingestion;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Commands;

/// <summary><c>ingest</c>: what is read from the files of a folder, for the person who loads documents. Nothing is stored.</summary>
internal static class IngestCommand
{
    internal static Command Command { get; } = new(
        "ingest",
        "DIR… [--json]",
        "Đọc thử các văn bản: mỗi tệp một bản kê (số, ngày, dàn bài, dữ kiện, cảnh báo). Mã thoát 1 nếu có tệp bị từ chối.",
        ["--json"],
        [],
        Run);

    private static Task<int> Run(CommandContext context, Arguments arguments, CancellationToken cancellation)
    {
        if (arguments.Rest.Count == 0)
        {
            throw new UsageException("cần một thư mục");
        }

        var progress = new Progress(context.Terminal.Error, context.Time);
        var load = KnowledgeLoader.Load(context.Settings(arguments.Rest).Knowledge, progress.Report);
        if (load is not KnowledgeLoad.Loaded loaded)
        {
            throw new KnowledgeException(((KnowledgeLoad.Failed)load).Reasons);
        }

        var reports = IngestReport.Of(loaded);
        if (arguments.Has("--json"))
        {
            context.Terminal.Out.WriteLine(JsonSerializer.Serialize(reports, JsonText.Indented));
        }
        else
        {
            foreach (var line in IngestText.Lines(reports))
            {
                context.Terminal.Out.WriteLine(line);
            }
        }

        return Task.FromResult(loaded.Refused.Any() ? ExitCode.Failed : ExitCode.Done);
    }

    /// <summary>Tells how far the work has come, once a second at most and not at all for short work.</summary>
    private sealed class Progress(TextWriter error, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private long _last = time.GetTimestamp();

        internal void Report(int done, int all)
        {
            lock (_gate)
            {
                if (time.GetElapsedTime(_last) >= TimeSpan.FromSeconds(1))
                {
                    _last = time.GetTimestamp();
                    error.WriteLine($"{done}/{all}");
                }
            }
        }
    }
}
