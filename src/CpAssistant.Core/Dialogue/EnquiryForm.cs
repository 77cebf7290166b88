using System.Text.RegularExpressions;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Dialogue;

/// <summary>
/// Takes an enquiry to the office step by step; each step can be skipped, all can be given up. Name and contact are asked for only
/// after consent, and without it the question goes alone. Choices are words that the person sends, so the form works on any channel.
/// </summary>
internal sealed partial class EnquiryForm
{
    private static readonly string[] Choices =
        ["enquiryUseThis", "enquirySkip", "enquiryCancel", "consentAnswerYes", "consentAnswerNo", "consentInvitationYes", "consentInvitationNo", "sendToOffice"];

    /// <summary>Mean nothing outside the form: buttons of one that is over.</summary>
    private static readonly string[] FormOnly = [.. Choices.Except(["sendToOffice", "enquirySkip"])];

    /// <summary>Of a question without a question mark.</summary>
    private const int LeastWords = 4;

    private readonly Turn _turn;
    private readonly EnquiryDesk _desk;
    private readonly KnowledgeSnapshot _knowledge;
    private readonly Phrasebook _say;
    private readonly string _text;
    private readonly string _folded;

    private EnquiryForm(Turn turn, EnquiryDesk desk, string text, bool english, KnowledgeSnapshot knowledge)
    {
        (_turn, _desk, _knowledge, _text) = (turn, desk, knowledge, text);
        _folded = Bare(text);
        _say = new Phrasebook(knowledge.Language.Replies, english);
    }

    private ConversationState State => _turn.State with { Draft = null, Step = null };

    private DateOnly Today => VietnamTime.DayOf(_turn.Time);

    /// <param name="text">The message, masked and trimmed; not empty.</param>
    /// <returns>Null where the message is no matter of the form: an ordinary question.</returns>
    internal static TurnOutcome? Continue(Turn turn, string text, KnowledgeSnapshot knowledge)
    {
        if (turn.Desk is not { } desk)
        {
            return null;
        }

        var draft = turn.State.Draft is { } kept && turn.Time - kept.At < EnquiryDraft.KeptFor && !turn.IsAside ? kept : null;
        var form = new EnquiryForm(turn, desk, text, draft?.English ?? turn.State.Language == "en", knowledge);
        return turn.State.Enquiries.LastOrDefault(reference => text.Contains(reference, StringComparison.OrdinalIgnoreCase)) is { } own && (draft is null || form.BeginsWith("enquiryAdd")) ? form.AddTo(own)
            : draft is not null ? form.Take(draft)
            : turn.State.Step is EnquiryStep.Name or EnquiryStep.Place or EnquiryStep.Industry or EnquiryStep.Contact && !turn.IsAside ? form.Expired()
            : FormOnly.Any(form.Is) ? form.Outcome(Core.Answering.Outcome.SmallTalk, form._say.Say("enquiryOver"), [form._say.Say("sendToOffice")], form.State)
            : null;
    }

    /// <param name="text">The wish to ask the office; what stands behind a colon is the question.</param>
    internal static TurnOutcome Begin(Turn turn, EnquiryDesk desk, string text, bool english, KnowledgeSnapshot knowledge) =>
        new EnquiryForm(turn, desk, text, english, knowledge).Begin();

    /// <summary>What was asked for is known, what was answered before is not: the draft has expired, or its keys are gone. The answer is kept nowhere.</summary>
    private TurnOutcome Expired() => Hiding(true, Outcome(Core.Answering.Outcome.SmallTalk, _say.Say("enquiryExpired"), [_say.Say("sendToOffice")], State));

    private TurnOutcome Begin()
    {
        if (_desk.IsFull)
        {
            return Outcome(Core.Answering.Outcome.Handoff, _say.Say("enquiryTooMany"), [], State);
        }

        var draft = new EnquiryDraft(EnquiryStep.Question, _say.English, _turn.Time) { Province = State.Province, Park = State.Park };
        return _text.Split(':', 2, StringSplitOptions.TrimEntries) is [_, { } said] && Line(said) is var question && question.Any(char.IsLetterOrDigit)
            ? Ask(draft with { Question = question, Step = EnquiryStep.Consent })
            : Ask(draft with { Question = State.Utterances is [.., var last] ? last : "" });
    }

