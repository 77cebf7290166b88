using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>The best passages, quoted, if they are good enough and hold the sort of thing that is asked for.</summary>
internal static class PassageAnswerer
{
    private const double GoodEnough = 0.6;
    private const double NearBest = 0.93;

    /// <summary>
    /// Where the index is less confident, a figure whose words cover the topic by synonyms and headings is one of another matter; see <see cref="AnswerContext.ConfidencesOf"/>.
    /// On the development questions the best passage for what no text says has 0.26, figures that passages answer with have 0.34 and more.
    /// </summary>
    private const double LeastConfidence = 0.27;

    /// <summary>What the index's confidence counts between passages that cover the topic nearly alike.</summary>
    private const double TwinShare = 0.1;

    private const int MostTwins = 20;

    private const double NearBestRow = 0.85;
    private const double WholeHeading = 0.8;
    private const int MostItems = 8;
    private const int LeastSisters = 3;
    private const int MostLedIn = 4;

    internal static Answer? Answer(AnswerContext context) =>
        context.Question.Topic.Count == 0 && context.Question.Periods.Count == 0 ? null : ByProvince.Answer(context, group => OfYear(context, group.Documents) ?? UnderHeading(context, group.Documents) ?? PartOf(context, group.Documents, GoodEnough), NearBestRow);

    /// <summary>"Năm 2007 có gì?": where the year is all that is asked about, the sentences in which it stands.</summary>
    private static Part? OfYear(AnswerContext context, IReadOnlyList<Document> documents)
    {
        if (context.Knowledge.Statements.SpecificOf(context.Question.Topic).Count > 0 || context.Question.Periods.Count == 0 || !context.Scope.IsNamed || context.Question.Kind != QuestionKind.Passage)
        {
            return null;
        }

        var years = context.Question.Periods.Select(period => (period.To ?? period.From)?.ToString(System.Globalization.CultureInfo.InvariantCulture)).OfType<string>().ToList();
        var found = context.Statements(documents).Where(statement => statement.Provision.Sentences.Contains(statement.Span) && years.Exists(statement.SaysItself)).Take(3).ToList();
        return found.Count == 0 ? null : new Part(string.Join(" ", found.Select(statement => context.TaskGist(statement.Document, statement.Span, 40))), [.. found.Select(statement => statement.Cite())], 0.7);
    }

    /// <summary>The items below a heading that is just what is asked for ("Khó khăn").</summary>
    internal static Part? UnderHeading(AnswerContext context, IReadOnlyList<Document> documents)
    {
        var specific = context.Knowledge.Statements.SpecificOf(context.Question.Topic);
        if (specific.Count == 0 || context.Question.Expects != ExpectedAnswer.Any || context.Question.Agencies.Count > 0)
        {
            return null;
        }

        var best = documents.Select(document => HeadingOf(context, document, specific)).OfType<(Document Document, Provision Heading, double Coverage)>()
            .OrderByDescending(row => row.Coverage).FirstOrDefault();
        IReadOnlyList<Provision> items = best.Document is null ? [] : ItemsOf(best.Document, best.Heading);
        if (items.Count is 0 or > MostItems)
        {
            return null;
        }

        if (items.Count == 1 && WithLedIn(context, new Citation(best.Document!, items[0], items[0].Span), best.Coverage) is { } whole)
        {
            return whole;
        }

        var words = items.Count <= 3 ? 24 : 14;
        var lead = string.Join("; ", items.Select(item => context.TaskGist(best.Document!, item.Span, items.Count == 1 ? 60 : words)));
        return new Part(lead + ".", [.. items.Select(item => new Citation(best.Document!, item, item.Span))], best.Coverage);
    }

