using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

public enum Bound
{
    Exactly,
    AtLeast,
    AtMost,
    About,

    /// <summary>More than the figure ("trên 50%").</summary>
    Above,

    /// <summary>Less than it.</summary>
    Below,
}

/// <summary>A figure with its unit.</summary>
/// <param name="From">Lower end; equal to <paramref name="To"/> where it is one number. Money is in đồng.</param>
/// <param name="Unit">"%", "đồng", or the word counted ("doanh nghiệp").</param>
/// <param name="Digits">The number as the source writes it, a range joined by a hyphen: "05", "8-13", "286.000.000".</param>
/// <param name="Span">The figure with its unit in the source.</param>
public sealed record Quantity(decimal From, decimal To, string Unit, Bound Bound, string Digits, TextSpan Span)
{
    public bool IsRange => From != To;

    public bool IsPercent => Unit == "%";

    public bool IsMoney => Unit == "đồng";

    public bool SameValue(Quantity other) => From == other.From && To == other.To && Unit == other.Unit;
}

/// <summary>Reads figures from analyzed text, whatever Unicode form it is in.</summary>
public sealed class QuantityReader
{
    private readonly PhraseTable<string> _units;
    private readonly Dictionary<string, decimal> _money;
    private readonly PhraseTable<Bound> _bounds;

    public QuantityReader(TargetRules rules)
    {
        _units = new PhraseTable<string>(rules.Units.Select(unit => (unit, unit)));
        _money = rules.Money.DistinctBy(pair => VietnameseText.Normalize(pair.Key)).ToDictionary(pair => VietnameseText.Normalize(pair.Key), pair => pair.Value);
        _bounds = new PhraseTable<Bound>(
            rules.AtLeast.Select(phrase => (phrase, Bound.AtLeast))
                .Concat(rules.AtMost.Select(phrase => (phrase, Bound.AtMost)))
                .Concat(rules.About.Select(phrase => (phrase, Bound.About)))
                .Concat(rules.Above.Select(phrase => (phrase, Bound.Above)))
                .Concat(rules.Below.Select(phrase => (phrase, Bound.Below))));
    }

