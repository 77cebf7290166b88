using System.Globalization;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;

namespace CpAssistant.Channels.Telegram;

/// <summary>The durable turns of chats, and what their replies look like in Telegram. In a group each person has a conversation of their own.</summary>
public sealed class ChatTurns(TurnRunner turns, ConversationStore conversations, ChatStore chats, TelegramBot bot, TelegramSettings settings, Limits limits)
{
    private const string Channel = "telegram";

    internal string ConversationOf(Origin from) => from.IsGroup ? ConversationOf(from, from.UserId) : FirstConversation(from);

    /// <param name="owner">Whom a reply was for; null outside groups.</param>
    internal string ConversationOf(Origin from, long? owner) =>
        owner is { } user ? string.Create(CultureInfo.InvariantCulture, $"{FirstConversation(from)}|{user}") : FirstConversation(from);

    /// <summary>What the ids of all conversations of a chat begin with.</summary>
    internal string FirstConversation(Origin from) => FirstConversation(from.ChatId);

    /// <summary>A group goes on under another id.</summary>
    internal Change.Move MoveOf(long chat, long to) => new(chat, to, (FirstConversation(chat), FirstConversation(to)));

    private string FirstConversation(long chat) => string.Create(CultureInfo.InvariantCulture, $"{Channel}|{settings.Bot}|{chat}");

    /// <returns>How many questions and answers are kept: in a group of the person there, else of the person anywhere.</returns>
    internal int CountKept(Origin from) => from.IsGroup ? chats.Messages(ConversationOf(from)) : chats.MessagesOf(from.User);

    /// <returns>The suggestion under a message of the office by which one writes to it again; null under any other message.</returns>
    internal string? AdditionTo(long chat, long message) =>
        chats.ShownIn(chat, message) is var (conversation, sequence)
        && conversations.MessagesAfter(conversation, sequence - 1, 1) is [{ Reply.Suggestions: [var addition] }]
        && conversations.Find(conversation)?.State.Enquiries.Any(reference => addition.Contains(reference, StringComparison.Ordinal)) == true
            ? addition
            : null;

    internal async Task<IReadOnlyList<Change>> AnswerAsync(Asked asked, ChatContext context, CancellationToken cancellation)
    {
        if (asked.Text.Length > limits.QuestionCharacters)
        {
            return [context.Say(string.Format(CultureInfo.InvariantCulture, context.Words.TooLong, limits.QuestionCharacters))];
        }

        var answer = await RunAsync(asked, context, cancellation);
        // A button pressed twice is one question.
        return asked.Id is not null && chats.Showing(answer.ConversationId, answer.Sequence).Count > 0 ? [] : [.. Messages(answer, context), Seen(asked, context)];
    }

    /// <summary>A question that was edited: the messages that answered it are rewritten.</summary>
    internal async Task<IReadOnlyList<Change>> AnswerAgainAsync(Asked asked, ChatContext context, CancellationToken cancellation)
    {
        var shown = context.From.MessageId is { } id ? chats.Answering(context.From.ChatId, id) : [];
        if (shown.Count == 0 || asked.Text.Length > limits.QuestionCharacters)
        {
            return await AnswerAsync(asked, context, cancellation);
        }

        var latest = shown.Where(message => message.ReplySequence == shown[^1].ReplySequence).ToList();
        if (conversations.MessagesAfter(latest[0].ConversationId, latest[0].ReplySequence - 1, 1) is [{ Reply.Outcome: Outcome.Handoff }])
        {
            return [context.Say(context.Words.EnquiryNotEdited)];
        }

        var before = QuestionOf(latest[0]);
        return before?.Text == asked.Text ? [] : await AnswerInPlaceAsync(asked with { InPlaceOf = before?.Text, IsTyped = true }, latest, context, cancellation);
    }

