using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.PersonalData;

namespace CpAssistant.Channels.Telegram;

/// <summary>Pressed buttons. What they carry comes from outside: all of it is looked up in the chat that the press came from.</summary>
public sealed class ButtonHandler(ChatTurns turns, ChatStore chats, ConversationStore conversations, ProvinceChoice provinces, Erasure erasure, TimeProvider time)
{
    internal async Task<Handled> PressAsync(Incoming.Button button, ChatContext context, CancellationToken cancellation) => ButtonData.Read(button.Data) switch
    {
        ButtonData.Ask ask => await AskAsync(ask, context, cancellation),
        ButtonData.Vote vote => await VoteAsync(vote, context),
        ButtonData.Province { Slug: var slug } => await provinces.PressAsync(slug, context) is { } changes ? new Handled(changes) : Old(context),
        ButtonData.ProvincePage { Page: var page } => Handled.Of(provinces.Turn(page, context)),
        ButtonData.Language { Code: var code } => await ChooseAsync(code, context),
        ButtonData.Erase { Owner: var owner } when owner != context.Owner => new Handled([], context.Words.EraseNotYours),
        ButtonData.Erase { Confirmed: true } => Handled.Of(Erase(context)),
        ButtonData.Erase => Handled.Of(context.SayInstead(context.Words.NotErased)),
        _ => Old(context),
    };

    private static Handled Old(ChatContext context) => new([], context.Words.ButtonIsOld);

    /// <summary>
    /// A choice that was asked for is answered in place of the question; a suggestion goes on below, and its button vanishes. In a
    /// group whoever presses it goes on in a conversation of their own.
    /// </summary>
    private async Task<Handled> AskAsync(ButtonData.Ask ask, ChatContext context, CancellationToken cancellation)
    {
        var owner = turns.ConversationOf(context.From, ask.Owner);
        if (ReplyAt(owner, ask.Reply) is not { } reply || ask.Index >= reply.Suggestions.Count)
        {
            return Old(context);
        }

        // What a form asked is answered while it is asked; what leads back to an enquiry stays.
        if (reply is { Outcome: Outcome.Handoff, Suggestions.Count: > 1 } && conversations.Find(owner)?.LastSequence != ask.Reply)
        {
            return Old(context);
        }

        var isOwn = owner == turns.ConversationOf(context.From);
        var suggestion = reply.Suggestions[ask.Index];
        var asked = new Asked(suggestion) { Heading = "❓ " + suggestion, Id = string.Create(CultureInfo.InvariantCulture, $"button:{ask.Owner}:{ask.Reply}:{ask.Index}"), IsAside = reply.Outcome != Outcome.Handoff };
        var shown = chats.Showing(owner, ask.Reply);
        if (isOwn && reply.Outcome == Outcome.Clarification && shown.Count > 0)
        {
            return new Handled(await turns.AnswerInPlaceAsync(asked, shown, context, cancellation));
        }

        var answer = await turns.AnswerAsync(asked, context, cancellation);
        return answer.Count == 0
            ? new Handled([], context.Words.AlreadyAnswered)
            // What the form asks is answered once; a suggestion leaves the others standing.
            : new Handled([.. answer, .. isOwn ? Rekeyed(shown, keyboard => reply is { Outcome: Outcome.Handoff, Suggestions.Count: > 1 } ? [] : ReplyKeyboard.Without(keyboard, ask)) : []]);
    }

    private async Task<Handled> VoteAsync(ButtonData.Vote vote, ChatContext context)
    {
        var conversation = turns.ConversationOf(context.From);
        return turns.ConversationOf(context.From, vote.Owner) != conversation ? new Handled([], context.Words.VoteNotYours)
            : await conversations.GiveFeedbackAsync(conversation, vote.Reply, new Feedback(vote.Helpful, null))
                ? new Handled([.. Rekeyed(chats.Showing(conversation, vote.Reply), keyboard => ReplyKeyboard.Voted(keyboard, vote.Helpful))], context.Words.VoteTaken)
                : Old(context);
    }

    private async Task<Handled> ChooseAsync(string code, ChatContext context)
    {
        foreach (var conversation in chats.Conversations(turns.FirstConversation(context.From)))
        {
            await conversations.ChooseLanguageAsync(conversation, code);
        }

        var chosen = context with { Chat = context.Chat with { Language = code } };
        return Handled.Of(new ChatContext(chosen.UpdateName, chosen.From, chosen.Chat).SayInstead(TelegramText.Of(code).LanguageChosen), chosen.Keep(chat => chat));
    }

    private IReadOnlyList<Change> Erase(ChatContext context)
    {
        var (words, conversation) = (context.Words, turns.ConversationOf(context.From));
        var at = VietnamTime.Text(time.GetUtcNow());
        return
        [
            new Change.Erase(context.From.ChatId, context.From.IsGroup, conversation, context.From.User, erasure),
            context.SayInstead(string.Format(CultureInfo.InvariantCulture, context.From.IsGroup ? words.ErasedInGroup : words.Erased, at, turns.CountKept(context.From))),
        ];
    }

    /// <summary>Buttons stand under the last message of a reply; where they would stay the same there is nothing to change.</summary>
    private static IEnumerable<Change> Rekeyed(IReadOnlyList<ShownMessage> shown, Func<IReadOnlyList<IReadOnlyList<InlineButton>>, IReadOnlyList<IReadOnlyList<InlineButton>>> change) =>
        shown.TakeLast(1).Select(message => (message.Id, message.Keyboard, Changed: change(message.Keyboard)))
            .Where(message => !message.Changed.SelectMany(row => row).SequenceEqual(message.Keyboard.SelectMany(row => row)))
            .Select(message => new Change.Rekey(message.Id, message.Changed));

    private Reply? ReplyAt(string conversation, long sequence) => conversations.MessagesAfter(conversation, sequence - 1, 1) is [{ Reply: { } reply } message] && message.Sequence == sequence ? reply : null;
}
