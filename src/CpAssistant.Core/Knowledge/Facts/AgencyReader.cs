using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads agencies from provisions: those of the gazetteer, and bodies known by their first word and capitals.</summary>
public sealed class AgencyReader(Gazetteer gazetteer, ResponsibilityRules rules)
{
    private readonly Cues _heads = new(rules.AgencyHeads, exact: true);
    private readonly Cues _joining = new(rules.Joining, exact: true);
    private readonly Cues _bareListStarts = new(rules.BareListStarts, exact: true);

    /// <returns>The agency whose name begins at a token.</returns>
    public PhraseMatch<Agency>? At(string text, IReadOnlyList<Token> tokens, int first)
    {
        var known = gazetteer.AgencyAt(tokens, first);
        var shaped = ByShape(text, tokens, first);
        return known is null || (shaped is { } longer && longer.Count > known.Value.Count + 1 && known.Value.Count <= 2) ? shaped ?? known : known;
    }

    /// <returns>All agencies that are named, in order.</returns>
    public IReadOnlyList<PhraseMatch<Agency>> In(string text, IReadOnlyList<Token> tokens)
    {
        var found = new List<PhraseMatch<Agency>>();
        for (var i = 0; i < tokens.Count;)
        {
            if (At(text, tokens, i) is { } match)
            {
                found.Add(match);
                i = match.End;
            }
            else
            {
                i++;
            }
        }

        return found;
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
                    i = EndOfName(match, text, tokens);
                    agencies.Add(Named(match with { Count = i - match.First }, text, tokens));
                }

                i = end = Math.Max(i, match.End);
            }
            else if (bare && BareAt(tokens, i) is { } name)
            {
                agencies.Add(name.Value);
                i = end = name.End;
            }
            else if (_joining.At(tokens, i) is { } joining && (agencies.Count > 0 || joining.First == first))
            {
                i = joining.End;
            }
            else if (agencies.Count > 0 && ProvinceAt(tokens, i) is { } province)
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

    /// <summary>"các huyện, thành phố Tân An", "Báo Long An": the proper name behind a body that the data only describes.</summary>
    private int EndOfName(PhraseMatch<Agency> match, string text, IReadOnlyList<Token> tokens)
    {
        var end = match.End;
        if (match.Value.Descriptive && match.Value.Level is not ("enterprise" or "generic"))
        {
            while (end < tokens.Count && IsUpper(text, tokens[end]) && IsTight(text, tokens, end) && At(text, tokens, end) is null)
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>A body that the data only describes ("báo của tỉnh") goes by its name in the text ("Báo Đồng Khởi").</summary>
    private static Agency Named(PhraseMatch<Agency> match, string text, IReadOnlyList<Token> tokens)
    {
        var words = text[tokens[match.First].Start..tokens[match.End - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return match.Value.Descriptive ? match.Value with { Name = string.Join(' ', words) } : match.Value;
    }

    private PhraseMatch<Province>? ProvinceAt(IReadOnlyList<Token> tokens, int first) => gazetteer.ProvinceAt(tokens, first);

    /// <summary>A department by its bare name: "Công Thương" for Sở Công Thương.</summary>
    private PhraseMatch<Agency>? BareAt(IReadOnlyList<Token> tokens, int first)
    {
        var withHead = new List<Token> { new("sở", 0, 0) };
        withHead.AddRange(tokens.Skip(first).Take(8));
        return gazetteer.AgencyAt(withHead, 0) is { } match ? new PhraseMatch<Agency>(match.Value, first, match.Count - 1) : null;
    }

    /// <summary>"Chi cục Bảo vệ môi trường": a head word, then a capitalised word and what belongs to the name.</summary>
    private PhraseMatch<Agency>? ByShape(string text, IReadOnlyList<Token> tokens, int first)
    {
        if (_heads.At(tokens, first) is not { } head || head.End >= tokens.Count || !IsUpper(text, tokens[first]) || IsCapitals(text, tokens[head.End]) || !IsUpper(text, tokens[head.End])
            || !IsTight(text, tokens, head.End))
        {
            return null;
        }

        var end = head.End + 1;
        while (end < tokens.Count && IsTight(text, tokens, end) && (IsUpper(text, tokens[end]) || JoinsName(text, tokens, end)))
        {
            end++;
        }

        var name = text[tokens[first].Start..tokens[end - 1].End];
        var id = string.Join('-', tokens.Skip(first).Take(end - first).Select(token => VietnameseText.Fold(token.Term)));
        return new PhraseMatch<Agency>(new Agency { Id = id, Name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) }, first, end - first);
    }

    private static bool JoinsName(string text, IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Term is "và" && i + 1 < tokens.Count && IsUpper(text, tokens[i + 1]) && IsTight(text, tokens, i + 1);

    /// <summary>A heading in capitals tells nothing about names; a short form (KCN) does.</summary>
    private static bool IsCapitals(string text, Token token) =>
        text.AsSpan(token.Start, token.End - token.Start).IndexOfAnyExceptInRange('A', 'Z') >= 0 && text[token.Start..token.End].All(unit => !char.IsLower(unit)) && token.End - token.Start > 1;

    private static bool IsUpper(string text, Token token) => char.IsUpper(text[token.Start]);

    /// <summary>Only spaces, or a hyphen, stand before the token.</summary>
    private static bool IsTight(string text, IReadOnlyList<Token> tokens, int i)
    {
        foreach (var unit in text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End))
        {
            if (unit is not (' ' or '\u00A0' or '-' or '–' or '&'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsColon(string text, IReadOnlyList<Token> tokens, int i) => text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains(':');
}
