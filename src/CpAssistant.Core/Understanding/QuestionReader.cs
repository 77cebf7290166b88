using System.Text.RegularExpressions;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Understanding;

/// <summary>Turns an utterance into a <see cref="Question"/> by the rules of the data.</summary>
public sealed partial class QuestionReader
{
    /// <summary>Words of an utterance that are looked at; a question is said in fewer.</summary>
    private const int MaxTokens = 160;

    /// <summary>A question weighs some 10 KB.</summary>
    private const int Remembered = 2000;

    private readonly Recent<Question> _recent;
    private readonly Func<string, ReadUtterance> _repair;
    private readonly Gazetteer _gazetteer;
    private readonly QuantityReader _quantities;
    private readonly IndicatorMatcher _indicators;
    private readonly PhraseTable<Industry> _industries;
    private readonly (QuestionRule Rule, Pattern[] Patterns, Pattern[] Unless)[] _rules;
    private readonly PhraseTable<string> _stopWords;
    private readonly HashSet<string> _english;
    private readonly HashSet<string> _vietnamese;
    private readonly Concepts _concepts;

    /// <param name="repair">Repairs keystrokes, short forms and slips.</param>
    public QuestionReader(
        Func<string, ReadUtterance> repair, Gazetteer gazetteer, FactRules facts, IndustriesData industries, QuestionRules rules, Concepts concepts)
    {
        _recent = new Recent<Question>(Remembered, ReadAnew);
        _repair = repair;
        _gazetteer = gazetteer;
        _concepts = concepts;
        _quantities = new QuantityReader(facts.Targets);
        _indicators = new IndicatorMatcher(facts.Targets.Indicators);
        _industries = new PhraseTable<Industry>(industries.Industries.SelectMany(industry =>
            (industry.Aliases ?? []).Append(industry.Name).Append(industry.English).Where(name => name.Length > 0).Select(name => (name, industry))));
        _rules = [.. rules.Rules.Select(rule => (rule, rule.Patterns.Select(Pattern.Parse).ToArray(), rule.Unless.Select(Pattern.Parse).ToArray()))];
        _stopWords = new PhraseTable<string>(rules.StopWords.Select(word => (word, word)));
        _english = [.. rules.EnglishWords];
        _vietnamese = [.. rules.VietnameseWords];
    }

    /// <summary>Reads one utterance by itself, without what was said before. The utterances of a conversation are read again with each of its turns, so they are remembered.</summary>
    public Question Read(string utterance) => _recent.Of(utterance);