    /// <param name="shown">The messages to be rewritten, at least one.</param>
    internal async Task<IReadOnlyList<Change>> AnswerInPlaceAsync(Asked asked, IReadOnlyList<ShownMessage> shown, ChatContext context, CancellationToken cancellation)
    {
        var messages = Messages(await RunAsync(asked, context, cancellation), context);
        return
        [
            .. messages.Take(shown.Count).Zip(shown, (message, old) => new Change.Rewrite(old.Id, message.Message.Text, message.Message.Keyboard, message.Message.ReplySequence, asked.IsTyped ? message.Message.ReplySequence : null)),
            .. messages.Skip(shown.Count),
            .. shown.Skip(messages.Count).Select(old => new Change.Remove(old.Id)),
            Seen(asked, context),
        ];
    }

    /// <summary>As the person typed it; the latest answer may be that to a choice.</summary>
    private Message? QuestionOf(ShownMessage shown) => conversations.MessagesAfter(shown.ConversationId, shown.FirstReply - 2, 1) is [var question] ? question : null;

    private async Task<ChatAnswer> RunAsync(Asked asked, ChatContext context, CancellationToken cancellation)
    {
        var id = ConversationOf(context.From);
        var message = new IncomingMessage(asked.Id ?? context.UpdateName, asked.Unmasked ?? asked.Text) { InPlaceOf = asked.InPlaceOf, IsAside = asked.IsAside, IsPublic = context.From.IsGroup };
        TurnResult.Done? done;
        while ((done = await turns.RunAsync(id, message, cancellation) as TurnResult.Done) is null)
        {
            await conversations.StartAsync(new NewConversation(id, Channel, context.From.User, context.Words.Locale, context.Chat.Province, context.Chat.Park));
        }

        var reply = conversations.MessagesAfter(id, done.Message, 1).Single();
        return new ChatAnswer(id, reply.Sequence, reply.Reply!, asked);
    }

    private IReadOnlyList<Change.Say> Messages(ChatAnswer answer, ChatContext context)
    {
        var asked = answer.Asked;
        var toOffice = context.From.IsGroup && answer.Reply.Outcome == Outcome.Handoff ? CommandHandler.OfficePrivately(context, bot) : null;
        var notice = asked.Remarks.Concat(toOffice is null ? [] : [toOffice]).Concat(context.Chat.Noticed || asked.TellsOfData ? [] : [context.Words.ShortNotice]).ToList();
        var parts = ReplyHtml.Of(answer.Reply, settings.PublicAddress, asked.Heading, notice.Count > 0 ? string.Join("\n\n", notice) : null);
        var keyboard = ReplyKeyboard.Of(answer.Reply, answer.Sequence, context.Owner);
        return [.. parts.Select((html, part) => new Change.Say(context.Message(html, part == parts.Count - 1 ? keyboard : []) with
        {
            ConversationId = answer.ConversationId,
            ReplySequence = answer.Sequence,
            Part = part,
            QuotesAsked = part == 0 && context.From is { IsGroup: true, MessageId: not null },
        }))];
    }

    private static Change.Keep Seen(Asked asked, ChatContext context) => context.Keep(chat => chat with { Noticed = true, Album = asked.Album ?? chat.Album });

    private sealed record ChatAnswer(string ConversationId, long Sequence, Reply Reply, Asked Asked);
}

/// <summary>What is asked, by typing, by a command or by a button.</summary>
/// <param name="Text">At most what the assistant reads.</param>
internal sealed record Asked(string Text)
{
    /// <summary>As the person wrote it; null where nothing was masked.</summary>
    internal string? Unmasked { get; init; }

    /// <summary>It is no answer to what was asked last.</summary>
    internal bool IsAside { get; init; }

    /// <summary>The same id is the same question; null for the update's own.</summary>
    internal string? Id { get; init; }

    /// <summary>Stands above the answer: what was asked, where the chat does not show it.</summary>
    internal string? Heading { get; init; }

    /// <summary>Stand below the answer.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The remarks tell what becomes of what is written.</summary>
    internal bool TellsOfData { get; init; }

    /// <summary>It came with a picture of this album.</summary>
    internal string? Album { get; init; }

    /// <summary>The person's own message has been changed to this.</summary>
    internal bool IsTyped { get; init; }

    /// <summary>What was asked before and has been corrected.</summary>
    internal string? InPlaceOf { get; init; }
}
