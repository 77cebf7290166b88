using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CpAssistant.Facts;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.LookUp;

/// <summary>
/// The tables hold every responsibility and every figure of the golden files, and nothing else: on the pages, over HTTP and in the files.
/// The golden files were checked against the texts (see <see cref="Knowledge.Facts.FactGoldenTests"/>).
/// </summary>
public sealed partial class GoldenTableTests
{
    [SharedFact]
    public Task The_official_texts_give_these_tables() => AssertTables(SharedFolder.Documents!);

    [Fact]
    public Task Other_documents_of_the_kind_give_theirs() => AssertTables(Repository.CorpusDocuments);

    /// <summary>Numbered otherwise, with other names of agencies; see <see cref="Knowledge.Facts.WrittenFactTests"/>.</summary>
    [Fact]
    public Task Documents_with_other_habits_give_theirs() => AssertTables(Repository.MoreDocuments);

    private static async Task AssertTables(string folder)
    {
        using var service = new Service([("Knowledge:Documents:0", folder), .. Browser.BrowserFixture.ManyPeople]);
        var golden = Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".txt" or ".md" && Path.GetFileName(file) != "README.md").SelectMany(Golden).ToList();
        var duties = golden.Where(line => line.Kind == "Responsibility").Select(line => $"{line.Document} {line.Span} {line.Fields[0]} {line.Fields[1]}").Distinct().Order(StringComparer.Ordinal).ToList();
        var figures = golden.Where(line => line.Kind == "Target").Select(line => $"{line.Document} {line.Span} {line.Fields[3]} {line.Fields[0]}").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(duties);
        Assert.NotEmpty(figures);

        Assert.Equal(duties, await DutiesOfPages(service));
        Assert.Equal(duties, (await Items(service, "/api/responsibilities")).Select(item => $"{Id(item)} {Span(item)} {Text(item, "agency")} {Capital(Text(item, "role"))}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(figures.Select(line => string.Join(' ', line.Split(' ')[..3])).Distinct(), await FiguresOfPage(service));
        Assert.Equal(figures, (await Items(service, "/api/targets")).Select(item => $"{Id(item)} {Span(item)} {Capital(Text(item, "nature"))} {Text(item, "indicatorId")}").Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Document, words, agency and role of each row of the list, over all its pages.</summary>
    private static async Task<IReadOnlyList<string>> DutiesOfPages(Service service)
    {
        var rows = new List<string>();
        for (var address = "/tra-cuu/co-quan?xem=bang"; address is not null;)
        {
            var page = await service.Page(address);
            foreach (var section in page.QuerySelectorAll("section:has(table.duties)"))
            {
                rows.AddRange(section.QuerySelectorAll("tbody tr").Select(row =>
                    $"{Place(row.QuerySelector(".place a")!)} {section.QuerySelector("h2")!.Words()} {FactWords.Roles.First(role => role.Vietnamese == row.QuerySelector(".role span")!.Words()).Value}"));
            }

            address = page.QuerySelector("nav.pages a[rel=next]")?.GetAttribute("href");
        }

        return [.. rows.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Document, words and nature of each figure in a cell.</summary>
    private static async Task<IEnumerable<string>> FiguresOfPage(Service service)
    {
        var page = await service.Page("/tra-cuu/muc-tieu");
        return page.QuerySelectorAll("section.natures").SelectMany(section => section.QuerySelectorAll("td a").Select(link =>
            $"{Place(link)} {FactWords.Natures.First(nature => nature.Slug == section.GetAttribute("aria-labelledby")).Value}")).Distinct().Order(StringComparer.Ordinal);
    }

    private static string Place(IElement link)
    {
        var match = Address().Match(link.GetAttribute("href")!);
        return $"{Uri.UnescapeDataString(match.Groups["id"].Value)} {match.Groups["span"].Value}";
    }

    private static async Task<IReadOnlyList<JsonElement>> Items(Service service, string address)
    {
        using var json = JsonDocument.Parse(await service.Client.GetStringAsync(address));
        return [.. json.RootElement.EnumerateArray().Select(item => item.Clone())];
    }

    private static string Id(JsonElement item) => Path.GetFileNameWithoutExtension(Text(item, "document"));

    private static string Span(JsonElement item) => $"{item.GetProperty("start").GetInt32()}-{item.GetProperty("end").GetInt32()}";

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static IEnumerable<(string Document, string Kind, string Span, string[] Fields)> Golden(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return File.ReadLines(Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Golden", "facts", name + ".tsv")).Select(line => line.Split('\t'))
            .Select(fields => (name, fields[0], fields[2], fields[3..]));
    }

    [GeneratedRegex("/van-ban/(?<id>[^?]+)\\?trich=(?<span>[0-9]+-[0-9]+)")]
    private static partial Regex Address();
}