    private Question ReadAnew(string utterance)
    {
        var repaired = _repair(utterance);
        var text = repaired.Text;
        IReadOnlyList<Token> typed = [.. Analyzer.Exact.Analyze(text).Take(MaxTokens)];
        // As it was typed: what abbreviations stand for is Vietnamese.
        var language = LanguageOf(utterance, text == utterance ? typed : [.. Analyzer.Exact.Analyze(utterance).Take(MaxTokens)]);
        var tokens = language == "en" ? _concepts.Lemmas(typed) : typed;
        var periods = PeriodReader.In(text, tokens);
        var numbers = DocumentNumbers(text, tokens);
        var concepts = _concepts.In(tokens);
        // "danh gia lai" is "đánh giá lại" and not Gia Lai.
        var places = OutsideNumbers(_gazetteer.ProvincesIn(text, tokens)).Where(place => !concepts.Any(concept => concept.First < place.First && place.First < concept.End && !char.IsUpper(text[tokens[place.First].Start]))).ToList();
        var provinces = Named(tokens, places);
        var agencies = OutsideNumbers(_gazetteer.AgenciesIn(tokens));
        var figures = _quantities.In(text, tokens).Where(figure => numbers.All(number => !number.Span.Overlaps(figure.Span))).ToList();
        var annotated = Annotate(tokens, places, agencies, periods, figures, numbers);
        var found = Matches(annotated);
        var produced = found.SelectMany(match => match.Rule.Produces.Split(',', StringSplitOptions.TrimEntries)).Distinct().ToList();

        return new Question
        {
            Text = text,
            IsMarked = annotated.IsMarked,
            Language = language ?? "vi",
            LanguageIsClear = language is not null,
            Kinds = [.. found.OrderByDescending(match => match.Rule.Weight).SelectMany(match => Named<QuestionKind>(match.Rule.Produces.Split(','), "kind")).Append(QuestionKind.Passage).Distinct()],
            Evidence = EvidenceOf(found),
            Attributes = [.. Values(produced, "attribute")],
            Provinces = [.. provinces.Select(match => match.Value).DistinctBy(province => province.Name)],
            Agencies = [.. agencies.Select(match => match.Value).DistinctBy(agency => agency.Id)],
            Indicators = _indicators.AskedIn(tokens),
            DocumentNumbers = [.. numbers.Select(number => number.Value).Distinct()],
            Periods = [.. periods.Where(period => numbers.All(number => !number.Span.Overlaps(period.Span))).Select(period => period.Period).Distinct()],
            Figures = figures,
            Numbers = [.. annotated.Tokens.Where((_, i) => !annotated.Entities.Any(entity => entity.First <= i && i < entity.End)).Select(token => QuantityReader.Number(token.Term)).OfType<decimal>()],
            DocumentKind = Named<DocumentKind>(produced, "document").Cast<DocumentKind?>().FirstOrDefault(),
            Industries = [.. _industries.FindAll(tokens).Select(match => match.Value).DistinctBy(industry => industry.Id)],
            Expects = Named<ExpectedAnswer>(produced, "expects").OrderBy(expected => expected == ExpectedAnswer.Number).FirstOrDefault(),
            Natures = NaturesOf([.. Named<TargetNature>(produced, "nature")]),
            Role = Named<AgencyRole>(produced, "role").Cast<AgencyRole?>().FirstOrDefault(),
            Traits = Values(produced, "trait").ToHashSet(),
            Topic = TopicOf(annotated, agencies, FormOf(found), concepts.ToDictionary(match => match.First)),
            Trace =
            [
                .. repaired.Corrections.Select(correction => $"{correction.Rule}: {correction.From} → {correction.To}"),
                .. found.Select(match => $"rule {match.Rule.Name} ({match.Rule.Produces}, {match.Rule.Weight}): {string.Join(' ', match.Tokens.Order().Select(i => annotated.Tokens[i].Term))}"),
            ],
        };

        List<PhraseMatch<T>> OutsideNumbers<T>(IReadOnlyList<PhraseMatch<T>> matches) =>
            [.. matches.Where(match => !numbers.Any(number => number.Span.Contains(tokens[match.First].Span)))];
    }

    private IReadOnlyList<(QuestionRule Rule, IReadOnlyList<int> Tokens)> Matches(AnnotatedUtterance utterance)
    {
        var matches = new List<(QuestionRule, IReadOnlyList<int>)>();
        foreach (var (rule, patterns, unless) in _rules)
        {
            var places = patterns.Select(pattern => pattern.Find(utterance)).OfType<IReadOnlyList<int>>().ToList();
            if (places.Count > 0 && unless.All(pattern => pattern.Find(utterance) is null))
            {
                matches.Add((rule, [.. places.SelectMany(place => place).Distinct()]));
            }
        }

        return matches;
    }

    private static AnnotatedUtterance Annotate(
        IReadOnlyList<Token> tokens, IReadOnlyList<PhraseMatch<Province>> provinces, IReadOnlyList<PhraseMatch<Agency>> agencies,
        IReadOnlyList<(Period Period, TextSpan Span)> periods, IReadOnlyList<Quantity> figures, IReadOnlyList<(string Value, TextSpan Span)> numbers)
    {
        var entities = new List<(string, int, int)>();
        entities.AddRange(provinces.Select(match => ("province", match.First, match.End)));
        entities.AddRange(agencies.Select(match => ("agency", match.First, match.End)));
        entities.AddRange(periods.Select(period => Tokens("year", period.Span)));
        entities.AddRange(figures.Select(figure => Tokens("figure", figure.Span)));
        entities.AddRange(numbers.Select(number => Tokens("number", number.Span)));
        return new AnnotatedUtterance(tokens, entities);

        (string, int, int) Tokens(string kind, TextSpan span)
        {
            var inside = Enumerable.Range(0, tokens.Count).Where(i => span.Contains(tokens[i].Span)).ToList();
            return inside.Count == 0 ? (kind, -1, -1) : (kind, inside[0], inside[^1] + 1);
        }
    }

