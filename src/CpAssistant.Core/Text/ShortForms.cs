namespace CpAssistant.Core.Text;

/// <summary>A short form in a text.</summary>
/// <param name="Full">What it stands for.</param>
public readonly record struct ShortFormMatch(TextSpan Span, string Full);

/// <summary>Finds short forms of official language ("SXSH", "KH&amp;CN") in the text of documents. Immutable.</summary>
/// <remarks>
/// Other than in what people type (<see cref="UtteranceReader"/>) a form counts only as it is written in the data, where it has one reading, and
/// not in a document's number, where "CP" and "UBND" stand for an issuer.
/// </remarks>
public sealed class ShortForms
{
    private readonly Dictionary<string, List<Form>> byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Form>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public ShortForms(Abbreviations abbreviations)
    {
        foreach (var (form, readings) in abbreviations.Field.Where(static pair => pair.Value.Count == 1))
        {
            var words = SyllableTokenizer.Tokenize(form).ToList();
            if (words.Count > 0 && char.IsUpper(words[0].Term[0]))
            {
                byFirst.TryAdd(words[0].Term, []);
                byFirst[words[0].Term].Add(new Form(form, readings[0]));
            }
        }

        foreach (var forms in byFirst.Values)
        {
            forms.Sort(static (a, b) => b.Written.Length.CompareTo(a.Written.Length));
        }

        lookup = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ShortForms None { get; } = new(Abbreviations.None);

    /// <returns>In order, without overlap; of two at one place the longer.</returns>
    public IEnumerable<ShortFormMatch> In(string text)
    {
        var position = 0;
        while (SyllableTokenizer.TryNext(text, ref position, out var span))
        {
            if (char.IsUpper(text[span.Start]) && Find(text, span) is { } form)
            {
                var whole = new TextSpan(span.Start, span.Start + form.Written.Length);
                position = Math.Max(position, whole.End);
                if (!IsInNumber(text, whole))
                {
                    yield return new ShortFormMatch(whole, form.Full);
                }
            }
        }
    }

    private Form? Find(string text, TextSpan first)
    {
        if (lookup.TryGetValue(text.AsSpan(first.Start, first.Length), out var forms))
        {
            foreach (var form in forms)
            {
                var end = first.Start + form.Written.Length;
                if (string.CompareOrdinal(text, first.Start, form.Written, 0, form.Written.Length) == 0 && (end >= text.Length || !char.IsLetterOrDigit(text[end])))
                {
                    return form;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a stroke and a digit stand in the same stretch without white space: 86/QĐ-UBND.</summary>
    private static bool IsInNumber(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && IsJoined(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsJoined(text[end]))
        {
            end++;
        }

        var stretch = text.AsSpan(start, end - start);
        return stretch.Contains('/') && stretch.ContainsAnyInRange('0', '9');
    }

    private static bool IsJoined(char sign) => char.IsLetterOrDigit(sign) || sign is '/' or '-' or '–' or '&';

    private sealed record Form(string Written, string Full);
}
