using System.Text.RegularExpressions;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Dialogue;

/// <summary>The whole assistant: a turn and the knowledge in, the outcome out. Pure.</summary>
public static partial class Assistant
{
    /// <summary>Longest question that is read, in UTF-16 units.</summary>
    public const int MaxQuestionLength = 2000;

    /// <summary>How many utterances before the present one a follow-up may rest on.</summary>
    public const int RememberedUtterances = 4;

    private const int MostSentences = 6;

    private static readonly string[] SentenceEnds = [". ", "? ", "! ", "?\n", ".\n", "\n", ": "];

    /// <summary>Answers one message.</summary>
    public static TurnOutcome Reply(Turn turn, KnowledgeSnapshot knowledge)
    {
        var text = WordsOf(turn.Text);
        if (text.Length > MaxQuestionLength || text.Length == 0)
        {
            return Refused(turn, knowledge, text.Length == 0 ? "emptyQuestion" : "tooLong");
        }

        if (EnquiryForm.Continue(turn, text, knowledge) is { } enquiry)
        {
            return enquiry;
        }

        var today = VietnamTime.DayOf(turn.Time);
        var question = Understand(text, turn.State, knowledge);
        var answer = (turn.State.Park is { } park ? ForPark(text, park, question, turn.State, knowledge, today) : null) ?? Answerer.Answer(question, knowledge, today);
        if (answer.Outcome == Outcome.NotFound)
        {
            answer = FromOneSentence(text, question, turn.State, knowledge, today) ?? answer;
        }

        if (answer.Outcome == Outcome.Handoff && turn.Desk is { } desk)
        {
            return EnquiryForm.Begin(turn, desk, text, question.IsEnglish, knowledge);
        }

        if (turn.State.Draft is not null)
        {
            answer = answer with { Notes = [.. answer.Notes, new Phrasebook(knowledge.Language.Replies, question.IsEnglish).Say("enquiryLeft")] };
        }

        var state = turn.State with
        {
            Draft = null,
            Step = null,
            Utterances = answer.Outcome == Outcome.SmallTalk ? turn.State.Utterances : [.. turn.State.Utterances.TakeLast(RememberedUtterances - 1), text],
            Agencies = answer.Agencies.Count > 0 ? answer.Agencies : turn.State.Agencies,
            Language = question.LanguageIsClear ? question.Language : turn.State.Language,
        };
        var log = new TurnLog(question.Language, question.Kind.ToString(), [.. question.Provinces.Select(province => province.Name)], answer.Outcome, answer.Confidence)
        {
            Gist = answer.Outcome is Outcome.SmallTalk or Outcome.Handoff ? null : QuestionGist.Of(question),
        };
        return new TurnOutcome(ReplyText.Of(answer, new Phrasebook(knowledge.Language.Replies, question.IsEnglish)), answer, state, log);
    }

    /// <returns>What is read of a message: markup is no part of what is asked.</returns>
    public static string WordsOf(string message) => Tag().Replace(message, " ").Trim();

    /// <summary>In an industrial park another agency may be in charge than outside: where the documents say so, who asks for an agency is told that one.</summary>
    /// <returns>Null where something else is asked, or the documents say nothing of parks.</returns>
    private static Answer? ForPark(string text, string park, Question question, ConversationState state, KnowledgeSnapshot knowledge, DateOnly today)
    {
        // "Who is in charge of it all?" means the same agency everywhere.
        if (question.Kind != QuestionKind.ResponsibleAgency || knowledge.Statements.SpecificOf(question.Topic).Count == 0)
        {
            return null;
        }

        var say = new Phrasebook(knowledge.Language.Replies, question.IsEnglish);
        var answer = Answerer.Answer(Understand($"{text.TrimEnd(' ', '?', '.')} {say.Say("inPark")}", state, knowledge), knowledge, today);
        return answer.Outcome == Outcome.Answered && answer.Citations.Any(citation => SpeaksOfPark().IsMatch(VietnameseText.Fold(citation.Quote)))
            ? answer with { Notes = [say.Say("understoodInPark", park), .. answer.Notes] }
            : null;
    }

    /// <summary>Of several sentences one may be the question, mostly the last; the others are talk around it.</summary>
    private static Answer? FromOneSentence(string text, Question whole, ConversationState state, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var sentences = text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(sentence => sentence.Contains(' ', StringComparison.Ordinal)).ToList();
        return sentences.Count is < 2 or > MostSentences
            ? null
            : Enumerable.Reverse(sentences)
                .Select(sentence => Understand(sentence, state, knowledge))
                .Select(question => question.Provinces.Count > 0 ? question : question with { Provinces = whole.Provinces })
                .Select(question => Answerer.Answer(question, knowledge, today))
                .FirstOrDefault(answer => answer.Outcome == Outcome.Answered);
    }

    /// <summary>Reads the utterance and completes it from those before it.</summary>
    public static Question Understand(string text, ConversationState state, KnowledgeSnapshot knowledge)
    {
        IReadOnlyList<Agency> named = [.. state.Agencies.Select(knowledge.Gazetteer.FindAgency).OfType<Agency>()];
        Question? before = null;
        foreach (var utterance in state.Utterances)
        {
            before = FollowUp.Complete(knowledge.Questions.Read(utterance), before, []);
        }

        var read = knowledge.Questions.Read(text);
        var question = FollowUp.Complete(read.LanguageIsClear ? read : read with { Language = state.Language ?? read.Language }, before, named);
        return state.Province is { } chosen && knowledge.Gazetteer.FindProvince(chosen) is { } province ? FollowUp.StayAt(province, question) : question;
    }

    [GeneratedRegex(@"\b(khu cong nghiep|khu kinh te|kcn|kkt)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfPark();

    [GeneratedRegex("<[/a-zA-Z][^<>]{0,200}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>What is said where a fault of ours kept the question from being answered.</summary>
    public static TurnOutcome Apology(Turn turn, KnowledgeSnapshot knowledge) => Refused(turn, knowledge, "fault", Outcome.NotFound);

    private static TurnOutcome Refused(Turn turn, KnowledgeSnapshot knowledge, string reason, Outcome outcome = Outcome.Clarification)
    {
        var say = new Phrasebook(knowledge.Language.Replies, english: false);
        var answer = new Answer { Outcome = outcome, Lead = say.Say(reason), Trace = [reason] };
        return new TurnOutcome(answer.Lead, answer, turn.State, new TurnLog("vi", reason, [], answer.Outcome, 0));
    }
}
