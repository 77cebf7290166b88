using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Finds where the name of an agency ends: "Ủy ban nhân dân các huyện, thị xã Sông Cầu, thành phố Tuy Hòa".</summary>
internal sealed class AgencyNames(Gazetteer gazetteer, ResponsibilityRules rules)
{
    private const int LongestShape = 9;

    private readonly Cues _heads = new(rules.AgencyHeads, exact: true);
    private readonly Cues _areas = new(rules.Areas.Values.SelectMany(words => words), exact: true);
    private readonly Cues _shapeEnds = new([.. rules.NameEnds, .. rules.Lead, .. rules.Support, .. rules.DutyVerbs, .. rules.NoDuty], exact: true);
    private readonly PhraseTable<LongerName> _longer = new(rules.LongerNames.Select(name => (name.Words, name)), exact: true);

    /// <summary>Takes what belongs to a name that the gazetteer knows the beginning of.</summary>
    /// <returns>The agency by its whole name; its id is that of the beginning, or of the body the longer name stands for.</returns>
    internal PhraseMatch<Agency> Extend(PhraseMatch<Agency> match, string text, IReadOnlyList<Token> tokens)
    {
        var agency = ByArea(match, tokens) ?? match.Value;
        var end = match.End;
        if (agency.Level is "district" or "commune")
        {
            end = EndOfAreas(text, tokens, match.First, end);
        }
        else if (agency.Level is not ("enterprise" or "generic" or "ministry" or "national"))
        {
            end = EndOfProperName(text, tokens, EndOfProvince(tokens, EndOfRegion(text, tokens, end)));
            if (end < tokens.Count && _longer.FindAt(tokens, end) is { } longer && longer.Value.Of == agency.Id && gazetteer.FindAgency(longer.Value.Is) is { } other)
            {
                (agency, end) = (other, EndOfProperName(text, tokens, EndOfProvince(tokens, longer.End)));
            }
        }

        return new PhraseMatch<Agency>(agency with { Name = Name(agency, match, end, text, tokens) }, match.First, end - match.First);
    }

    /// <summary>"Chi cục Bảo vệ môi trường": a head word, then a capitalised word and what belongs to the name.</summary>
    /// <returns>Null where no such name begins at the token.</returns>
    internal PhraseMatch<Agency>? ByShape(string text, IReadOnlyList<Token> tokens, int first)
    {
        if (_heads.At(tokens, first) is not { } head || head.End >= tokens.Count || !IsUpper(text, tokens[first]) || IsCapitals(text, tokens[head.End]) || !IsUpper(text, tokens[head.End])
            || !IsTight(text, tokens, head.End))
        {
            return null;
        }

        var end = EndOfShape(text, tokens, first, head.End + 1);
        var kind = rules.HeadKinds.TryGetValue(head.Value, out var known) ? gazetteer.FindAgency(known) : null;
        var id = string.Join('-', tokens.Skip(first).Take(end - first).Select(token => VietnameseText.Fold(token.Term)));
        return new PhraseMatch<Agency>((kind ?? new Agency { Id = id, Name = "" }) with { Name = Words(text, tokens, first, end) }, first, end - first);
    }

    /// <summary>"Ủy ban nhân dân" alone may be any committee; the place behind it tells which.</summary>
    private Agency? ByArea(PhraseMatch<Agency> match, IReadOnlyList<Token> tokens)
    {
        var first = match.End < tokens.Count && tokens[match.End].Term is "các" or "cấp" ? match.End + 1 : match.End;
        return match.Value.Id == "ubnd" && _areas.At(tokens, first) is { } area
            ? gazetteer.FindAgency(rules.Areas.First(pair => pair.Value.Contains(area.Value)).Key)
            : null;
    }

    /// <summary>", thị xã Sông Cầu và thành phố Tuy Hòa": places one after another, each perhaps with its own name.</summary>
    private int EndOfAreas(string text, IReadOnlyList<Token> tokens, int first, int end)
    {
        end = EndOfProperName(text, tokens, end);
        for (var next = AreaBehind(text, tokens, end); next > 0; next = AreaBehind(text, tokens, end))
        {
            end = EndOfProperName(text, tokens, next);
        }

        return Math.Max(end, first + 1);
    }

