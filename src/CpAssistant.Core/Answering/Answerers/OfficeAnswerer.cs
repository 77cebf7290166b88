namespace CpAssistant.Core.Answering;

/// <summary>What the office has approved for such a question; beside it what the documents say themselves, unless the office's answer already cites it.</summary>
internal static class OfficeAnswerer
{
    private const int LeadWords = 60;

    /// <summary>Citations of the documents' own answer.</summary>
    private const int MostBeside = 3;

    /// <param name="original">What the documents say; null for nothing.</param>
    internal static Answer? Answer(AnswerContext context, Answer? original)
    {
        if (original?.Outcome is Outcome.SmallTalk or Outcome.Handoff || context.Knowledge.OfficeAnswers.Find(context.Question, context.Today) is not { } found)
        {
            return null;
        }

        var office = Alone(context, found);
        return original is not { Outcome: Outcome.Answered } || IsCited(original, found) ? office : office with
        {
            Lead = office.Lead + "\n" + context.Say.Say("documentsSay", original.Lead),
            Citations = [.. office.Citations.Concat(original.Citations.Take(MostBeside)).DistinctBy(citation => (citation.Document.Id, citation.Span))],
            Notes = [.. office.Notes, .. original.Notes],
            Agencies = original.Agencies,
            Trace = [.. office.Trace, .. original.Trace],
        };
    }

    private static Answer Alone(AnswerContext context, OfficeMatch found)
    {
        var (answer, say) = (found.Answer, context.Say);
        var isTranslated = say.English && answer.English is not null;
        var words = isTranslated ? answer.English! : AnswerContext.Gist(answer.Document, answer.Document.Provisions[0].Span, LeadWords);
        // Who asks for the province of today is told which of the former ones the answer is for.
        var place = answer.Province is { } province && (context.Question.Provinces.Count == 0 || context.Question.Provinces.Any(asked => asked.Name != province)) ? province + ": " : "";
        var elsewhere = answer.Sources.Select(source => source.Text).OfType<string>().ToList();
        return new Answer
        {
            Outcome = Outcome.Answered,
            Lead = say.Say("officeSays", place + words),
            Citations = [answer.Cite(), .. found.Sources],
            Notes =
            [
                .. elsewhere.Count > 0 ? [say.Say("officeRestsOn", string.Join("; ", elsewhere))] : (IReadOnlyList<string>)[],
                say.Say("officeUntil", Phrasebook.Date(answer.ExpiresOn)),
                .. say.English && !isTranslated ? [say.Say("officeInVietnamese")] : (IReadOnlyList<string>)[],
            ],
            Confidence = found.Likeness,
            Trace = [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"office answer {answer.Id}, likeness {found.Likeness:F2}")],
        };
    }

    /// <summary>Whether the office's answer shows all that the documents' answer rests on.</summary>
    private static bool IsCited(Answer original, OfficeMatch found) =>
        original.Citations.All(citation => found.Sources.Any(source => source.Document.Id == citation.Document.Id && source.Span.Overlaps(citation.Span)));
}