    /// <summary>The tokens by which the question names a kind of document, a role or a way of asking: they belong to its form.</summary>
    private static HashSet<int> FormOf(IReadOnlyList<(QuestionRule Rule, IReadOnlyList<int> Tokens)> found) =>
        [.. found.Where(match => !match.Rule.Produces.Contains("kind:", StringComparison.Ordinal) && !match.Rule.Produces.Contains("expects:", StringComparison.Ordinal)).SelectMany(match => match.Tokens)];

    private static Dictionary<QuestionKind, KindEvidence> EvidenceOf(IReadOnlyList<(QuestionRule Rule, IReadOnlyList<int> Tokens)> found) =>
        found.SelectMany(match => Named<QuestionKind>(match.Rule.Produces.Split(','), "kind").Select(kind => (kind, match)))
            .GroupBy(row => row.kind)
            .ToDictionary(rows => rows.Key, rows => new KindEvidence(rows.Max(row => row.match.Rule.Weight), rows.SelectMany(row => row.match.Tokens).ToHashSet()));

    /// <summary>Words for targets ("đến năm …") go with proposals too; a proposal is asked for where it is named.</summary>
    private static List<TargetNature> NaturesOf(List<TargetNature> natures) =>
        natures.Contains(TargetNature.Proposal) ? [.. natures.Where(nature => nature != TargetNature.Target)] : natures;

    /// <summary>What is left when entities and empty words are taken away, as concepts and single words.</summary>
    private IReadOnlyList<TopicTerm> TopicOf(AnnotatedUtterance utterance, IReadOnlyList<PhraseMatch<Agency>> agencies, HashSet<int> form, Dictionary<int, PhraseMatch<string>> concepts)
    {
        var topic = agencies.Select(match => new TopicTerm(TopicTerm.ConceptOf(match.Value), [.. utterance.Tokens.Skip(match.First).Take(match.Count).Select(token => token.Term)], match.First)).ToList();
        for (var i = 0; i < utterance.Tokens.Count;)
        {
            var entityEnd = utterance.Entities.Where(entity => entity.First == i && entity.Kind != "figure").Select(entity => entity.End).DefaultIfEmpty(i).Max();
            var stop = _stopWords.FindAt(utterance.Tokens, i);
            var concept = concepts.TryGetValue(i, out var match) ? match : (PhraseMatch<string>?)null;
            if (entityEnd > i)
            {
                i = entityEnd;
            }
            else if (stop is { } empty && (empty.Count >= (concept?.Count ?? 0) || IsEmpty(utterance.Tokens, i, concept!.Value.End)))
            {
                i = empty.End;
            }
            else if ((form.Contains(i) && (concept is not { } whole || Enumerable.Range(i, whole.Count).All(form.Contains))) || QuantityReader.Number(utterance.Tokens[i].Term) is not null)
            {
                i++;
            }
            else
            {
                var count = concept?.Count ?? 1;
                var words = utterance.Tokens.Skip(i).Take(count).ToList();
                topic.Add(new TopicTerm(concept?.Value, [.. words.Select(token => token.Term)], i) { Parts = count > 1 ? _concepts.PartsOf(words) : [], IsMarked = utterance.IsMarked });
                i += count;
            }
        }

        return [.. topic.DistinctBy(term => term.Concept ?? term.ToString())];
    }

    /// <summary>Whether stop words fill a stretch of tokens.</summary>
    private bool IsEmpty(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (first < end && _stopWords.FindAt(tokens, first) is { } stop)
        {
            first = stop.End;
        }

        return first >= end;
    }

