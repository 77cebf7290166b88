using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads which industries a document puts first.</summary>
internal sealed class IndustryReader(IndustryRules rules, IReadOnlyList<Industry> industries)
{
    private const int LongestName = 12;

    /// <summary>Words behind the last "và" of a list from which they are a name of their own.</summary>
    private const int LongestEnd = 3;

    private readonly Cues _cues = new(rules.Cues, exact: true);
    private readonly Cues _listStarts = new(rules.ListStarts, exact: true);
    private readonly Cues _noNames = new(rules.NoNames, exact: true);
    private readonly Cues _categories = new(rules.Categories, exact: true);

    private readonly PhraseTable<Industry> _industries = new(industries.SelectMany(industry =>
        (industry.Aliases ?? []).Append(industry.Name).Select(name => (name, industry))));

    internal IEnumerable<PriorityIndustry> Read(DocumentTokens tokens) => tokens.Document.Provisions
        .Where(provision => provision.Kind is not (ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients))
        .SelectMany(provision => IsListHeading(tokens, provision) ? ReadItems(tokens, provision) : provision.Sentences.SelectMany(sentence => ReadSentence(tokens, provision, sentence)));

    /// <summary>"1. Ngành ưu tiên": the names stand in the points below.</summary>
    private bool IsListHeading(DocumentTokens tokens, Provision provision) =>
        provision.Heading.Length > 0 && _cues.In(provision.Heading) && tokens.In(provision.Span).Count <= Analyzer.Exact.Analyze(provision.Heading).Count + Analyzer.Exact.Analyze(provision.Label).Count;

    private IEnumerable<PriorityIndustry> ReadItems(DocumentTokens tokens, Provision heading)
    {
        foreach (var item in tokens.Document.Provisions.Where(provision => provision.Parent == heading.Index))
        {
            var words = tokens.In(item.Span);
            var start = words.Skip(1).Select((word, i) => (word, i)).LastOrDefault(row => IsColon(tokens.Document.Text, words[row.i], row.word)) is { word.End: > 0 } colon
                ? colon.i + 1
                : Analyzer.Exact.Analyze(item.Label).Count;
            start = start + 1 < words.Count && words[start].Term == "bổ" ? start + 2 : start;
            foreach (var fact in Facts(tokens, item, item.Span, words, start < words.Count ? Names(tokens.Document, item.Span, words, start) : []))
            {
                yield return fact with { Context = heading.Span };
            }
        }
    }

    private IEnumerable<PriorityIndustry> ReadSentence(DocumentTokens tokens, Provision provision, TextSpan sentence)
    {
        var words = tokens.In(sentence);
        if (_cues.First(words) is not { } cue)
        {
            return [];
        }

        var names = ListStart(tokens.Document.Text, words, cue) is { } start ? Names(tokens.Document, sentence, words, start).ToList() : [];
        if (names.Count == 0)
        {
            names = [.. _industries.FindAll(words).Where(match => match.First >= cue.First).Select(match => new TextSpan(words[match.First].Start, words[match.End - 1].End))];
        }

        if (names.Count == 0 && _categories.All(words).Where(match => match.End > cue.First).Select(match => (PhraseMatch<string>?)match).FirstOrDefault() is { } category)
        {
            names = [new TextSpan(words[category.First].Start, sentence.End)];
        }

        return Facts(tokens, provision, sentence, words, names);
    }

    private IEnumerable<PriorityIndustry> Facts(DocumentTokens tokens, Provision provision, TextSpan span, IReadOnlyList<Token> words, IEnumerable<TextSpan> names)
    {
        foreach (var name in names)
        {
            var industry = _industries.FindAll([.. words.Where(word => name.Contains(word.Span))]);
            yield return new PriorityIndustry
            {
                Document = tokens.Document,
                Provision = provision,
                Span = span,
                Rule = "priority-industries",
                Name = tokens.Document.Quote(name).Trim(' ', '.', ',', ';', ')', '…'),
                Industry = industry.Count > 0 ? industry[0].Value : null,
            };
        }
    }

    /// <returns>Where the list begins: after "như", at an opening bracket behind the cue, or straight behind it.</returns>
    private int? ListStart(string text, IReadOnlyList<Token> words, PhraseMatch<string> cue)
    {
        for (var i = cue.End; i < words.Count; i++)
        {
            if (_listStarts.At(words, i) is { } start && start.End < words.Count)
            {
                return start.End;
            }

            if (text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny('(', ':') >= 0)
            {
                return i;
            }
        }

        return cue.End < words.Count && _noNames.At(words, cue.End) is null && text.AsSpan(words[cue.End - 1].End, words[cue.End].Start - words[cue.End - 1].End).Trim().IsEmpty ? cue.End : null;
    }

    /// <summary>The names between commas, or between semicolons where there are any, to the end of the list.</summary>
    private static IEnumerable<TextSpan> Names(Document document, TextSpan sentence, IReadOnlyList<Token> words, int start)
    {
        var bySemicolon = document.Text.AsSpan(words[start].Start, Math.Max(0, sentence.End - 1 - words[start].Start)).Contains(';');
        var (from, read) = (start, 0);
        for (var i = start; i < words.Count; i++)
        {
            var gapEnd = i + 1 < words.Count ? words[i + 1].Start : sentence.End;
            var gap = document.Text.AsSpan(words[i].End, gapEnd - words[i].End);
            var closes = gap.IndexOfAny(")…") >= 0 || gap.IndexOf("..") >= 0 || i == words.Count - 1;
            if (closes || gap.Contains(';') || (!bySemicolon && gap.Contains(',')))
            {
                foreach (var name in closes && read > 0 && !bySemicolon ? AtAnd(words, from, i) : [new TextSpan(words[from].Start, words[i].End)])
                {
                    if (i - from < LongestName)
                    {
                        yield return name;
                    }
                }

                (from, read) = (i + 1, read + 1);
            }

            if (closes)
            {
                yield break;
            }
        }
    }

    /// <summary>"nghiền bột đá vôi trắng và sứ cách điện" are two; "nho và nha đam" is one.</summary>
    private static IEnumerable<TextSpan> AtAnd(IReadOnlyList<Token> words, int from, int last)
    {
        var and = Enumerable.Range(from, last - from + 1).Where(i => words[i].Term == "và").DefaultIfEmpty(-1).Last();
        return and > from && last - and >= LongestEnd
            ? [new TextSpan(words[from].Start, words[and - 1].End), new TextSpan(words[and + 1].Start, words[last].End)]
            : [new TextSpan(words[from].Start, words[last].End)];
    }

    private static bool IsColon(string text, Token before, Token word) => text.AsSpan(before.End, word.Start - before.End).Contains(':');
}