    private TurnOutcome Take(EnquiryDraft draft)
    {
        if (Is("enquiryCancel") || SaysJust("enquiryCancel") || (draft.Step == EnquiryStep.Question && SaysJust("consentNo")))
        {
            return Outcome(Core.Answering.Outcome.SmallTalk, _say.Say("enquiryCancelled"), [], State);
        }

        var allowed = ChoicesAt(draft).ToList();
        // A button of another step, or the wish to begin: says nothing about what is asked now, and consent least of all.
        if (Choices.Except(allowed).Any(Is))
        {
            return Ask(draft);
        }

        return draft.Step switch
        {
            EnquiryStep.Question => Question(draft),
            EnquiryStep.Consent => Decide(draft, ConsentPurpose.Answer),
            EnquiryStep.Invitation => Decide(draft, ConsentPurpose.Invitation),
            EnquiryStep.Addition => Added(draft.Reference!, _text),
            EnquiryStep.Name => Detail(draft, (filled, name) => filled with { Name = name }),
            EnquiryStep.Contact => Detail(draft, (filled, contact) => filled with { Contact = contact }),
            EnquiryStep.Place => Detail(draft, InPlace),
            EnquiryStep.Industry => Detail(draft, InIndustry),
            _ => throw new InvalidOperationException("unknown step"),
        };
    }

    private TurnOutcome Question(EnquiryDraft draft)
    {
        var takesOver = Is("enquiryUseThis") || IsSkipped || SaysJust("consentYes") || SaysJust("enquiryYes");
        var question = takesOver ? draft.Question : Line(_text);
        // A word or two, or a telephone number, is hardly what the office is to answer.
        return question.Length > 0 && (takesOver || IsQuestion(question)) ? Ask(draft with { Question = question, Step = EnquiryStep.Consent }) : Ask(draft, _say.Say("enquiryTooShort"));
    }

    /// <summary>Only its own words are consent; anything else is asked again, and not kept: it may be about the person.</summary>
    private TurnOutcome Decide(EnquiryDraft draft, ConsentPurpose purpose)
    {
        bool? given = Is(Yes(purpose)) || SaysJust("consentYes") ? true
            : Is(No(purpose)) || SaysJust("consentNo") || IsSkipped ? false
            : null;
        if (given is not { } decided)
        {
            // The wording stands above; it need not be read again.
            return Ask(draft, _say.Say("enquiryChoose"), hides: true, again: true);
        }

        var noted = draft with { Consents = [.. draft.Consents, new Consent(purpose, decided, Wording(purpose), _turn.Time)] };
        return purpose == ConsentPurpose.Answer && decided ? Ask(noted with { Step = EnquiryStep.Name }) : Send(noted);
    }

    private TurnOutcome Detail(EnquiryDraft draft, Func<EnquiryDraft, string, EnquiryDraft> fill)
    {
        var given = Line(draft.Step is EnquiryStep.Name or EnquiryStep.Contact ? _turn.Unmasked ?? _text : _text);
        if (given.Length > EnquiryDraft.LongestDetail)
        {
            return Ask(draft, _say.Say("enquiryTooLong", EnquiryDraft.LongestDetail), hides: true);
        }

        if (given.Contains('?', StringComparison.Ordinal))
        {
            return Ask(draft, _say.Say("enquiryNotNow"), hides: true);
        }

        var filled = IsSkipped || SaysJust("consentNo") || SaysJust("enquiryNone") || !given.Any(char.IsLetterOrDigit) ? draft : fill(draft, given);
        return Next(draft.Step, filled) is { } next ? Ask(filled with { Step = next }, hides: !IsSkipped) : Send(filled, hides: !IsSkipped);
    }

