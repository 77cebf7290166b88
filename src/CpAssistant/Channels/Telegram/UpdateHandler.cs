using System.Globalization;

namespace CpAssistant.Channels.Telegram;

/// <summary>What comes of an update: decides, and leaves the writing to the inbox. Done twice, for an update that was not finished, it comes to the same.</summary>
public sealed class UpdateHandler(ChatStore chats, ChatTurns turns, CommandHandler commands, ButtonHandler buttons)
{
    /// <summary>A chat for which so much is on its way is not answered any further: whoever sends for minutes faster than Telegram lets us answer is told so.</summary>
    private const int MostWaiting = 500;

    /// <summary>The last answer before the limit may have had a few messages.</summary>
    private const int ToldUpTo = MostWaiting + 4;

    /// <param name="content">Of the item.</param>
    internal async Task<Handled> HandleAsync(InboxItem item, Incoming content, CancellationToken cancellation)
    {
        var from = content.From;
        var (chat, waiting) = chats.Find(from.ChatId);
        var context = new ChatContext(NameOf(item), from, chat);
        return content switch
        {
            Incoming.Membership membership => Handled.Of(OfMembership(membership, context)),
            Incoming.Migrated { NewChatId: var to } => Handled.Of(turns.MoveOf(from.ChatId, to)),
            _ when waiting >= MostWaiting && !IsToErase(content) => TooMuch(waiting, context),
            Incoming.Question question => Handled.Of(await AnswerAsync(question, context, cancellation)),
            Incoming.Command command => Handled.Of(await commands.RunAsync(command, context, cancellation)),
            Incoming.Button button => await buttons.PressAsync(button, context, cancellation),
            Incoming.Unreadable { Album: { } album } when album == context.Chat.Album => Handled.Of(),
            Incoming.Unreadable unreadable => Handled.Of(context.Say(context.Words.CannotRead), context.Keep(chat => chat with { Album = unreadable.Album })),
            _ => throw new InvalidOperationException("unknown kind of update"),
        };
    }

    /// <returns>What is said where a fault of ours keeps an update from being worked off.</returns>
    internal static Handled Apology(InboxItem item) => item.Content is Incoming.Question or Incoming.Command or Incoming.Button
        ? Apology(new ChatContext(NameOf(item), item.Content.From, Chat.New(item.Content.From.ChatId)))
        : Handled.Of();

    private static Handled Apology(ChatContext context) => Handled.Of(context.Say(context.Words.Fault));

    private static string NameOf(InboxItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.UpdateId}@{item.ReceivedAt}");

    /// <summary>Erasing is possible at any time, and takes what waits along.</summary>
    private static bool IsToErase(Incoming content) =>
        content is Incoming.Command { Name: "xoadulieu" or "erase" } || (content is Incoming.Button { Data: var data } && ButtonData.Read(data) is ButtonData.Erase);

    private static Handled TooMuch(long waiting, ChatContext context) =>
        new(waiting <= ToldUpTo ? [context.Say(context.Words.TooFast)] : [], context.Words.TooFast);

    private async Task<IReadOnlyList<Change>> AnswerAsync(Incoming.Question question, ChatContext context, CancellationToken cancellation)
    {
        var words = context.Words;
        // Who replies to what the office wrote means the office.
        var toOffice = question.RepliesTo is { } replied ? turns.AdditionTo(question.From.ChatId, replied) : null;
        var asked = new Asked(toOffice is null ? question.Text : $"{toOffice}: {question.Text}")
        {
            Unmasked = toOffice is null ? question.Unmasked : null,
            IsAside = toOffice is not null,
            Album = question.Album,
            Remarks = [.. new[] { question.HasFile ? words.CaptionOnly : null, question is { Unmasked: not null, From.IsGroup: true } ? words.NotInGroup : null }.OfType<string>()],
        };
        return question.From.Edited ? await turns.AnswerAgainAsync(asked, context, cancellation) : await turns.AnswerAsync(asked, context, cancellation);
    }

    private static IReadOnlyList<Change> OfMembership(Incoming.Membership membership, ChatContext context) => membership switch
    {
        { IsMember: false, From: var from } => [new Change.Lose(from.ChatId, from.IsGroup ? "the bot was removed" : "the bot was blocked")],
        { From.IsGroup: true } when !context.Chat.Noticed => [context.Say(context.Words.GroupHello), context.Keep(chat => chat with { Noticed = true })],
        _ => [context.Keep(chat => chat)],
    };
}

/// <param name="Toast">What is shown for a moment where a button was pressed; null for nothing.</param>
internal sealed record Handled(IReadOnlyList<Change> Changes, string? Toast = null)
{
    internal static Handled Of(params IReadOnlyList<Change> changes) => new(changes);
}

/// <summary>An update with what is kept of its chat.</summary>
/// <param name="UpdateName">The same for the same update, however often it is worked off.</param>
internal sealed record ChatContext(string UpdateName, Origin From, Chat Chat)
{
    /// <summary>In the language that was chosen, else in that of the person's app.</summary>
    internal TelegramText Words { get; } = TelegramText.Of(Chat.Language ?? From.Language);

    /// <summary>Whom an answer in a group is for; null elsewhere.</summary>
    internal long? Owner => From.IsGroup ? From.UserId : null;

    /// <param name="words">Plain text.</param>
    internal Change.Say Say(string words, params IReadOnlyList<IReadOnlyList<InlineButton>> keyboard) => new(Message(TelegramHtml.Text(words), keyboard));

    /// <summary>In place of the message whose button was pressed.</summary>
    internal Change.Say SayInstead(string words, params IReadOnlyList<IReadOnlyList<InlineButton>> keyboard) =>
        new(Message(TelegramHtml.Text(words), keyboard) with { InPlaceOf = From.MessageId, AskedIn = null, QuotesAsked = false });

    internal NewMessage Message(string html, IReadOnlyList<IReadOnlyList<InlineButton>> keyboard) =>
        new(From.ChatId, From.ThreadId, html, keyboard) { AskedIn = From.MessageId, QuotesAsked = From is { IsGroup: true, MessageId: not null } };

    internal Change.Keep Keep(Func<Chat, Chat> change) => new(change(Chat));
}
