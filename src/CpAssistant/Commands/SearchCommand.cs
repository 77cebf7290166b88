using System.Globalization;
using System.Text.Json;
using CpAssistant.Conversations;
using CpAssistant.Core.Search;
using CpAssistant.Searching;

namespace CpAssistant.Commands;

/// <summary><c>search</c>: passages by their words, with the reasons for their order.</summary>
internal static class SearchCommand
{
    private const int UsualTop = 10;

    private const int MostTerms = 6;

    internal static Command Command { get; } = new(
        "search",
        "TỪ-CẦN-TÌM [--top N] [--documents DIR]… [--json]",
        "Tìm các đoạn văn bản theo từ ngữ, có dấu hay không dấu, kèm lý do xếp hạng.",
        ["--json"],
        ["--top", "--documents"],
        Run);

    private static Task<int> Run(CommandContext context, Arguments arguments, CancellationToken cancellation)
    {
        var query = string.Join(' ', arguments.Rest).Trim();
        if (query.Length == 0)
        {
            throw new UsageException("cần từ để tìm");
        }

        var top = arguments.Number("--top", UsualTop, 1, 1000);
        var settings = context.Settings(arguments.Values("--documents"));
        if (query.Length > settings.Limits.QuestionCharacters)
        {
            context.Terminal.Error.WriteLine(QuestionText.TooLong(query, settings.Limits));
            return Task.FromResult(ExitCode.Failed);
        }

        var knowledge = context.Knowledge(settings);
        var results = knowledge.Provisions.Find(query, new ProvisionFilter(), 0, top);
        var items = SearchItem.AllOf(results, knowledge);
        if (arguments.Has("--json"))
        {
            context.Terminal.Out.WriteLine(JsonSerializer.Serialize(items, JsonText.Indented));
            return Task.FromResult(ExitCode.Done);
        }

        if (results.Suggestion is { } suggestion)
        {
            context.Terminal.Out.WriteLine(results.IsMended ? $"(tìm theo: {suggestion})" : $"(có phải ý bạn là: {suggestion})");
        }

        foreach (var item in items)
        {
            context.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{item.Score,8:0.00}  {item.Document}  [{item.Section}]"));
            context.Terminal.Out.WriteLine($"          {item.Snippet}");
            context.Terminal.Out.WriteLine($"          {Reasons(item)}");
        }

        if (items.Count == 0)
        {
            context.Terminal.Out.WriteLine("(không có đoạn nào)");
        }

        return Task.FromResult(ExitCode.Done);
    }

    /// <returns>The points of each term over all parts, those of the most points first: "đường 3.10 (cả đoạn 1.00, câu 2.10)".</returns>
    private static string Reasons(SearchItem item) => string.Join(", ", item.Terms.GroupBy(term => term.Term)
        .Select(term => (Term: term.Key, Points: term.Sum(part => part.Points), Parts: string.Join(", ", term.Select(part => string.Create(CultureInfo.InvariantCulture, $"{Name(part.Part)} {part.Points:0.00}")))))
        .OrderByDescending(term => term.Points).Take(MostTerms)
        .Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Term} {term.Points:0.00} ({term.Parts})"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"khớp đề mục {item.HeadingSharePoints:0.00}")));

    private static string Name(ScorePart part) => part switch
    {
        ScorePart.BestWindow => "câu",
        ScorePart.Heading => "đề mục",
        _ => "cả đoạn",
    };
}
