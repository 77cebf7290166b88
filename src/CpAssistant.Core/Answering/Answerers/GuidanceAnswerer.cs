using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Definition and method of cleaner production: guidance first, then what the documents themselves say.</summary>
internal static class GuidanceAnswerer
{
    private const double GoodEnough = 0.5;

    /// <summary>How far into a sentence the word "là" of a definition may stand.</summary>
    private const int LongestSubject = 14;

    internal static Answer? Definition(AnswerContext context) =>
        (context.Question.Provinces.Count == 0 ? Defining(context, Guidance(context)) : null)
        ?? Defining(context, context.Question.Provinces.Count == 0 ? context.Knowledge.Documents : context.Scope.Documents)
        ?? Method(context);

    internal static Answer? Method(AnswerContext context)
    {
        var part = context.Question.Provinces.Count == 0 ? OfIndustry(context) ?? Among(context, Guidance(context)) : null;
        return part is null ? PassageAnswerer.Answer(context) : PassageAnswerer.Whole(part);
    }

    private static List<Document> Guidance(AnswerContext context) =>
        [.. context.Scope.National.Where(document => document.Metadata.Kind == DocumentKind.Guidance)];

    private static Part? Among(AnswerContext context, IReadOnlyList<Document> documents) =>
        PassageAnswerer.UnderHeading(context, documents) ?? PassageAnswerer.PartOf(context, documents, GoodEnough);

    /// <summary>The page about an industry: what it says on the topic, else what it begins with.</summary>
    private static Part? OfIndustry(AnswerContext context)
    {
        var pages = Guidance(context).Where(document => context.Question.Industries.Any(industry => context.Knowledge.IndustriesOf(document.Metadata.Title).Contains(industry.Id))).ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        var items = context.Statements(pages).Where(statement => statement.Provision.Kind != ProvisionKind.Preamble && statement.Provision.Parent is not null).ToList();
        var ranked = context.Knowledge.Statements.Rank(context.Question.Topic, items, context.Question.IsEnglish).Select(match => match.Statement).Concat(items).Distinct().Take(3).ToList();
        return ranked.Count == 0 ? null : new Part(
            pages[0].Metadata.Title + ": " + string.Join("; ", ranked.Select(statement => context.TaskGist(statement.Document, statement.Span, 24))) + ".",
            [.. ranked.Select(statement => statement.Cite())],
            0.7);
    }

    /// <summary>"Sản xuất sạch hơn (…) là cách …": the sentence whose subject is what is asked about.</summary>
    private static Answer? Defining(AnswerContext context, IReadOnlyList<Document> documents)
    {
        var specific = context.Knowledge.Statements.SpecificOf(context.Question.Topic);
        var topic = specific.Count > 0 ? specific : context.Question.Topic;
        var found = topic.Count == 0 ? null : context.Statements(documents).FirstOrDefault(statement => statement.Provision.Sentences.Contains(statement.Span) && Defines(context, statement, topic));
        return found is null ? null : PassageAnswerer.Whole(new Part(AnswerContext.Gist(found.Document, found.Span, 60) + ".", [found.Cite()], 0.9));
    }

    private static bool Defines(AnswerContext context, Statement statement, IReadOnlyList<TopicTerm> topic)
    {
        var words = context.Knowledge.TokensOf(statement.Document).In(statement.Span).Take(LongestSubject + 8).ToList();
        var verb = words.FindIndex(word => context.Say.English ? word.Term == "is" : word.Term is "là" or "nghĩa");
        var subject = words.Take(Math.Max(0, verb)).ToList();
        return verb is > 0 and <= LongestSubject + 6 && context.Knowledge.Concepts.In(subject) is [{ First: <= 3 } first, ..] && topic.Any(term => term.Concept == first.Value);
    }
}
