using System.Buffers;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Answering;

/// <summary>What a document is: number, date, signer, grounds, period, whether it is in force.</summary>
internal static class DocumentFactAnswerer
{
    /// <summary>UTF-16 units between the number and the date of one head.</summary>
    private const int LongestGap = 120;

    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t\r\n*_|,.-");

    internal static Answer? Answer(AnswerContext context) =>
        context.Question.Attributes.Count == 0 || !IsAboutDocument(context) ? null : ByProvince.Answer(context, group => PartOf(context, group));

    /// <summary>Whether nothing but space and signs stands between the two, as in the head of a document.</summary>
    private static bool AreBeside(Document document, TextSpan a, TextSpan b)
    {
        var (start, end) = (Math.Min(a.End, b.End), Math.Max(a.Start, b.Start));
        return end <= start || (end - start <= LongestGap && !document.Text.AsSpan(start, end - start).ContainsAnyExcept(Signs));
    }

    /// <summary>The words that give a document's number, with its date where that stands beside it.</summary>
    internal static TextSpan? NumberSpan(Document document) =>
        (document.Metadata.Number ?? document.Metadata.About)?.Span is { } number && document.Metadata.Date?.Span is { } date && AreBeside(document, number, date)
            ? number.Union(date)
            : (document.Metadata.Number ?? document.Metadata.About)?.Span;

    /// <summary>A news item tells of a document; its own date and author are not that document's.</summary>
    private static bool IsAboutOther(AnswerContext context, Document document) =>
        document.Metadata.Kind == DocumentKind.News && context.Question.DocumentKind != DocumentKind.News;

    /// <summary>The question names a document, a kind of document or a province, and no topic inside the document.</summary>
    private static bool IsAboutDocument(AnswerContext context) =>
        context.Question.DocumentNumbers.Count > 0 || context.Question.DocumentKind is not null || context.Scope.IsNamed || context.Question.Has("deicticDocument") || context.Scope.Groups.Count > 0;

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        foreach (var document in group.Documents.OrderByDescending(document => document.Metadata.Date?.Value))
        {
            var said = context.Question.Attributes.Select(attribute => (attribute, Text: Of(context, document, attribute))).ToList();
            var texts = said.Where(row => row.Text is not null).Select(row => row.Text!.Value).ToList();
            if (texts.Count == 0)
            {
                continue;
            }

            // What comes beside the chief thing may be missing; where that is missing itself, it is said.
            var missing = said.Any(row => row.Text is not null && IsFirst(context, row.attribute)) || texts.Count == said.Count ? [] : new[] { context.Say.Say("restNotGiven") };
            return new Part(
                string.Join(" ", texts.Select(text => text.Lead).Concat(missing).Distinct()),
                [.. texts.SelectMany(text => text.Citations).DistinctBy(citation => citation.Span)],
                0.95);
        }

