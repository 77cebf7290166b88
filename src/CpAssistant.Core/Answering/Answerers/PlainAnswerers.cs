using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Greeting, thanks, help, and the wish to speak to the office.</summary>
internal static class SmallTalkAnswerer
{
    internal static Answer? Answer(AnswerContext context) => context.Question.Kind switch
    {
        QuestionKind.Greeting when context.Question.Topic.Count <= 1 => Say(context, "greeting"),
        QuestionKind.Thanks => Say(context, "thanks"),
        QuestionKind.Help => Say(context, "help"),
        _ => null,
    };

    internal static Answer? Handoff(AnswerContext context) => new()
    {
        Outcome = Outcome.Handoff,
        Lead = context.Say.Say("handoff"),
        Notes = OfficeNotes.Of(context),
        Confidence = 1,
    };

    private static Answer Say(AnswerContext context, string name) => new()
    {
        Outcome = Outcome.SmallTalk,
        Lead = context.Say.Say(name, context.Say.List(Coverage.Provinces(context.Knowledge))),
        Suggestions = Suggestions.Examples(context),
        Confidence = 1,
    };
}

/// <summary>What documents there are.</summary>
internal static class DocumentsAnswerer
{
    internal static Answer? Answer(AnswerContext context)
    {
        var documents = context.Question.Provinces.Count > 0 ? context.Scope.Documents : context.Knowledge.Documents;
        if (documents.Count == 0)
        {
            return null;
        }

        var provincial = documents.Where(document => document.Metadata.Province is not null).ToList();
        var national = documents.Except(provincial).ToList();
        var lines = provincial.Select(document => $"• {document.Metadata.Province!.Value}: {Coverage.NameOf(context, document)}")
            .Concat(national.Take(4).Select(document => $"• {Coverage.NameOf(context, document)}")).ToList();
        return new Answer
        {
            Outcome = Outcome.Answered,
            Lead = context.Say.Say("documentsAre", context.Say.List(Coverage.Provinces(provincial))) + "\n" + string.Join('\n', lines) + (national.Count > 4 ? "\n• …" : ""),
            Citations = [.. provincial.Select(Identity).OfType<Citation>().Take(9)],
            Confidence = 1,
        };
    }

    /// <summary>The words by which a document names itself.</summary>
    private static Citation? Identity(Document document) =>
        (document.Metadata.Subject?.Span ?? document.Metadata.Number?.Span ?? document.Metadata.About?.Span) is { } span ? DocumentFactAnswerer.Cite(document, span) : null;
}

/// <summary>What the documents cover, in words.</summary>
internal static class Coverage
{
    internal static IReadOnlyList<string> Provinces(KnowledgeSnapshot knowledge) => Provinces(knowledge.Documents);

    internal static IReadOnlyList<string> Provinces(IEnumerable<Document> documents) =>
        [.. documents.Select(document => document.Metadata.Province?.Value).OfType<string>().Distinct()];

    /// <returns>Title with the number, where there is one.</returns>
    internal static string NameOf(AnswerContext context, Document document)
    {
        var number = document.Metadata.Number ?? document.Metadata.About;
        var name = document.Metadata.Kind == DocumentKind.News ? context.Say.Say("newsTitle", document.Metadata.Title) : document.Metadata.Title;
        return number is null ? name : $"{name} ({number.Value})";
    }
}

/// <summary>No support in the documents: says so, what was looked through, what is covered, whom to ask.</summary>
internal static class NotFoundAnswerer
{
    internal static Answer Answer(AnswerContext context)
    {
        var question = context.Question;
        var covered = context.Say.List(Coverage.Provinces(context.Knowledge));
        var looked = context.Scope.Documents;
        var lead = context.Scope.Uncovered.Count > 0 && looked.Count == 0
            ? context.Say.Say("notCovered", context.Say.List([.. context.Scope.Uncovered.Select(province => province.Name)]), covered)
            : context.Scope.IsNamed && looked.Count is > 0 and <= 3
                ? context.Say.Say("notSaidIn", string.Join("; ", looked.Select(document => document.Metadata.Title)))
                : context.Say.Say("notFound", covered);
        return new Answer
        {
            Outcome = Outcome.NotFound,
            Lead = lead,
            Notes = [.. Pointers(context, looked), .. OfficeNotes.Of(context)],
            Suggestions = [context.Say.Say("sendToOffice"), .. Suggestions.Examples(context).Take(2)],
            Confidence = 0,
            Trace = [question.Topic.Count == 0 ? "no topic" : "topic: " + string.Join(", ", question.Topic)],
        };
    }

    /// <summary>What a text names and does not hold.</summary>
    private static IEnumerable<string> Pointers(AnswerContext context, IReadOnlyList<Document> looked) =>
        context.Scope.IsNamed ? looked.Where(document => document.MissingAnnexes.Count > 0).Take(2).Select(document => context.Say.Say("missingAnnex", document.Metadata.Title, document.MissingAnnexes[0])) : [];
}
