using System.Buffers;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Understanding;

/// <summary>
/// A pattern over the syllables of an utterance. Notation: words; <c>(a|b c)</c> one of them; <c>[a|b]</c> one of them or none;
/// <c>*</c> up to twelve words of any kind; <c>{province}</c>, <c>{agency}</c>, <c>{year}</c>, <c>{figure}</c>, <c>{number}</c> an entity;
/// <c>^</c> the beginning and <c>$</c> the end of the utterance. Marks left out by the person are no obstacle, wrong ones are.
/// </summary>
public sealed class Pattern
{
    private const int GapWords = 12;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" *([{^$");
    private readonly Node[] _nodes;

    /// <summary>For each word that must stand: the folded first syllables of its alternatives.</summary>
    private readonly string[][] _required;

    private Pattern(Node[] nodes)
    {
        _nodes = nodes;
        _required = [.. nodes.OfType<OneOf>().Where(oneOf => !oneOf.Optional && oneOf.Alternatives.All(terms => terms.Length > 0)).Select(oneOf => oneOf.Alternatives.Select(terms => VietnameseText.Fold(terms[0])).Distinct().ToArray())];
    }

    /// <exception cref="FormatException">The notation is not well-formed.</exception>
    public static Pattern Parse(string notation)
    {
        var nodes = new List<Node>();
        for (var i = 0; i < notation.Length;)
        {
            switch (notation[i])
            {
                case ' ':
                    i++;
                    break;
                case '*':
                    nodes.Add(new Gap());
                    i++;
                    break;
                case '^' or '$':
                    nodes.Add(new Edge(notation[i] == '^'));
                    i++;
                    break;
                case '(' or '[' or '{':
                    var close = notation.IndexOf(notation[i] switch { '(' => ')', '[' => ']', _ => '}' }, i);
                    if (close < 0)
                    {
                        throw new FormatException($"Pattern \"{notation}\": a bracket is not closed.");
                    }

                    var inner = notation[(i + 1)..close];
                    nodes.Add(notation[i] == '{' ? new Entity(inner) : new OneOf([.. inner.Split('|').Select(Terms).Where(terms => terms.Length > 0)], notation[i] == '['));
                    i = close + 1;
                    break;
                default:
                    var end = notation.AsSpan(i).IndexOfAny(WordEnds);
                    var word = end < 0 ? notation[i..] : notation[i..(i + end)];
                    nodes.Add(new OneOf([Terms(word)], false));
                    i += word.Length;
                    break;
            }
        }

        return new Pattern([.. nodes]);
    }

    /// <returns>The tokens of the first stretch that fits, gaps left out; null where none does.</returns>
    public IReadOnlyList<int>? Find(AnnotatedUtterance utterance)
    {
        if (!MayFit(utterance))
        {
            return null;
        }

        var used = new List<int>();
        for (var first = 0; first <= utterance.Tokens.Count; first++)
        {
            if (Fits(utterance, 0, first, used))
            {
                return used;
            }
        }

        return null;
    }

    /// <summary>Most patterns have a word that the utterance has not, with marks or without.</summary>
    private bool MayFit(AnnotatedUtterance utterance)
    {
        foreach (var alternatives in _required)
        {
            if (!Array.Exists(alternatives, utterance.HasFolded))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Terms(string words) => [.. Analyzer.Exact.Analyze(words).Select(token => token.Term)];

    private bool Fits(AnnotatedUtterance utterance, int node, int at, List<int> used)
    {
        if (node == _nodes.Length)
        {
            return true;
        }

        return _nodes[node] switch
        {
            Edge edge => at == (edge.Beginning ? 0 : utterance.Tokens.Count) && Fits(utterance, node + 1, at, used),
            Entity entity => utterance.EntityEnd(entity.Kind, at) is { } after && FitsAfter(utterance, node, at, after, used),
            Gap => FitsAfterGap(utterance, node, at, used),
            OneOf oneOf => FitsOneOf(utterance, oneOf, node, at, used) || (oneOf.Optional && Fits(utterance, node + 1, at, used)),
            _ => false,
        };
    }

    private bool FitsAfterGap(AnnotatedUtterance utterance, int node, int at, List<int> used)
    {
        for (var next = at; next <= Math.Min(at + GapWords, utterance.Tokens.Count); next++)
        {
            if (Fits(utterance, node + 1, next, used))
            {
                return true;
            }
        }

        return false;
    }

    private bool FitsOneOf(AnnotatedUtterance utterance, OneOf oneOf, int node, int at, List<int> used)
    {
        foreach (var terms in oneOf.Alternatives)
        {
            if (Stands(utterance, terms, at) && FitsAfter(utterance, node, at, at + terms.Length, used))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a stretch of tokens and goes on; gives them back where what follows does not fit.</summary>
    private bool FitsAfter(AnnotatedUtterance utterance, int node, int at, int end, List<int> used)
    {
        var before = used.Count;
        used.AddRange(Enumerable.Range(at, end - at));
        if (Fits(utterance, node + 1, end, used))
        {
            return true;
        }

        used.RemoveRange(before, used.Count - before);
        return false;
    }

    private static bool Stands(AnnotatedUtterance utterance, string[] terms, int at)
    {
        if (at + terms.Length > utterance.Tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < terms.Length; i++)
        {
            if (!utterance.CanMean(at + i, terms[i]))
            {
                return false;
            }
        }

        return true;
    }

    private abstract record Node;

    private sealed record OneOf(string[][] Alternatives, bool Optional) : Node;

    private sealed record Entity(string Kind) : Node;

    private sealed record Gap : Node;

    private sealed record Edge(bool Beginning) : Node;
}

/// <summary>An utterance's tokens with the entities found in them.</summary>
/// <param name="Entities">Kind (province, agency, year, figure, number), first token and one past the last.</param>
public sealed record AnnotatedUtterance(IReadOnlyList<Token> Tokens, IReadOnlyList<(string Kind, int First, int End)> Entities)
{
    /// <summary>Share of marked syllables from which on a person writes with all marks; about four in five of a Vietnamese text bear one.</summary>
    private const double MarkedShare = 0.65;

    /// <summary>Whether all marks are typed: then "đa" is not "đã".</summary>
    public bool IsMarked { get; } = WordsOutside(Tokens, Entities) is { Count: > 0 } words && words.Count(word => VietnameseText.HasMarks(word.Term)) >= MarkedShare * words.Count;

    private readonly HashSet<string> _folded = [.. Tokens.Select(token => VietnameseText.FoldNormalized(token.Term))];

    /// <returns>Whether a folded word stands anywhere in the utterance, with marks or without.</returns>
    public bool HasFolded(string folded) => _folded.Contains(folded);

    /// <returns>Whether a token can stand for a word: the same word, or one with marks left out by a person who leaves marks out.</returns>
    public bool CanMean(int token, string word) =>
        IsMarked && VietnameseText.HasMarks(Tokens[token].Term) ? Tokens[token].Term == word : VietnameseText.CanStandFor(Tokens[token].Term, word);

    /// <summary>Names and numbers tell nothing about how a person writes.</summary>
    private static List<Token> WordsOutside(IReadOnlyList<Token> tokens, IReadOnlyList<(string Kind, int First, int End)> entities)
    {
        var named = entities.Where(entity => entity.First >= 0).SelectMany(entity => Enumerable.Range(entity.First, entity.End - entity.First)).ToHashSet();
        return [.. tokens.Where((_, i) => !named.Contains(i))];
    }

    private readonly Dictionary<(string Kind, int First), int> _ends = Entities.DistinctBy(entity => (entity.Kind, entity.First)).ToDictionary(entity => (entity.Kind, entity.First), entity => entity.End);

    /// <returns>Where an entity of a kind that begins at a token ends; null where none begins there.</returns>
    public int? EntityEnd(string kind, int first) => _ends.TryGetValue((kind, first), out var end) ? end : null;
}
