using System.Text.Json;
using CpAssistant.Core.Knowledge;
using CpAssistant.Facts;

namespace CpAssistant.Commands;

/// <summary><c>facts</c>: what the documents say, as a table or as a JSON array.</summary>
internal static class FactsCommand
{
    internal static Command Command { get; } = new(
        "facts",
        $"[--kind {FactKinds.Names}] [--province TỈNH] [--documents DIR]… [--json]",
        "Những điều đọc được từ các văn bản: phân công, chỉ tiêu, báo cáo, kinh phí, ngành ưu tiên, số và ngày của văn bản.",
        ["--json"],
        ["--kind", "--province", "--documents"],
        Run);

    private static Task<int> Run(CommandContext context, Arguments arguments, CancellationToken cancellation)
    {
        if (arguments.Rest.Count > 0)
        {
            throw new UsageException($"thừa \"{arguments.Rest[0]}\"");
        }

        FactKind? kind = arguments.Value("--kind") is { } name ? FactKinds.Find(name) ?? throw new UsageException($"không có loại {name}") : null;
        var knowledge = context.Knowledge(context.Settings(arguments.Values("--documents")));
        var province = arguments.Value("--province") is { } place
            ? ProvinceFilter.Find(place, knowledge.Gazetteer) ?? throw new UsageException($"không có tỉnh, thành phố nào tên \"{place}\"")
            : null;
        var items = FactQuery.Run(knowledge, kind, province);
        if (arguments.Has("--json"))
        {
            context.Terminal.Out.WriteLine(JsonSerializer.Serialize(items, JsonText.Indented));
        }
        else
        {
            foreach (var line in FactTable.Lines(items).DefaultIfEmpty("(không có)"))
            {
                context.Terminal.Out.WriteLine(line);
            }
        }

        return Task.FromResult(ExitCode.Done);
    }
}