    /// <returns>The index behind the kind of place that comes next; 0 where none does.</returns>
    private int AreaBehind(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count || text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Trim() is not ("" or ","))
        {
            return 0;
        }

        while (i < tokens.Count && tokens[i].Term is "và" or "các" or "cấp")
        {
            i++;
        }

        return _areas.At(tokens, i)?.End ?? 0;
    }

    /// <summary>"tỉnh", "của tỉnh Long An", "tỉnh Long An".</summary>
    private int EndOfProvince(IReadOnlyList<Token> tokens, int end)
    {
        var word = end < tokens.Count && tokens[end].Term == "của" ? end + 1 : end;
        return word < tokens.Count && tokens[word].Term is "tỉnh" ? gazetteer.ProvinceAt(tokens, Math.Min(word + 1, tokens.Count - 1))?.End ?? word + 1 : end;
    }

    /// <summary>"khu vực 8", "khu vực XI": regions have numbers for names.</summary>
    private static int EndOfRegion(string text, IReadOnlyList<Token> tokens, int end) =>
        end > 1 && end < tokens.Count && tokens[end - 2].Term == "khu" && tokens[end - 1].Term == "vực" && IsTight(text, tokens, end)
        && (tokens[end].Term is { Length: <= 2 } term && term.All(char.IsAsciiDigit) || text[tokens[end].Start..tokens[end].End].All(unit => unit is 'I' or 'V' or 'X'))
            ? end + 1
            : end;

    private int EndOfProperName(string text, IReadOnlyList<Token> tokens, int end)
    {
        while (end > 0 && end < tokens.Count && IsUpper(text, tokens[end]) && IsTight(text, tokens, end) && !IsCapitals(text, tokens[end])
            && gazetteer.AgencyAt(tokens, end) is null && _heads.At(tokens, end) is null)
        {
            end++;
        }

        return end;
    }

    private int EndOfShape(string text, IReadOnlyList<Token> tokens, int first, int capitals)
    {
        while (capitals < tokens.Count && IsTight(text, tokens, capitals) && (IsUpper(text, tokens[capitals]) || JoinsName(text, tokens, capitals)))
        {
            capitals++;
        }

        // Two capitals and more are a proper name ("Báo Phú Yên"), which no small letters belong to.
        var end = capitals;
        var isOpen = capitals - first < 2 || !IsUpper(text, tokens[capitals - 2]) || _heads.At(tokens, first)!.Value.End == capitals - 1;
        while (isOpen && end < tokens.Count && end - first < LongestShape && IsTight(text, tokens, end) && _shapeEnds.At(tokens, end) is null && gazetteer.AgencyAt(tokens, end) is null
            && (tokens[end].Term != "và" || JoinsName(text, tokens, end)))
        {
            end++;
        }

        return end - first < LongestShape ? end : capitals;
    }

    /// <summary>
    /// The words of the text for a body that the data only describes ("báo của tỉnh"); else the name in the data and what
    /// stands behind it. A heading in capitals tells nothing about names.
    /// </summary>
    private static string Name(Agency agency, PhraseMatch<Agency> match, int end, string text, IReadOnlyList<Token> tokens)
    {
        var words = Words(text, tokens, match.First, end);
        if (agency.Descriptive)
        {
            return words.Any(char.IsLower) ? words : agency.Name;
        }

        var from = tokens[match.End - 1].Term == "tỉnh" && !agency.Name.EndsWith("tỉnh", StringComparison.Ordinal) ? match.End - 1 : match.End;
        var isLonger = agency.Id != match.Value.Id;
        return isLonger ? words : from < end && !agency.Name.EndsWith("tỉnh", StringComparison.Ordinal) ? agency.Name + " " + Words(text, tokens, from, end) : agency.Name;
    }

    private static string Words(string text, IReadOnlyList<Token> tokens, int first, int end) =>
        string.Join(' ', text[tokens[first].Start..tokens[end - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool JoinsName(string text, IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Term is "và" && i + 1 < tokens.Count && IsUpper(text, tokens[i + 1]) && IsTight(text, tokens, i + 1)
        && gazetteer.AgencyAt(tokens, i + 1) is null && _heads.At(tokens, i + 1) is null;

    /// <summary>A word in capitals tells nothing about names; a short form (KCN) does.</summary>
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
}
