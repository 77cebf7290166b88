using CpAssistant.Core.Text;

namespace CpAssistant.Core.Answering;

/// <summary>A number of a document that is not in the collection but named in one that is.</summary>
internal static class MentionAnswerer
{
    internal static bool IsAsked(AnswerContext context) =>
        context.Question.DocumentNumbers.Count > 0
        && !context.Knowledge.Documents.Any(document => context.Question.DocumentNumbers.Any(number => Scope.IsNumberOf(document, number)));

    internal static Answer? Answer(AnswerContext context) => ByProvince.Answer(context, group => PartOf(context, group));

    /// <summary>
    /// A number that no document bears or names: nothing is known of it, unless the province's document has lost its number
    /// and may be the one that is meant.
    /// </summary>
    internal static Answer? Unknown(AnswerContext context) =>
        context.Scope.IsNamed && context.Scope.Documents.Count > 0 && context.Scope.Documents.All(document => document.Metadata.Number is null && document.Metadata.About is null)
            ? null
            : NotFoundAnswerer.Answer(context) is var answer && Meant(context) is { Count: > 0 } meant
                ? answer with { Lead = Lead(context), Suggestions = meant }
                : answer with { Lead = Lead(context) };

    private static string Lead(AnswerContext context) =>
        context.Say.Say("numberUnknown", string.Join(", ", context.Question.DocumentNumbers), context.Say.List(Coverage.Provinces(context.Knowledge)));

    /// <summary>"50/KH-UNBD": the question again, with the numbers of documents that begin alike.</summary>
    private static IReadOnlyList<string> Meant(AnswerContext context)
    {
        var known = context.Knowledge.Documents.Select(document => (document.Metadata.Number ?? document.Metadata.About)?.Value).OfType<string>().Distinct().ToList();
        return
        [
            .. from asked in context.Question.DocumentNumbers
               where context.Question.Text.Contains(asked, StringComparison.OrdinalIgnoreCase)
               from number in known
               where number.Split('/')[0].TrimStart('0') == asked.Split('/')[0].TrimStart('0')
               select context.Question.Text.Replace(asked, number, StringComparison.OrdinalIgnoreCase),
        ];
    }

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var naming = context.Statements(group.Documents).Where(statement => context.Question.DocumentNumbers.Any(number => Names(statement, number))).ToList();
        if (naming.Count == 0)
        {
            return null;
        }

        var ranked = context.Knowledge.Statements.Rank(context.Question.Topic, naming, context.Question.IsEnglish);
        var best = ranked.Count > 0 ? ranked[0].Statement : naming.MinBy(statement => statement.Span.Length)!;
        return new Part(AnswerContext.Gist(best.Document, best.Span, 60) + ".", [best.Cite()], 0.8);
    }

    /// <summary>Whether a statement names a document's number, spaces and marks aside.</summary>
    private static bool Names(Statement statement, string number)
    {
        var words = string.Concat(VietnameseText.Fold(statement.Span.Slice(statement.Document.Text)).Where(unit => !char.IsWhiteSpace(unit)));
        var asked = VietnameseText.Fold(number);
        var place = words.IndexOf(asked.All(char.IsAsciiDigit) ? asked + "/" : asked, StringComparison.Ordinal);
        return place >= 0 && (place == 0 || !char.IsAsciiDigit(words[place - 1]));
    }
}
