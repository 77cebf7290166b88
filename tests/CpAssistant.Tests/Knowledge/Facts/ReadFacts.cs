using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests.Knowledge.Facts;

/// <summary>Reads the facts of small texts and of files with the language data of the project, and shows them as lines.</summary>
internal static class ReadFacts
{
    private static readonly ProvincesData Provinces = Data<ProvincesData>("provinces");

    private static readonly IReadOnlyList<string> ProvinceNames = [.. Provinces.Provinces.SelectMany(unit => unit.Former.Append(unit.Name)).Distinct()];

    private static readonly FactReader Reader = new(new Gazetteer(Provinces, Data<AgenciesData>("agencies")), Data<FactRules>("facts"), Data<IndustriesData>("industries"));

    internal static IReadOnlyList<T> Of<T>(string text)
        where T : Fact => [.. Reader.Read(new DocumentTokens(Parse("some-file.txt", text))).OfType<T>()];

    /// <returns>"agency | role | the words quoted" for each responsibility.</returns>
    internal static IReadOnlyList<string> Charges(string text) =>
        [.. Of<Responsibility>(text).Select(fact => $"{fact.Agency.Name} | {fact.Role} | {fact.Document.Quote(fact.Span)}")];

    /// <returns>"indicator | digits and unit | years | nature" for each figure.</returns>
    internal static IReadOnlyList<string> Figures(string text) =>
        [.. Of<Target>(text).Select(fact => $"{fact.Indicator?.Id ?? fact.Label} | {fact.Value.Digits} {fact.Value.Unit} | {fact.Period?.From}-{fact.Period?.To} | {fact.Nature}")];

    internal static IEnumerable<string> LinesOf(string path) => InFile(path).Select(Line);

    /// <returns>"figure" and "responsibility" lines as people write them down in <c>Corpus/facts</c>.</returns>
    internal static IEnumerable<string> WrittenLinesOf(string path) => InFile(path).Select(Written).OfType<string>();

    private static string? Written(Fact fact) => fact switch
    {
        Responsibility duty => $"responsibility\t{PathOf(fact)}\t{duty.Agency.Name}\t{duty.Role}\t{string.Join(", ", duty.Partners.Select(partner => partner.Name))}",
        Target target => $"figure\t{PathOf(fact)}\t{target.Indicator?.Id ?? target.Label}\t{Written(target.Value)}\t{(target.Period is { } period ? WrittenYears(period) : "")}\t{target.Nature.ToString().ToLowerInvariant()}",
        _ => null,
    };

    private static string Written(Quantity value)
    {
        var bound = value.Bound switch { Bound.AtLeast => "≥", Bound.AtMost => "≤", Bound.About => "~", Bound.Above => ">", Bound.Below => "<", _ => "" };
        return $"{bound}{Digits(value, value.From)}{(value.IsRange ? "-" + Digits(value, value.To) : "")}\t{(value.IsMoney ? "triệu đồng" : value.Unit)}";
    }

    private static string Digits(Quantity value, decimal number) =>
        (value.IsMoney ? number / 1_000_000 : number).ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string WrittenYears(Period period) => period.From == period.To ? $"{period.From}" : $"{period.From}-{period.To}";

    private static string PathOf(Fact fact) => string.Join('›', fact.Document.PathTo(fact.Provision).Select(node => node.Label).Where(label => label.Length > 0));

    /// <returns>Kind, labels of the section, start-end, and the fact; no sentence of the text.</returns>
    private static string Line(Fact fact) => string.Join('\t',
        fact.GetType().Name,
        PathOf(fact),
        $"{fact.Span.Start}-{fact.Span.End}",
        Say(fact));

    private static string Say(Fact fact) => fact switch
    {
        Responsibility duty => $"{duty.Agency.Name}\t{duty.Role}\t{string.Join(", ", duty.Partners.Select(partner => partner.Name))}",
        Target target => $"{target.Indicator?.Id}\t{Bounded(target.Value)}\t{target.Period?.From}-{target.Period?.To}\t{target.Nature}",
        ReportingDuty report => $"{Names(report.From)}\t{Names(report.To)}\t{report.Frequency}",
        FundingSource source => $"{source.Source}\t{(source.Amount is { } sum ? Bounded(sum) : "")}",
        PriorityIndustry industry => industry.Industry?.Id ?? "",
        DocumentFact said => said.Name,
        _ => throw new InvalidOperationException(fact.GetType().Name),
    };

    /// <summary>The last first: a list does not stand here as it stands in the text.</summary>
    private static string Names(IReadOnlyList<Agency> agencies) => string.Join(", ", agencies.Reverse().Select(agency => agency.Name));

    private static string Bounded(Quantity value) => string.Create(CultureInfo.InvariantCulture, $"{(value.Bound == Bound.Exactly ? "" : value.Bound + " ")}{value.From:0.###}{(value.IsRange ? "-" : "")}{(value.IsRange ? value.To : null):0.###} {value.Unit}");

    private static IReadOnlyList<Fact> InFile(string path) =>
        Reader.Read(new DocumentTokens(Assert.IsType<FileReport.Accepted>(DocumentFile.Read(path, ProvinceNames)).Document));

    private static Document Parse(string file, string text) =>
        Assert.IsType<ParseResult.Accepted>(DocumentParser.Parse(file, text, ProvinceNames)).Document;

    private static T Data<T>(string name) => YamlData.Read<T>(File.ReadAllText(Path.Combine(Repository.Language, name + ".yaml")));
}
