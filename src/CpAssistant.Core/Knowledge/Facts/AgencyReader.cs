using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads agencies from provisions: those of the gazetteer, and bodies known by their first word and capitals.</summary>
public sealed class AgencyReader(Gazetteer gazetteer, ResponsibilityRules rules)
{
    private readonly AgencyNames _names = new(gazetteer, rules);
    private readonly Cues _joining = new(rules.Joining, exact: true);
    private readonly Cues _qualifiers = new(rules.Qualifiers, exact: true);
    private readonly Cues _bareListStarts = new(rules.BareListStarts, exact: true);

    private readonly PhraseTable<Agency> _collectives = new(
        rules.Collectives.Where(pair => gazetteer.FindAgency(pair.Value) is not null).Select(pair => (pair.Key, gazetteer.FindAgency(pair.Value)!)), exact: true);

    /// <returns>The agency whose name begins at a token, by its whole name.</returns>
    public PhraseMatch<Agency>? At(string text, IReadOnlyList<Token> tokens, int first)
    {
        var collective = _collectives.FindAt(tokens, first);
        var known = gazetteer.AgencyAt(tokens, first) is { } listed && listed.Count >= (collective?.Count ?? 0) ? listed : collective;
        var shaped = _names.ByShape(text, tokens, first);
        return known is null || (shaped is { } longer && longer.Count > known.Value.Count + 1 && known.Value.Count <= 2)
            ? shaped ?? (known is { } only ? _names.Extend(only, text, tokens) : null)
            : _names.Extend(known.Value, text, tokens);
    }

    /// <summary>A list of agencies that begins at a token: "Đài Phát thanh và Truyền hình, Báo Đồng Khởi", "các sở, ngành tỉnh: Công Thương, Tài chính".</summary>
    /// <returns>The agencies and the index of the token after the list; null where none begins there.</returns>
    public (IReadOnlyList<Agency> Agencies, int End)? ListAt(string text, IReadOnlyList<Token> tokens, int first)
    {
        var agencies = new List<Agency>();
        var (i, end) = (first, first);
        var bare = false;
        while (i < tokens.Count)
        {
            if (_bareListStarts.At(tokens, i) is { } start && start.End < tokens.Count && IsColon(text, tokens, start.End) && BareAt(tokens, start.End) is not null)
            {
                bare = true;
                i = end = start.End;
            }
            else if (At(text, tokens, i) is { } match)
            {
                if (agencies.Count == 0 || !IsParent(text, tokens, match.First))
                {
                    agencies.Add(match.Value);
                }

                i = end = match.End;
            }
            else if (bare && BareAt(tokens, i) is { } name)
            {
                agencies.Add(name.Value);
                i = end = name.End;
            }
            else if (agencies.Count > 0 && _qualifiers.At(tokens, i) is { } qualifier && i == end)
            {
                i = end = qualifier.End;
            }
            else if (_joining.At(tokens, i) is { } joining && (agencies.Count > 0 || joining.First == first))
            {
                i = joining.End;
            }
            else if (agencies.Count > 0 && gazetteer.ProvinceAt(tokens, i) is { } province)
            {
                i = end = province.End;
            }
            else
            {
                break;
            }
        }

        return agencies.Count == 0 ? null : (agencies.DistinctBy(agency => agency.Id).ToList(), end);
    }

    /// <summary>"Trung tâm Khuyến công – Sở Công Thương": behind a dash stands the body that the one before belongs to.</summary>
    private static bool IsParent(string text, IReadOnlyList<Token> tokens, int i) =>
        i > 0 && text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End) is " – " or " - " or " — ";

    /// <summary>A department by its bare name: "Công Thương" for Sở Công Thương.</summary>
    private PhraseMatch<Agency>? BareAt(IReadOnlyList<Token> tokens, int first)
    {
        var withHead = new List<Token> { new("sở", 0, 0) };
        withHead.AddRange(tokens.Skip(first).Take(8));
        return gazetteer.AgencyAt(withHead, 0) is { } match ? new PhraseMatch<Agency>(match.Value, first, match.Count - 1) : null;
    }

    private static bool IsColon(string text, IReadOnlyList<Token> tokens, int i) => text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains(':');
}