    /// <param name="text">The source the tokens were cut from.</param>
    /// <returns>Percentages, counts with a known unit and sums of money, in order.</returns>
    public IReadOnlyList<Quantity> In(string text, IReadOnlyList<Token> tokens)
    {
        var quantities = new List<Quantity>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Number(tokens[i].Term) is { } from && At(text, tokens, i, from) is { } found)
            {
                quantities.Add(found.Quantity);
                i = found.Last;
            }
        }

        return quantities;
    }

    /// <returns>The number, with 1.234 and 1,5 read the Vietnamese way; null where the term is none.</returns>
    public static decimal? Number(string term)
    {
        if (term.Length is 0 or > 18 || !char.IsAsciiDigit(term[0]))
        {
            return null;
        }

        var groups = term.Split('.');
        var thousands = groups.Length > 1 && groups[0].Length <= 3 && groups.Skip(1).All(group => group.Split(',')[0].Length == 3);
        var plain = (thousands ? term.Replace(".", "", StringComparison.Ordinal) : term).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private (Quantity Quantity, int Last)? At(string text, IReadOnlyList<Token> tokens, int i, decimal from)
    {
        var last = i;
        var to = from;
        var joined = IsRangeSign(text, tokens, i) ? i + 1 : IsRangeWord(tokens, i + 1) ? i + 2 : -1;
        if (joined > 0 && joined < tokens.Count && Number(tokens[joined].Term) is { } upper && upper >= from)
        {
            (to, last) = (upper, joined);
        }

        if (OutOf(text, tokens, i) is { } outOf)
        {
            return outOf;
        }

        if (IsPartOfDateOrNumber(text, tokens, i, last))
        {
            return null;
        }

        var unit = UnitAt(text, tokens, last);
        if (unit is null && last > i)
        {
            (to, last) = (from, i);
            unit = UnitAt(text, tokens, i);
        }

        if (unit is not { } found)
        {
            return null;
        }

        var bound = last > i ? Bound.Exactly : BoundBefore(text, tokens, i);
        var span = new TextSpan(tokens[i].Start, found.End);
        return (new Quantity(from * found.Factor, to * found.Factor, found.Unit, bound, Digits(text, tokens, i, last, found), span), Math.Max(last, found.LastToken));
    }

    /// <summary>"05/08 mô hình": five out of eight.</summary>
    private (Quantity Quantity, int Last)? OutOf(string text, IReadOnlyList<Token> tokens, int i)
    {
        var isPair = i + 2 < tokens.Count && tokens[i + 1].Start == tokens[i].End + 1 && text[tokens[i].End] == '/' && tokens[i + 1].Term.All(char.IsAsciiDigit)
            && (tokens[i].Start == 0 || text[tokens[i].Start - 1] != '/') && text[tokens[i + 1].End] == ' ';
        return isPair && Number(tokens[i].Term) is { } part && _units.FindAt(tokens, i + 2) is { } unit
            ? (new Quantity(part, part, unit.Value, Bound.Exactly, $"{tokens[i].Term}/{tokens[i + 1].Term}", new TextSpan(tokens[i].Start, tokens[unit.End - 1].End)), unit.End - 1)
            : null;
    }

    private (string Unit, decimal Factor, int End, int LastToken)? UnitAt(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (PercentEnd(text, tokens[i].End) is { } end)
        {
            return ("%", 1, end, i);
        }

        if (i + 1 >= tokens.Count || HasBreak(text, tokens[i].End, tokens[i + 1].Start))
        {
            return null;
        }

        var next = tokens[i + 1];
        if (i + 2 < tokens.Count && next.Term is "phần" or "phan" or "per" && tokens[i + 2].Term is "trăm" or "tram" or "cent")
        {
            return ("%", 1, tokens[i + 2].End, i + 2);
        }

        if (next.Term is "percent")
        {
            return ("%", 1, next.End, i + 1);
        }

        if (_money.TryGetValue(next.Term, out var factor))
        {
            var plain = i + 2 < tokens.Count && tokens[i + 2].Term == "đồng";
            return ("đồng", factor, plain ? tokens[i + 2].End : next.End, plain ? i + 2 : i + 1);
        }

        return _units.FindAt(tokens, i + 1) is { } match ? (match.Value, 1, tokens[match.End - 1].End, match.End - 1) : null;
    }

    /// <summary>"sạch hơn 20%" and "trên, 20%" bound nothing.</summary>
    private Bound BoundBefore(string text, IReadOnlyList<Token> tokens, int i)
    {
        for (var first = Math.Max(0, i - 3); first < i; first++)
        {
            var compares = tokens[first].Term == "hơn" && first > 0 && tokens[first - 1].Term is "sạch" or "cao" or "thấp" or "lớn";
            if (!compares && _bounds.FindAt(tokens, first) is { } match && match.End == i && !HasBreak(text, tokens[i - 1].End, tokens[i].Start))
            {
                return match.Value;
            }
        }

        return Bound.Exactly;
    }

    /// <summary>The digits as written; with a word for thousands between number and unit kept ("70 triệu").</summary>
    private static string Digits(string text, IReadOnlyList<Token> tokens, int first, int last, (string Unit, decimal Factor, int End, int LastToken) unit)
    {
        var digits = first == last ? tokens[first].Term : $"{tokens[first].Term}-{tokens[last].Term}";
        return unit.Factor == 1 ? digits : $"{digits} {text[tokens[last + 1].Start..tokens[last + 1].End]}";
    }

    private static int? PercentEnd(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\u00A0')
        {
            i++;
        }

        return i < text.Length && text[i] == '%' ? i + 1 : null;
    }

    /// <summary>A dash, perhaps after a percent sign, straight between two numbers.</summary>
    private static bool IsRangeSign(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count || tokens[i + 1].Start - tokens[i].End > 6)
        {
            return false;
        }

        var between = text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).Trim(" %\u00A0");
        return between.Length == 1 && between[0] is '-' or '–' or '—' or '÷';
    }

    private static bool IsRangeWord(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && tokens[i].Term is "đến" or "den" or "tới" or "toi" or "to";

    private static bool HasBreak(string text, int start, int end)
    {
        foreach (var unit in text.AsSpan(start, end - start))
        {
            if (unit is not (' ' or '\u00A0' or '\n' or '\r' or '*'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A slash before or after (14/3/2016, 86/QĐ-UBND) makes no quantity.</summary>
    private static bool IsPartOfDateOrNumber(string text, IReadOnlyList<Token> tokens, int first, int last) =>
        (tokens[first].Start > 0 && text[tokens[first].Start - 1] == '/') || (tokens[last].End < text.Length && text[tokens[last].End] == '/');
}