    /// <returns>Null where all has been asked. Whoever leaves no contact cannot be invited.</returns>
    private static EnquiryStep? Next(EnquiryStep step, EnquiryDraft filled) => step switch
    {
        EnquiryStep.Name => EnquiryStep.Place,
        EnquiryStep.Place => EnquiryStep.Industry,
        EnquiryStep.Industry => EnquiryStep.Contact,
        EnquiryStep.Contact when filled.Contact is not null => EnquiryStep.Invitation,
        _ => null,
    };

    private EnquiryDraft InPlace(EnquiryDraft draft, string place)
    {
        var province = _knowledge.Questions.Read(place).Provinces is [var named, ..] ? named.Name : null;
        return draft with { Province = province ?? draft.Province, Park = Bare(place) == Bare(province ?? "") ? null : place };
    }

    /// <summary>An industry is one of the list, so that it can be counted; other words go where the person's own words about themselves go.</summary>
    private EnquiryDraft InIndustry(EnquiryDraft draft, string text) => _knowledge.IndustriesOf(text) is [var id, ..]
        ? draft with { Industry = _knowledge.Language.Industries.Industries.First(industry => industry.Id == id).Name }
        : draft with { Park = string.Join("; ", new[] { draft.Park, text }.OfType<string>()) };

    private static bool IsQuestion(string text) =>
        text.Contains('?', StringComparison.Ordinal) || Masked().Replace(text, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) >= LeastWords;

    /// <summary>Whether the message is one of these words and nothing else. Marks count: "có" is not "cô", and a question is no answer.</summary>
    private bool SaysJust(string meaning)
    {
        var said = VietnameseText.Normalize(_text).Trim(' ', '.', '!', ',');
        var words = _knowledge.Language.Replies.Words[meaning];
        return words.Vi.Concat(words.En).Select(VietnameseText.Normalize).Any(word => said == word || said == VietnameseText.Fold(word));
    }

    private TurnOutcome AddTo(string reference)
    {
        var added = Reference().Replace(_text, " ").Trim();
        added = BeginsWith("enquiryAdd") ? added[Math.Min(added.Length, _say.Say("enquiryAdd", "").Trim().Length)..].Trim(' ', ':', '.', ',') : added;
        return added.Any(char.IsLetterOrDigit)
            ? Added(reference, added)
            : Ask(new EnquiryDraft(EnquiryStep.Addition, _say.English, _turn.Time) { Reference = reference });
    }

    /// <summary>Whether the message begins with this phrase, in either language.</summary>
    private bool BeginsWith(string phrase) => _knowledge.Language.Replies.Texts[phrase] is var text && new[] { text.Vi, text.En }.Any(words => _folded.StartsWith(Bare(words.Split('{')[0]), StringComparison.Ordinal));

    private TurnOutcome Added(string reference, string text) =>
        Outcome(Core.Answering.Outcome.Handoff, _say.Say("enquiryAdded", reference), [_say.Say("enquiryAdd", reference)], State) with { Enquiry = new SentEnquiry.Added(reference, text) };

    private TurnOutcome Send(EnquiryDraft draft, bool hides = false)
    {
        var (reference, due) = (_desk.NextReference, _knowledge.Calendar.After(Today, _desk.WorkingDays));
        var consented = draft.Consents.Any(consent => consent is { Purpose: ConsentPurpose.Answer, Given: true });
        var placed = draft.Province is null && _knowledge.Questions.Read(draft.Question).Provinces is [var asked, ..] ? draft with { Province = asked.Name } : draft;
        var content = consented ? placed : placed with { Name = null, Contact = null, Park = null };
        var state = State with { Enquiries = [.. State.Enquiries.TakeLast(ConversationState.RememberedEnquiries - 1), reference] };
        var lead = _say.Say("enquirySent", reference, Phrasebook.Date(due), _desk.WorkingDays) + (consented ? "" : "\n" + _say.Say("enquirySentAlone"));
        return Hiding(hides, Outcome(Core.Answering.Outcome.Handoff, lead, [_say.Say("enquiryAdd", reference)], state)) with { Enquiry = new SentEnquiry.Opened(reference, due, content) };
    }