    /// <summary>The shortest heading that holds the topic; where several sisters do ("Bước 1", "Bước 2", …), the one above them.</summary>
    private static (Document Document, Provision Heading, double Coverage)? HeadingOf(AnswerContext context, Document document, IReadOnlyList<TopicTerm> specific)
    {
        var fitting = document.Provisions
            .Where(provision => provision.Heading.Length > 0)
            .Select(provision => (Provision: provision, Coverage: context.Knowledge.Statements.CoverageOf(specific, document, provision)))
            .Where(row => row.Coverage >= WholeHeading && ItemsOf(document, row.Provision).Count > 0)
            .OrderByDescending(row => row.Coverage).ThenBy(row => row.Provision.Heading.Length).ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        if (OrdinalOf(context.Question) is { } ordinal && fitting.Find(row => Analyzer.Exact.Analyze(row.Provision.Heading).Any(token => QuantityReader.Number(token.Term) == ordinal))
            is { Provision: not null } numbered)
        {
            return (document, numbered.Provision, numbered.Coverage);
        }

        var (best, coverage) = fitting[0];
        var sisters = best.Parent is { } parent && fitting.Count(row => row.Provision.Parent == parent) >= LeastSisters ? document.Provisions[parent] : best;
        return (document, sisters, coverage);
    }

    /// <returns>The number straight behind a word of the topic ("bước 3"); null for a count ("6 bước").</returns>
    private static decimal? OrdinalOf(Question question)
    {
        var words = Analyzer.Exact.Analyze(question.Text);
        return question.Topic.Select(term => term.First + term.Terms.Count).Where(next => next < words.Count).Select(next => QuantityReader.Number(words[next].Term)).FirstOrDefault(number => number is not null);
    }

    /// <summary>What stands below a heading; a heading that is followed by its words on the same line has itself.</summary>
    private static IReadOnlyList<Provision> ItemsOf(Document document, Provision heading)
    {
        var children = document.Provisions.Where(child => child.Parent == heading.Index).ToList();
        var hasWords = heading.Span.Length > heading.Heading.Length + heading.Label.Length + 12;
        return children.Count > 0 ? children : hasWords ? [heading] : [];
    }

    /// <summary>Documents of no province, when no province is named and none of theirs answers.</summary>
    internal static Answer? FromNational(AnswerContext context) =>
        context.Question.Topic.Count > 0 && context.Question.Provinces.Count == 0 && PartOf(context, context.Scope.National, GoodEnough) is { } part ? Whole(part) : null;

    internal static Answer Whole(Part part) => new() { Outcome = Outcome.Answered, Lead = part.Lead, Citations = part.Citations, Confidence = part.Confidence };

    internal static Part? PartOf(AnswerContext context, IReadOnlyList<Document> documents, double goodEnough)
    {
        if (context.Knowledge.Statements.SpecificOf(context.Question.Topic).Count == 0)
        {
            return null;
        }

        var ranked = context.Knowledge.Statements.Rank(context.Question.Topic, context.Candidates(documents).Where(statement => Holds(context, statement)), context.Question.IsEnglish);
        if (ranked.Count == 0 || ranked[0].Coverage < goodEnough)
        {
            return null;
        }

        var near = ranked.TakeWhile(match => match.Score >= NearBest * ranked[0].Score).Take(MostTwins).ToList();
        var confidences = context.ConfidencesOf([.. near.Select(match => match.Statement)]);
        if (context.Question.Expects != ExpectedAnswer.Any && !context.Question.IsEnglish && confidences[0] < LeastConfidence)
        {
            return null;
        }

        var shown = new List<Match>();
        foreach (var (match, _) in near.Zip(confidences).OrderByDescending(pair => pair.First.Score + (TwinShare * pair.Second)))
        {
            if (shown.Count < (context.Scope.Groups.Count == 1 ? 3 : 1) && !shown.Any(other => other.Statement.Document.Id == match.Statement.Document.Id && other.Statement.Span.Overlaps(match.Statement.Span)))
            {
                shown.Add(match);
            }
        }

        var lead = string.Join(" ", shown.Select(match => context.Say.English
            ? context.Say.Say("passageAbout", context.TaskGist(match.Statement.Document, match.Statement.Span, 30))
            : AnswerContext.Gist(match.Statement.Document, match.Statement.Span, match.Statement.Document.Metadata.Province is null ? 60 : context.Words(shown.Count == 1 ? 60 : 28))));
        return (shown.Count == 1 ? WithLedIn(context, shown[0].Statement.Cite(), ranked[0].Coverage) : null)
            ?? new Part(lead, [.. shown.Select(match => match.Statement.Cite())], ranked[0].Coverage);
    }

