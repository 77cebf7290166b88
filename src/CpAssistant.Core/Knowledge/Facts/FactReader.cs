namespace CpAssistant.Core.Knowledge;

/// <summary>Reads all facts of a document by the rules of the data.</summary>
public sealed class FactReader
{
    private readonly ResponsibilityReader _responsibilities;
    private readonly TargetReader _targets;
    private readonly TargetNatures _natures;
    private readonly ReportingReader _reporting;
    private readonly FundingReader _funding;
    private readonly IndustryReader _industries;

    public FactReader(Gazetteer gazetteer, FactRules rules, IndustriesData industries)
    {
        var agencies = new AgencyReader(gazetteer, rules.Responsibilities);
        _responsibilities = new ResponsibilityReader(agencies, rules.Responsibilities);
        _targets = new TargetReader(rules.Targets);
        _natures = new TargetNatures(rules.Targets);
        _reporting = new ReportingReader(agencies, rules.Reporting);
        _funding = new FundingReader(rules.Funding, new QuantityReader(rules.Targets), heading => _responsibilities.AgenciesOnly(heading) is not null);
        _industries = new IndustryReader(rules.Industries, industries.Industries);
    }

    /// <returns>Facts by kind, each kind in reading order.</returns>
    public IReadOnlyList<Fact> Read(DocumentTokens tokens)
    {
        var document = tokens.Document;
        if (document.Provisions.Count == 0)
        {
            return [];
        }

        var responsibilities = _responsibilities.Read(tokens).Select(fact => fact with { Standing = _natures.StandingOf(document, fact.Provision) }).ToList();
        var byProvision = responsibilities.ToLookup(fact => fact.Provision.Index);
        return
        [
            .. DocumentFactReader.Read(document),
            .. responsibilities,
            .. _targets.Read(tokens, byProvision),
            .. _reporting.Read(tokens, byProvision),
            .. _funding.Read(tokens, byProvision),
            .. _industries.Read(tokens),
        ];
    }
}