        return null;
    }

    /// <summary>Whether the question is chiefly about it.</summary>
    private static bool IsFirst(AnswerContext context, string attribute) => context.Question.Attributes[0] == attribute;

    private static (string Lead, IReadOnlyList<Citation> Citations)? Of(AnswerContext context, Document document, string attribute)
    {
        var metadata = document.Metadata;
        var say = context.Say;
        return attribute switch
        {
            "number" or "date" => NumberAndDate(context, document, attribute),
            "signer" => metadata.Signer is { } signer && !IsAboutOther(context, document) ? Cited(document, SpanOf(document, signer, signer.Value.Name), say.Say("signedBy", signer.Value.Name, Capacity(context, signer.Value))) : null,
            "issuer" => metadata.Issuer is { } issuer ? Cited(document, (metadata.Number ?? issuer).Span ?? SpanOf(document, issuer, issuer.Value), say.Say("issuedBy", issuer.Value, metadata.Title)) : null,
            "subject" => Subject(context, document),
            "legalGround" => Grounds(context, document),
            "period" => metadata.Period is { } period ? Cited(document, SpanOf(document, period, PeriodText.Of(period.Value)), say.Say("periodIs", PeriodText.Of(period.Value))) : null,
            "validity" => Validity(context, document),
            "inForce" => metadata.InForce is { } force ? Cited(document, force.Span, say.Say("inForceIs", document.Quote(force.Span ?? default).Trim('.', '/'))) : null,
            "recipients" => Recipients(context, document),
            "annex" => null,
            _ => null,
        };
    }

    private static (string, IReadOnlyList<Citation>)? NumberAndDate(AnswerContext context, Document document, string attribute)
    {
        var (number, date) = (document.Metadata.Number ?? document.Metadata.About, document.Metadata.Date);
        if (IsAboutOther(context, document))
        {
            return attribute == "date" || number is null ? null : Cited(document, number.Span, context.Say.Say("numberIs", number.Value, document.Metadata.Title));
        }

        if (document.Metadata.Kind == DocumentKind.News && attribute == "date")
        {
            return date is null ? null : Cited(document, date.Span, context.Say.Say("newsDate", Phrasebook.Date(date.Value)));
        }

        if ((attribute == "number" && number is null) || (attribute == "date" && date is null))
        {
            return null;
        }

        var knowsDate = document.Metadata.Number is not null && date is not null;
        var lead = number is null ? context.Say.Say("dateIs", Phrasebook.Date(date!.Value))
            : knowsDate ? context.Say.Say("numberAndDateAre", number.Value, Phrasebook.Date(date!.Value), document.Metadata.Title)
            : context.Say.Say("numberIs", number.Value, document.Metadata.Title);
        var numberSpan = number is null ? null : SpanOf(document, number, number.Value);
        var dateSpan = date is null || !(knowsDate || number is null) ? null : SpanOf(document, date, Phrasebook.Date(date.Value));
        var spans = numberSpan is { } first && dateSpan is { } second && AreBeside(document, first, second)
            ? [first.Union(second)]
            : new[] { numberSpan, dateSpan }.OfType<TextSpan>().Distinct().ToList();
        return (lead, [.. spans.Where(span => !spans.Any(other => other != span && other.Contains(span))).Select(span => Cite(document, span))]);
    }

    private static (string, IReadOnlyList<Citation>)? Subject(AnswerContext context, Document document)
    {
        var span = document.Metadata.Number?.Span is { } number && document.Metadata.Subject?.Span is { } subject && number.Contains(subject) ? number : document.Metadata.Subject?.Span ?? document.Metadata.About?.Span;
        return span is null ? null : Cited(document, span, context.Say.Say("subjectIs", document.Metadata.About is { } about ? context.Say.Say("newsAbout", about.Value) : document.Metadata.Title));
    }

    private static (string, IReadOnlyList<Citation>)? Grounds(AnswerContext context, Document document)
    {
        var grounds = document.Metadata.LegalGrounds.Where(ground => ground.Span is not null).ToList();
        return grounds.Count == 0
            ? null
            : (context.Say.Say("groundsAre", context.Say.List([.. grounds.Select(ground => AnswerContext.Gist(document, ground.Span!.Value, 40) is var whole && whole.Contains(ground.Value, StringComparison.Ordinal) ? ground.Value : whole).Distinct().Take(6)])),
                [.. grounds.Select(ground => Cite(document, ground.Span!.Value)).DistinctBy(citation => citation.Span).Take(5)]);
    }

    /// <summary>The text shows its period, no text shows that it is in force.</summary>
    private static (string, IReadOnlyList<Citation>)? Validity(AnswerContext context, Document document)
    {
        var period = document.Metadata.Period;
        var end = period?.Value.To;
        var lead = end is null ? context.Say.Say("validityUnknown") : end < context.Today.Year ? context.Say.Say("validityOver", end) : context.Say.Say("validityRunning", end);
        var span = (period is null ? null : SpanOf(document, period, PeriodText.Of(period.Value))) ?? document.Metadata.InForce?.Span ?? document.Metadata.Subject?.Span;
        return span is null ? null : Cited(document, span, lead);
    }

    private static (string, IReadOnlyList<Citation>)? Recipients(AnswerContext context, Document document)
    {
        var addressees = document.Metadata.Recipients.Where(recipient => recipient.Span is { } place && IsAddress(document, place)).ToList();
        var recipients = addressees.Count > 0 ? addressees : document.Metadata.Recipients;
        return recipients.Count == 0 || recipients.All(recipient => recipient.Span is null)
            ? null
            : (context.Say.Say("recipientsAre", context.Say.List([.. recipients.Select(recipient => recipient.Value.TrimEnd('.', ';')).Take(8)])),
                [Cite(document, recipients.Where(recipient => recipient.Span is not null).Select(recipient => recipient.Span!.Value).Aggregate((a, b) => a.Union(b)))]);
    }

    /// <summary>"Kính gửi: Bộ Công Thương": the one it is written to, before those who get a copy.</summary>
    private static bool IsAddress(Document document, TextSpan span) => VietnameseText.Fold(document.Quote(span)).StartsWith("kinh gui", StringComparison.Ordinal);

    private static string Capacity(AnswerContext context, Signer signer)
    {
        var parts = new[] { signer.Position, signer.For, signer.OnBehalfOf is { } body ? "TM. " + body : null }.OfType<string>().ToList();
        return parts.Count == 0 ? context.Say.Say("noPosition") : parts.Count == 1 ? parts[0] : $"{parts[0]} ({string.Join(", ", parts.Skip(1))})";
    }

    /// <summary>
    /// The words that say a value; where only the front matter gives it (as in a digest), the sentence of the text that has it,
    /// else the one the text begins with.
    /// </summary>
    private static TextSpan? SpanOf<T>(Document document, Extracted<T> value, string words) =>
        value.Span ?? document.Provisions.SelectMany(provision => provision.Sentences).Cast<TextSpan?>()
            .FirstOrDefault(sentence => document.Quote(sentence!.Value).Contains(words, StringComparison.OrdinalIgnoreCase))
        ?? document.Provisions.SelectMany(provision => provision.Sentences).Cast<TextSpan?>().FirstOrDefault();

    private static (string, IReadOnlyList<Citation>)? Cited(Document document, TextSpan? span, string lead) =>
        span is { } place ? (lead, [Cite(document, place)]) : null;

    internal static Citation Cite(Document document, TextSpan span) => new(document, TargetAnswerer.ProvisionAt(document, span), span);
}
