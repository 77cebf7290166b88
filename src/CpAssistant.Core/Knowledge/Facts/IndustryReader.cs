using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Reads which industries a document puts first.</summary>
internal sealed class IndustryReader(IndustryRules rules, IReadOnlyList<Industry> industries)
{
    private readonly Cues _cues = new(rules.Cues, exact: true);
    private readonly Cues _listStarts = new(rules.ListStarts, exact: true);

    private readonly PhraseTable<Industry> _industries = new(industries.SelectMany(industry =>
        (industry.Aliases ?? []).Append(industry.Name).Select(name => (name, industry))));

    internal IEnumerable<PriorityIndustry> Read(DocumentTokens tokens)
    {
        foreach (var provision in tokens.Document.Provisions)
        {
            if (provision.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients)
            {
                continue;
            }

            foreach (var sentence in provision.Sentences)
            {
                var words = tokens.In(sentence);
                if (_cues.First(words) is { } cue)
                {
                    foreach (var industry in ReadSentence(tokens.Document, provision, sentence, words, cue))
                    {
                        yield return industry;
                    }
                }
            }
        }
    }

    private IEnumerable<PriorityIndustry> ReadSentence(Document document, Provision provision, TextSpan sentence, IReadOnlyList<Token> words, PhraseMatch<string> cue)
    {
        var names = ListStart(document.Text, words, cue) is { } start ? Names(document, sentence, words, start).ToList() : [];
        if (names.Count == 0)
        {
            names = [.. _industries.FindAll(words).Where(match => match.First >= cue.First).Select(match => new TextSpan(words[match.First].Start, words[match.End - 1].End))];
        }

        if (names.Count == 0)
        {
            var first = words[cue.First].Term == "ưu" && cue.First + 2 < words.Count ? cue.First + 2 : cue.First;
            names = [new TextSpan(words[first].Start, sentence.End)];
        }

        foreach (var name in names)
        {
            var inName = words.Where(word => name.Contains(word.Span)).ToList();
            var industry = _industries.FindAll(inName);
            yield return new PriorityIndustry
            {
                Document = document,
                Provision = provision,
                Span = sentence,
                Rule = "priority-industries",
                Name = document.Quote(name).Trim(' ', '.', ',', ';', ')', '…'),
                Industry = industry.Count > 0 ? industry[0].Value : null,
            };
        }
    }

    /// <returns>Where the list begins: after "như", or at an opening bracket behind the cue.</returns>
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

        return null;
    }

    /// <summary>The names between commas, to the end of the list.</summary>
    private static IEnumerable<TextSpan> Names(Document document, TextSpan sentence, IReadOnlyList<Token> words, int start)
    {
        var from = start;
        for (var i = start; i < words.Count; i++)
        {
            var gapEnd = i + 1 < words.Count ? words[i + 1].Start : sentence.End;
            var gap = document.Text.AsSpan(words[i].End, gapEnd - words[i].End);
            var closes = gap.IndexOfAny(")…") >= 0 || gap.IndexOf("..") >= 0 || i == words.Count - 1;
            if (closes || gap.IndexOfAny(",;") >= 0)
            {
                if (i - from < 8)
                {
                    yield return new TextSpan(words[from].Start, words[i].End);
                }

                from = i + 1;
            }

            if (closes)
            {
                yield break;
            }
        }
    }
}