    /// <returns>Null where the words could be of either language.</returns>
    private string? LanguageOf(string utterance, IReadOnlyList<Token> all)
    {
        var provinces = _gazetteer.ProvincesIn(utterance, all);
        var tokens = all.Where((_, i) => !provinces.Any(match => match.First <= i && i < match.End)).ToList();
        var english = tokens.Count(token => _english.Contains(token.Term));
        var vietnamese = tokens.Count(token => _vietnamese.Contains(VietnameseText.Fold(token.Term)));
        return english > vietnamese ? "en" : vietnamese > english || VietnameseText.HasMarks(utterance) ? "vi" : null;
    }

    /// <summary>"86/QĐ-UBND", "496/2010/QĐ-UBND", and a bare number after the name of a kind of document ("quyết định số 86").</summary>
    private static IReadOnlyList<(string Value, TextSpan Span)> DocumentNumbers(string text, IReadOnlyList<Token> tokens)
    {
        var found = new List<(string, TextSpan)>();
        foreach (Match match in FullNumber().Matches(text))
        {
            found.Add((string.Concat(match.Value.Where(unit => !char.IsWhiteSpace(unit))).ToUpperInvariant(), new TextSpan(match.Index, match.Index + match.Length)));
        }

        for (var i = 1; i < tokens.Count; i++)
        {
            var previous = tokens[i - 1].Term is "số" or "so" or "no" && i > 1 ? i - 2 : i - 1;
            if (tokens[i].Term.All(char.IsAsciiDigit) && tokens[i].Term.Length <= 5 && NamesDocument(tokens, previous)
                && found.All(number => !number.Item2.Overlaps(tokens[i].Span)) && PeriodReader.Year(text, tokens[i]) is null)
            {
                found.Add((tokens[i].Term, tokens[i].Span));
            }
        }

        return found;
    }

    /// <summary>"Bình Thuận (nay thuộc Lâm Đồng)" is about Bình Thuận.</summary>
    private static List<PhraseMatch<Province>> Named(IReadOnlyList<Token> tokens, List<PhraseMatch<Province>> provinces) =>
        [.. provinces.Where((match, i) => i == 0 || !BelongsTo(tokens, match.First - 1))];

    private static bool BelongsTo(IReadOnlyList<Token> tokens, int i)
    {
        while (i > 0 && VietnameseText.Fold(tokens[i].Term) is "tinh" or "pho" or "thanh" or "tp" or "province")
        {
            i--;
        }

        return i >= 0 && VietnameseText.Fold(tokens[i].Term) is "thuoc" or "vao" or "of" && VietnameseText.Fold(tokens[Math.Max(0, i - 1)].Term) is "nay" or "gio" or "hien" or "nhap" or "da" or "part" or "h";
    }

    private static bool NamesDocument(IReadOnlyList<Token> tokens, int i) => i >= 0 && (VietnameseText.Fold(tokens[i].Term), i > 0 ? VietnameseText.Fold(tokens[i - 1].Term) : "") switch
    {
        ("dinh", "quiet") or ("dinh", "quyet") or ("dinh", "nghi") or ("hoach", "ke") or ("thi", "chi") or ("van", "cong") or ("ban", "van") or ("quiet", "nghi") or ("quyet", "nghi") or ("tu", "thong") => true,
        ("qd" or "kh" or "ct" or "decision" or "plan" or "directive" or "resolution" or "decree" or "letter", _) => true,
        _ => false,
    };

    private static IEnumerable<string> Values(IEnumerable<string> produced, string prefix) =>
        produced.Select(value => value.Trim()).Where(value => value.StartsWith(prefix + ":", StringComparison.Ordinal)).Select(value => value[(prefix.Length + 1)..]);

    private static IEnumerable<T> Named<T>(IEnumerable<string> produced, string prefix)
        where T : struct, Enum => Values(produced, prefix).Select(Enum.Parse<T>);

    [GeneratedRegex(@"(?<!\d)\d{1,5} ?/ ?(?:\d{4} ?/ ?)?\p{L}[\p{L}\d]{1,7}(?: ?[-–] ?\p{L}{1,10}){0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex FullNumber();
}
