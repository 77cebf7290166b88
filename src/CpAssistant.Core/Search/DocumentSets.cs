using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Search;

/// <summary>The passages of all documents of a province, of a kind, of a period, of a year, so that a filter asks no document.</summary>
/// <remarks>A bit a passage for each value that documents have: some 5 MB for 400,000 passages.</remarks>
internal sealed class DocumentSets
{
    private readonly int passages;
    private readonly Dictionary<string, (Document Sample, PassageSet Passages)> byProvince = new(StringComparer.Ordinal);
    private readonly Dictionary<DocumentKind, PassageSet> byKind = [];
    private readonly Dictionary<Period, PassageSet> byPeriod = [];
    private readonly Dictionary<int, PassageSet> byYear = [];
    private readonly PassageSet nationwide;

    public DocumentSets(IReadOnlyList<Passage> passages, IReadOnlyDictionary<string, Document> documents)
    {
        this.passages = passages.Count;
        nationwide = new PassageSet(passages.Count);
        for (var passage = 0; passage < passages.Count; passage++)
        {
            Add(passage, documents[passages[passage].Document]);
        }
    }

    /// <summary>Takes out what does not pass a filter; agencies are not looked at.</summary>
    public void Restrict(PassageSet set, ProvisionFilter filter, Gazetteer gazetteer)
    {
        if (filter.NationwideOnly)
        {
            set.IntersectWith(nationwide);
        }

        Restrict(set, filter.Kind, kind => byKind.GetValueOrDefault(kind));
        Restrict(set, filter.Year, year => byYear.GetValueOrDefault(year));
        if (filter.Period is { } period)
        {
            set.IntersectWith(byPeriod.GetValueOrDefault(period) ?? new PassageSet(passages));
        }

        if (filter.Province is { } province)
        {
            var inProvince = new PassageSet(passages);
            foreach (var (sample, ofName) in byProvince.Values.Where(named => province.Holds(named.Sample, gazetteer)))
            {
                inProvince.UnionWith(ofName);
            }

            set.IntersectWith(inProvince);
        }
    }

    private void Restrict<T>(PassageSet set, T? value, Func<T, PassageSet?> find)
        where T : struct
    {
        if (value is { } wanted)
        {
            set.IntersectWith(find(wanted) ?? new PassageSet(passages));
        }
    }

    private void Add(int passage, Document document)
    {
        var metadata = document.Metadata;
        if (metadata.Province is { } province)
        {
            if (!byProvince.TryGetValue(province.Value, out var named))
            {
                byProvince.Add(province.Value, named = (document, new PassageSet(passages)));
            }

            named.Passages.Add(passage);
        }
        else
        {
            nationwide.Add(passage);
        }

        AddTo(byKind, metadata.Kind, passage);
        if (metadata.Period is { } period)
        {
            AddTo(byPeriod, period.Value, passage);
        }

        if (metadata.Date is { } date)
        {
            AddTo(byYear, date.Value.Year, passage);
        }
    }

    private void AddTo<T>(Dictionary<T, PassageSet> sets, T value, int passage)
        where T : notnull
    {
        if (!sets.TryGetValue(value, out var set))
        {
            sets.Add(value, set = new PassageSet(passages));
        }

        set.Add(passage);
    }
}