    /// <returns>Words that end with a colon, with what comes after them; null for other words.</returns>
    private static Part? WithLedIn(AnswerContext context, Citation leadIn, double coverage)
    {
        var items = LedInBy(leadIn);
        return items.Count == 0 || context.Say.English ? null : new Part(
            $"{context.TaskGist(leadIn.Document, leadIn.Span, 40).TrimEnd(':', '.', ' ')}: {string.Join("; ", items.Select(item => context.TaskGist(item.Document, item.Span, 20)))}.",
            [leadIn, .. items],
            coverage);
    }

    /// <summary>"Nguồn kinh phí bao gồm:" says nothing without what comes after it.</summary>
    private static IReadOnlyList<Citation> LedInBy(Citation leadIn)
    {
        var document = leadIn.Document;
        if (!leadIn.Span.Slice(document.Text).AsSpan().TrimEnd().EndsWith(":"))
        {
            return [];
        }

        var below = document.Provisions.Where(provision => provision.Parent == leadIn.Provision.Index && provision.Span.Start >= leadIn.Span.End).ToList();
        var beside = document.Provisions.Where(provision => provision.Parent == leadIn.Provision.Parent && provision.Index > leadIn.Provision.Index).TakeWhile(provision => provision.Kind == ProvisionKind.Item);
        return [.. (below.Count > 0 ? below : beside).Take(MostLedIn).Select(provision => new Citation(document, provision, provision.Span))];
    }

    /// <summary>A target is no answer where a result is asked for, nor the other way round.</summary>
    private static bool IsOfOtherNature(AnswerContext context, Statement statement) =>
        context.Question.Natures.Count > 0
        && context.Knowledge.FactsOf(statement.Document).OfType<Target>().Where(fact => fact.Span.Overlaps(statement.Span)).ToList() is { Count: > 0 } figures
        && figures.All(fact => !context.Question.AsksFor(fact.Nature) && !(fact.Nature == TargetNature.Proposal && context.Question.AsksFor(TargetNature.Target)));

    /// <summary>A year that is asked for stands in the statement or its headings, or in the span of years of its document.</summary>
    private static bool HoldsYear(AnswerContext context, Statement statement)
    {
        var asked = context.Question.Periods.SelectMany(period => new[] { period.From, period.To }).OfType<int>().ToList();
        return asked.Count == 0 || asked.Any(year =>
            statement.Holds(year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            || (context.Question.Expects == ExpectedAnswer.Any && statement.Document.Metadata.Period?.Value is { } period && TargetAnswerer.Meets(new Period(year, year), period)));
    }

    /// <summary>Whether a statement holds the sort of thing that is asked for: a sum, a percentage, a number, a date.</summary>
    internal static bool Holds(AnswerContext context, Statement statement)
    {
        if (!HoldsYear(context, statement) || IsOfOtherNature(context, statement))
        {
            return false;
        }

        if (context.Question.Expects == ExpectedAnswer.Any)
        {
            return true;
        }

        var document = statement.Document;
        var tokens = context.Knowledge.TokensOf(document).In(statement.Span);
        var quantities = statement.Quantities;
        return context.Question.Expects switch
        {
            ExpectedAnswer.Percent => quantities.Any(quantity => quantity.IsPercent),
            ExpectedAnswer.Money => quantities.Any(quantity => quantity.IsMoney),
            ExpectedAnswer.Number or ExpectedAnswer.Count => quantities.Count > 0,
            ExpectedAnswer.Duration => Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(i => tokens[i].Term is "ngày" or "tuần" or "tháng" or "giờ" or "phút" && QuantityReader.Number(tokens[i - 1].Term) is not null),
            ExpectedAnswer.Date => tokens.Any(token => token.Term is "ngày" or "tháng" or "quí" || PeriodReader.Year(document.Text, token) is not null),
            ExpectedAnswer.Contact => tokens.Any(token => token.Term.Length >= 9 && token.Term.All(char.IsAsciiDigit)) || statement.Span.Slice(document.Text).Contains('@', StringComparison.Ordinal),
            _ => false,
        };
    }
}
