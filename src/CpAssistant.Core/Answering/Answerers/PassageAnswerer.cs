using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>The best passages, quoted, if they are good enough and hold the sort of thing that is asked for.</summary>
internal static class PassageAnswerer
{
    private const double GoodEnough = 0.62;
    private const double NearBest = 0.93;

    internal static Answer? Answer(AnswerContext context) =>
        context.Question.Topic.Count == 0 ? null : ByProvince.Answer(context, group => PartOf(context, group.Documents, GoodEnough));

    /// <summary>Definition and method: guidance first, then what the documents themselves say.</summary>
    internal static Answer? FromGuidance(AnswerContext context)
    {
        var guidance = context.Scope.National.Where(document => document.Metadata.Kind == DocumentKind.Guidance).ToList();
        var topic = context.Question.Topic;
        var part = context.Question.Provinces.Count == 0 && topic.Count > 0 ? PartOf(context, guidance, 0.5) ?? PartOf(context, context.Knowledge.Documents, 0.6) : null;
        return part is null ? Answer(context) : Whole(part);
    }

    /// <summary>Documents of no province, when no province is named and none of theirs answers.</summary>
    internal static Answer? FromNational(AnswerContext context) =>
        context.Question.Topic.Count > 0 && context.Question.Provinces.Count == 0 && PartOf(context, context.Scope.National, GoodEnough) is { } part ? Whole(part) : null;

    private static Answer Whole(Part part) => new() { Outcome = Outcome.Answered, Lead = part.Lead, Citations = part.Citations, Confidence = part.Confidence };

    private static Part? PartOf(AnswerContext context, IReadOnlyList<Document> documents, double goodEnough)
    {
        var ranked = context.Knowledge.Statements.Rank(context.Question.Topic, context.Statements(documents).Where(statement => Holds(context, statement)));
        if (ranked.Count == 0 || ranked[0].Coverage < goodEnough)
        {
            return null;
        }

        var shown = new List<Match>();
        foreach (var match in ranked.TakeWhile(match => match.Score >= NearBest * ranked[0].Score))
        {
            if (shown.Count < (context.Scope.Groups.Count == 1 ? 3 : 1) && !shown.Any(other => other.Statement.Document.Id == match.Statement.Document.Id && other.Statement.Span.Overlaps(match.Statement.Span)))
            {
                shown.Add(match);
            }
        }

        var lead = string.Join(" ", shown.Select(match => context.Say.English
            ? context.Say.Say("passageAbout", context.TaskGist(match.Statement.Document, match.Statement.Span, 30))
            : AnswerContext.Gist(match.Statement.Document, match.Statement.Span, shown.Count == 1 ? 60 : 28)));
        return new Part(lead, [.. shown.Select(match => match.Statement.Cite())], ranked[0].Coverage);
    }

    /// <summary>Whether a statement holds the sort of thing that is asked for: a sum, a percentage, a number, a date.</summary>
    internal static bool Holds(AnswerContext context, Statement statement)
    {
        if (context.Question.Expects == ExpectedAnswer.Any)
        {
            return true;
        }

        var document = statement.Document;
        var tokens = context.Knowledge.TokensOf(document).In(statement.Span);
        var quantities = context.Knowledge.Quantities.In(document.Text, tokens);
        return context.Question.Expects switch
        {
            ExpectedAnswer.Percent => quantities.Any(quantity => quantity.IsPercent),
            ExpectedAnswer.Money => quantities.Any(quantity => quantity.IsMoney),
            ExpectedAnswer.Count => tokens.Any(token => QuantityReader.Number(token.Term) is not null),
            ExpectedAnswer.Date => tokens.Any(token => PeriodReader.Year(document.Text, token) is not null),
            ExpectedAnswer.Contact => tokens.Any(token => token.Term.Length >= 9 && token.Term.All(char.IsAsciiDigit)) || statement.Span.Slice(document.Text).Contains('@', StringComparison.Ordinal),
            _ => false,
        };
    }
}
