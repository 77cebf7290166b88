using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Dialogue;

/// <summary>Completes a question from what was asked before it.</summary>
internal static class FollowUp
{
    /// <param name="before">The completed question before; null at the beginning.</param>
    /// <param name="namedAgencies">Agencies that the last answer named.</param>
    internal static Question Complete(Question question, Question? before, IReadOnlyList<Agency> namedAgencies)
    {
        if (before is null || question.Kind is QuestionKind.Greeting or QuestionKind.Thanks or QuestionKind.Help or QuestionKind.Documents or QuestionKind.Handoff)
        {
            return question;
        }

        var pointed = PointBack(question, before, namedAgencies);
        return IsElliptical(question) ? Fill(pointed, before) : InheritPlace(pointed, before);
    }

    /// <summary>"còn Đồng Tháp thì sao?", "đến năm 2015?": says only what changes.</summary>
    private static bool IsElliptical(Question question) =>
        (question.Has("followUp") && question.Kind is QuestionKind.Passage or QuestionKind.Target && (question.Topic.Count <= 2 || question.Indicators.Count > 0))
        || (question.Kind == QuestionKind.Passage && question.Topic.Count == 0 && NamesSomething(question));

    private static bool NamesSomething(Question question) =>
        question.Provinces.Count + question.Agencies.Count + question.Periods.Count + question.DocumentNumbers.Count > 0;

    private static Question Fill(Question question, Question before)
    {
        var otherPlace = question.Provinces.Count > 0;
        var ownTopic = question.Topic.Count > 0;
        return before with
        {
            Text = question.Text,
            Language = question.Language,
            Kinds = question.Kind == QuestionKind.Passage || !NamesKind(question) ? before.Kinds : question.Kinds,
            Provinces = otherPlace ? question.Provinces : before.Provinces,
            DocumentNumbers = question.DocumentNumbers.Count > 0 ? question.DocumentNumbers : otherPlace ? [] : before.DocumentNumbers,
            DocumentKind = question.DocumentKind ?? (otherPlace ? null : before.DocumentKind),
            Agencies = question.Agencies.Count > 0 ? question.Agencies : before.Agencies,
            Indicators = question.Indicators.Count > 0 ? question.Indicators : ownTopic ? [] : before.Indicators,
            Periods = question.Periods.Count > 0 ? question.Periods : before.Periods,
            Topic = ownTopic ? question.Topic : before.Topic,
            Nature = question.Nature is { } nature && NamesKind(question) ? nature : before.Nature,
            Traits = question.Traits,
            Trace = [.. question.Trace, "follow-up: completed from the question before"],
        };
    }

    /// <summary>A bare year makes no new kind of question.</summary>
    private static bool NamesKind(Question question) => question.Topic.Count > 0 || question.Indicators.Count > 0;

    /// <summary>"sở này", "văn bản đó": what was named before.</summary>
    private static Question PointBack(Question question, Question before, IReadOnlyList<Agency> namedAgencies)
    {
        var needsAgency = question.Agencies.Count == 0 && (question.Has("deicticAgency") || (question.Kind == QuestionKind.Successor && question.Provinces.Count == 0));
        var agencies = before.Agencies.Count > 0 ? before.Agencies : namedAgencies;
        return needsAgency && agencies.Count > 0 ? question with { Agencies = agencies, Trace = [.. question.Trace, "points back at " + string.Join(", ", agencies.Select(agency => agency.Name))] } : question;
    }

    /// <summary>A new question stays at the place of the one before unless it names another.</summary>
    private static Question InheritPlace(Question question, Question before) =>
        question.Provinces.Count > 0 || question.DocumentNumbers.Count > 0 || question.Has("allProvinces") || question.Has("national") || before.Provinces.Count + before.DocumentNumbers.Count == 0
            ? question
            : question with
            {
                Provinces = before.Provinces,
                DocumentNumbers = before.Provinces.Count == 0 || question.Has("deicticDocument") ? before.DocumentNumbers : [],
                Trace = [.. question.Trace, "place taken from the question before"],
            };
}
