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
        return IsElliptical(question) && !IsWhole(question) && !AsksForOtherThing(question, before) ? Fill(pointed, before) : InheritPlace(InheritTime(pointed, before), before);
    }

    /// <summary>"còn Đồng Tháp thì sao?", "đến năm 2015?": says only what changes, and nothing of its own.</summary>
    private static bool IsElliptical(Question question) =>
        question.Kind is QuestionKind.Passage or QuestionKind.Target or QuestionKind.Result or QuestionKind.ResponsibleAgency or QuestionKind.AgencyDuties
        && (question.Has("followUp") || question.Has("later") || question.Topic.Count == 0)
        && (question.Topic.Count == 0 || (question.Topic.Count <= 2 && question.Kind == QuestionKind.Passage))
        && (question.Kind != QuestionKind.AgencyDuties || question.Agencies.Count == 0);

    /// <summary>"So sánh mục tiêu đến năm 2020 của Long An và Đồng Tháp": says what, where and when, whatever was asked before.</summary>
    private static bool IsWhole(Question question) =>
        question.Natures.Count > 0 && question.Provinces.Count > 0 && question.Periods.Count > 0 && !question.Has("followUp");

    /// <summary>"mục tiêu?" after "ai ký?": few words, and a question of its own.</summary>
    private static bool AsksForOtherThing(Question question, Question before) =>
        question.Kind is QuestionKind.Target or QuestionKind.Result && question.Natures.Count > 0 && !question.Has("followUp") && before.Kind switch
        {
            QuestionKind.Target or QuestionKind.Result => before.Natures.Count == 0 && question.Periods.Count == 0,
            QuestionKind.NumberMeaning => false,
            // These have figures of years as well: "đến năm 2015?" may mean them.
            QuestionKind.Passage or QuestionKind.Funding or QuestionKind.EnterpriseSupport => question.Periods.Count == 0,
            _ => true,
        };

    private static Question Fill(Question question, Question before)
    {
        var otherPlace = question.Provinces.Count > 0;
        var ownTopic = question.Topic.Count > 0;
        var ownSubject = ownTopic || question.Indicators.Count > 0;
        return before with
        {
            Text = question.Text,
            Language = question.Language,
            Kinds = question.Kind is QuestionKind.ResponsibleAgency or QuestionKind.AgencyDuties ? question.Kinds : [.. question.Kinds.Where(kind => kind != QuestionKind.Passage).Concat(before.Kinds).Distinct()],
            Evidence = before.Evidence.Concat(question.Evidence.Where(pair => !before.Evidence.ContainsKey(pair.Key)).Select(pair => new KeyValuePair<QuestionKind, KindEvidence>(pair.Key, pair.Value with { Tokens = new HashSet<int>() }))).ToDictionary(),
            Provinces = otherPlace ? question.Provinces : before.Provinces,
            DocumentNumbers = question.DocumentNumbers.Count > 0 ? question.DocumentNumbers : otherPlace ? [] : before.DocumentNumbers,
            DocumentKind = question.DocumentKind ?? (otherPlace ? null : before.DocumentKind),
            Agencies = question.Agencies.Count > 0 ? question.Agencies : otherPlace && before.Kinds.Contains(QuestionKind.ResponsibleAgency) ? [] : before.Agencies,
            Indicators = question.Indicators.Count > 0 ? question.Indicators : ownTopic ? [] : before.Indicators,
            Periods = question.Has("later") ? Later(before) : question.Periods.Count > 0 ? question.Periods : before.Periods,
            Topic = ownSubject ? question.Topic : before.Topic,
            Figures = question.Figures,
            Expects = question.Expects == ExpectedAnswer.Any ? before.Expects : question.Expects,
            Natures = question.Natures.Count > 0 ? question.Natures : before.Natures,
            Role = question.Role ?? before.Role,
            Traits = question.Traits,
            Trace = [.. question.Trace, "follow-up: completed from the question before"],
        };
    }

    /// <summary>"giai đoạn sau đó": what begins after the years asked about before.</summary>
    private static IReadOnlyList<Period> Later(Question before) =>
        before.Periods.Select(period => period.To ?? period.From).Max() is { } end ? [new Period(end + 1, null)] : [];

    /// <summary>"sở này", "văn bản đó": what was named before.</summary>
    private static Question PointBack(Question question, Question before, IReadOnlyList<Agency> namedAgencies)
    {
        var needsAgency = question.Agencies.Count == 0 && (question.Has("deicticAgency") || (question.Kind == QuestionKind.Successor && question.Provinces.Count == 0));
        var agencies = before.Agencies.Count > 0 ? before.Agencies : namedAgencies;
        return needsAgency && agencies.Count > 0 ? question with { Agencies = agencies, Trace = [.. question.Trace, "points back at " + string.Join(", ", agencies.Select(agency => agency.Name))] } : question;
    }

    /// <summary>"thế còn … thì mấy phần trăm?": another figure of the same nature and years.</summary>
    private static Question InheritTime(Question question, Question before) =>
        question.Has("followUp") && question.Kind is QuestionKind.Target or QuestionKind.Result && question.Natures.Count == 0
            ? question with { Natures = before.Natures, Periods = question.Periods.Count > 0 ? question.Periods : before.Periods }
            : question;

    /// <summary>A new question stays at the place of the one before unless it names another.</summary>
    private static Question InheritPlace(Question question, Question before) =>
        NamesPlace(question) || before.Provinces.Count + before.DocumentNumbers.Count == 0
            ? question
            : question with
            {
                Provinces = before.Provinces,
                DocumentNumbers = before.Provinces.Count == 0 || question.Has("deicticDocument") ? before.DocumentNumbers : [],
                Trace = [.. question.Trace, "place taken from the question before"],
            };

    /// <summary>A question that names no place and could be meant for any is meant for the province that the person has chosen.</summary>
    internal static Question StayAt(Province province, Question question) =>
        NamesPlace(question) || question.Kind is QuestionKind.Handoff or QuestionKind.Documents or QuestionKind.Definition or QuestionKind.Method
            ? question
            : question with { Provinces = [province], Trace = [.. question.Trace, "province that the person has chosen: " + province.Name] };

    private static bool NamesPlace(Question question) =>
        question.Provinces.Count > 0 || question.DocumentNumbers.Count > 0 || question.Has("allProvinces") || question.Has("national");
}
