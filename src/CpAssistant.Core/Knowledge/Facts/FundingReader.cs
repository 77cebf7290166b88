using System.Buffers;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads where the money comes from, and how much of it from each source.</summary>
/// <param name="namesAgencies">Whether a heading only names agencies: "Sở Tài chính" is no heading about money.</param>
internal sealed class FundingReader(FundingRules rules, QuantityReader quantities, Func<string, bool> namesAgencies)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",;:(.");

    private readonly Cues _headings = new(rules.Headings, exact: true);
    private readonly Cues _sources = new(rules.Sources, exact: true);

    /// <param name="IsGeneric">Whether the name counts only where no other is named.</param>
    private sealed record Named(TextSpan Span, bool IsGeneric);

    internal IEnumerable<FundingSource> Read(DocumentTokens tokens, ILookup<int, Responsibility> responsibilities)
    {
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                continue;
            }

            var isHeaded = tokens.Document.PathTo(provision).Any(node => _headings.In(node.Heading) && !namesAgencies(node.Heading));
            foreach (var sentence in provision.Sentences)
            {
                foreach (var source in ReadSentence(tokens, provision, sentence, isHeaded, responsibilities.Contains(provision.Index)))
                {
                    yield return source;
                }
            }
        }
    }

    private IEnumerable<FundingSource> ReadSentence(DocumentTokens tokens, Provision provision, TextSpan sentence, bool isHeaded, bool isTask)
    {
        var document = tokens.Document;
        var label = sentence.Start == provision.Span.Start ? Analyzer.Exact.Analyze(provision.Label).Count : 0;
        var words = tokens.In(sentence).Skip(label).ToList();
        var sums = quantities.In(document.Text, words).Where(quantity => quantity.IsMoney).ToList();
        var sources = Sources(document, words, sentence, isHeaded && provision.Kind != ProvisionKind.Paragraph);
        isHeaded |= SpeaksOfMoney(words) || (sources.Count > 0 && sums.Count > 0);
        if (words.Count == 0 || !(isHeaded || isTask))
        {
            yield break;
        }

        var fact = new FundingSource { Document = document, Provision = provision, Span = sentence, Rule = isHeaded ? "funding-heading" : "funding-mention", Source = "" };
        var amounts = sources.Select((_, i) => AmountOf(document.Text, sources, i, sums)).ToList();
        foreach (var sum in isHeaded ? sums.Where(sum => !amounts.Contains(sum)) : [])
        {
            if (NameBefore(document, words, sum) is { Length: > 0 } name)
            {
                yield return fact with { Rule = "funding-amount", Source = name, Amount = sum };
            }
        }

        var specific = sources.Any(source => !source.IsGeneric);
        var listed = sources.Select((source, i) => (Source: source, Amount: amounts[i])).Where(row => !row.Source.IsGeneric || (!specific && isHeaded));
        foreach (var (source, amount) in listed.DistinctBy(row => document.Quote(row.Source.Span)))
        {
            yield return fact with { Source = document.Quote(source.Span), Amount = amount };
        }
    }

    /// <summary>"Tổng kinh phí thực hiện là …", "Nguồn vốn thực hiện gồm …".</summary>
    private bool SpeaksOfMoney(List<Token> words) =>
        _headings.At(words, 0) is not null || (words.Count > 1 && words[0].Term == "tổng" && _headings.At(words, 1) is not null);

    /// <param name="isItem">Whether the sentence is an item of a list of sources: then a source that begins it goes on to the next mark.</param>
    private List<Named> Sources(Document document, List<Token> words, TextSpan sentence, bool isItem)
    {
        var named = new List<Named>();
        foreach (var match in _sources.All(words))
        {
            var span = new TextSpan(words[match.First].Start, words[match.End - 1].End);
            if (named.Count > 0 && named[^1].Span.Overlaps(span))
            {
                continue;
            }

            var end = isItem && match.First == 0 ? EndOfItemName(document.Text, words, sentence, match.End) : span.End;
            named.Add(new Named(new TextSpan(span.Start, Math.Max(end, span.End)), rules.Generic.Contains(match.Value) && end <= span.End));
        }

        return named;
    }

    /// <summary>"Vốn đối ứng của doanh nghiệp và tài trợ …": up to the next mark, figure, or source behind "và".</summary>
    private int EndOfItemName(string text, List<Token> words, TextSpan sentence, int next)
    {
        var end = words[next - 1].End;
        for (var i = next; i < words.Count && end < sentence.End; i++)
        {
            var isSource = words[i].Term == "và" && _sources.At(words, i + 1) is not null;
            if (isSource || QuantityReader.Number(words[i].Term) is not null || text.AsSpan(end, words[i].Start - end).IndexOfAny(NameEnds) >= 0)
            {
                break;
            }

            end = words[i].End;
        }

        return end;
    }

    /// <summary>The first sum between a source and the next comma or source; one that it is taken from ("1,2 tỷ đồng từ quỹ …").</summary>
    private static Quantity? AmountOf(string text, List<Named> sources, int i, List<Quantity> sums)
    {
        var source = sources[i].Span;
        if (sums.Count == 1 && text.AsSpan(0, source.Start).TrimEnd().EndsWith("từ") && sums[0].Span.End <= source.Start && source.Start - sums[0].Span.End < 6)
        {
            return sums[0];
        }

        if (IsInBrackets(text, sums, source))
        {
            return null;
        }

        var isAlone = sources.Count == 1 && sums.Count == 1;
        var next = sources.Skip(i + 1).FirstOrDefault(other => !IsInBrackets(text, sums, other.Span));
        var sum = sums.FirstOrDefault(sum => sum.Span.Start >= source.End);
        if (sum is null || (next is not null && next.Span.Start < sum.Span.Start && text[source.End..next.Span.Start].Trim() != "và"))
        {
            return null;
        }

        var between = WithoutBrackets(text[source.End..sum.Span.Start]);
        return isAlone || between.IndexOfAny([',', ';']) < 0 ? sum : null;
    }

    /// <summary>Whether a source only details the one before the bracket, which the sum behind it belongs to.</summary>
    private static bool IsInBrackets(string text, List<Quantity> sums, TextSpan source) =>
        sums.Count > 0 && text.LastIndexOf('(', source.Start) is var open && open > text.LastIndexOfAny([')', '\n', ';'], source.Start);

    private static string WithoutBrackets(string text) =>
        text.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open && text.IndexOf(')', open) is >= 0 and var close ? text.Remove(open, close - open + 1) : text;

    /// <summary>The words before a sum of which no source is named: "Tổng kinh phí giai đoạn 2010 - 2019", "dự án hợp tác với Thụy Sĩ".</summary>
    private static string NameBefore(Document document, List<Token> words, Quantity sum)
    {
        var start = Math.Max(words[0].Start, document.Text.LastIndexOfAny([',', ';', ':'], sum.Span.Start - 1, sum.Span.Start - words[0].Start) + 1);
        var inside = words.Where(word => word.Start >= start && word.End <= sum.Span.Start).ToList();
        while (inside.Count > 0 && inside[^1].Term is "là" or "dự" or "kiến" or "khoảng" && inside.Count > 1)
        {
            inside.RemoveAt(inside.Count - 1);
        }

        var colon = inside.Count == 0 && start > words[0].Start;
        return colon ? document.Quote(new TextSpan(words[0].Start, start - 1)) : inside.Count > 1 ? document.Quote(new TextSpan(inside[0].Start, inside[^1].End)) : "";
    }
}