    /// <param name="remark">Said before the question: why it is asked again.</param>
    /// <param name="again">The remark alone is said.</param>
    private TurnOutcome Ask(EnquiryDraft draft, string? remark = null, bool hides = false, bool again = false)
    {
        var prompt = draft.Step switch
        {
            _ when again => "",
            EnquiryStep.Question => draft.Question.Length > 0 ? _say.Say("enquiryThis", draft.Question) : _say.Say("enquiryWhat"),
            EnquiryStep.Consent => Wording(ConsentPurpose.Answer),
            EnquiryStep.Invitation => Wording(ConsentPurpose.Invitation),
            EnquiryStep.Name => _say.Say("enquiryName"),
            EnquiryStep.Place => draft.Province is null && draft.Park is null ? _say.Say("enquiryPlace") : _say.Say("enquiryPlaceKnown", string.Join(", ", new[] { draft.Park, draft.Province }.OfType<string>())),
            EnquiryStep.Industry => _say.Say("enquiryIndustry"),
            EnquiryStep.Contact => _say.Say("enquiryContact"),
            EnquiryStep.Addition => _say.Say("enquiryAddWhat", draft.Reference),
            _ => throw new InvalidOperationException("unknown step"),
        };
        var lead = $"{remark}\n{prompt}".Trim();
        return Hiding(hides, Outcome(Core.Answering.Outcome.Handoff, lead, [.. ChoicesAt(draft).Select(name => _say.Say(name))], State with { Draft = draft with { At = _turn.Time }, Step = draft.Step }));
    }

    private static IEnumerable<string> ChoicesAt(EnquiryDraft draft) => draft.Step switch
    {
        EnquiryStep.Question when draft.Question.Length > 0 => ["enquiryUseThis", "enquiryCancel"],
        EnquiryStep.Question or EnquiryStep.Addition => ["enquiryCancel"],
        EnquiryStep.Consent => ["consentAnswerYes", "consentAnswerNo", "enquiryCancel"],
        EnquiryStep.Invitation => ["consentInvitationYes", "consentInvitationNo", "enquiryCancel"],
        _ => ["enquirySkip", "enquiryCancel"],
    };

    private string Wording(ConsentPurpose purpose) => purpose == ConsentPurpose.Answer
        ? _say.Say("consentAnswer") + (_desk.IsForeign ? " " + _say.Say("consentForeign") : "")
        : _say.Say("consentInvitation");

    private static string Yes(ConsentPurpose purpose) => $"consent{purpose}Yes";

    private static string No(ConsentPurpose purpose) => $"consent{purpose}No";

    private bool IsSkipped => Is("enquirySkip") || _folded is "bo qua" or "skip";

    /// <summary>Whether the message is this choice, in either language.</summary>
    private bool Is(string choice) => _knowledge.Language.Replies.Texts[choice] is var text && (_folded == Bare(text.Vi) || _folded == Bare(text.En));

    private TurnOutcome Outcome(Outcome outcome, string lead, IReadOnlyList<string> suggestions, ConversationState state)
    {
        var answer = new Answer { Outcome = outcome, Lead = lead, Suggestions = suggestions, Confidence = 1, Trace = ["enquiry form"] };
        return new TurnOutcome(ReplyText.Of(answer, _say), answer, state, new TurnLog(_say.English ? "en" : "vi", EnquiryDraft.Intent, [], outcome, 1));
    }

    /// <summary>What people say of themselves goes into the enquiry alone.</summary>
    private TurnOutcome Hiding(bool hides, TurnOutcome outcome) => hides ? outcome with { InPlaceOfText = _say.Say("enquiryNoted") } : outcome;

    private static string Bare(string text) => VietnameseText.Fold(text).Trim(' ', '.', '!', '?', ',');

    private static string Line(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"CP-\d{4}-\d+[\s:]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Masked();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
