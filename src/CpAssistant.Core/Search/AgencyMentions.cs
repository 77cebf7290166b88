using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Which passages name which agency, in their own words or in the headings above them.</summary>
/// <remarks>Reads every passage once, which takes about as long as indexing them; four bytes for each mention are kept.</remarks>
internal sealed class AgencyMentions
{
    private const int PassagesOfPart = 4096;

    private readonly Gazetteer gazetteer;
    private readonly Dictionary<string, List<int>> passagesOfAgency = new(StringComparer.Ordinal);
    private readonly int passages;

    public AgencyMentions(IReadOnlyList<Passage> passages, Gazetteer gazetteer)
    {
        (this.gazetteer, this.passages) = (gazetteer, passages.Count);
        var parts = Enumerable.Range(0, (passages.Count + PassagesOfPart - 1) / PassagesOfPart).AsParallel().AsOrdered()
            .Select(part => Read(passages, part * PassagesOfPart, Math.Min(passages.Count, (part + 1) * PassagesOfPart), gazetteer));
        foreach (var (agency, passage) in parts.SelectMany(static part => part))
        {
            if (!passagesOfAgency.TryGetValue(agency, out var list))
            {
                passagesOfAgency.Add(agency, list = []);
            }

            list.Add(passage);
        }
    }

    /// <summary>Agencies that are named at all, those of the most passages first.</summary>
    public IReadOnlyList<Agency> Named =>
        [.. gazetteer.Agencies.Where(agency => passagesOfAgency.ContainsKey(agency.Id)).OrderByDescending(agency => passagesOfAgency[agency.Id].Count)];

    /// <returns>The passages that name the agency, one it came from or has become, or one that people mean by the same word.</returns>
    public PassageSet Of(Agency agency)
    {
        var set = new PassageSet(passages);
        foreach (var passage in gazetteer.Agencies.Where(other => IsSame(agency, other)).SelectMany(other => passagesOfAgency.GetValueOrDefault(other.Id) ?? []))
        {
            set.Add(passage);
        }

        return set;
    }

    private static List<(string Agency, int Passage)> Read(IReadOnlyList<Passage> passages, int first, int end, Gazetteer gazetteer)
    {
        var mentions = new List<(string, int)>();
        // Passages in a row stand under the same heading.
        var (heading, ofHeading) = ("", (IReadOnlyList<string>)[]);
        for (var passage = first; passage < end; passage++)
        {
            if (passages[passage].Heading != heading)
            {
                heading = passages[passage].Heading;
                ofHeading = AgenciesIn(heading, gazetteer);
            }

            mentions.AddRange(AgenciesIn(passages[passage].Text, gazetteer).Concat(ofHeading).Distinct().Select(agency => (agency, passage)));
        }

        return mentions;
    }

    private static List<string> AgenciesIn(string text, Gazetteer gazetteer) =>
        [.. gazetteer.AgenciesIn(Analyzer.Exact.Analyze(text)).Select(static match => match.Value.Id)];

    private bool IsSame(Agency one, Agency other) =>
        TodayOf(one) == TodayOf(other) || (one.Group.Length > 0 && one.Group == other.Group);

    private string TodayOf(Agency agency) => gazetteer.SuccessorOf(agency)?.Agency.Id ?? agency.Id;
}
