using CpAssistant.Conversations;
using CpAssistant.Core.Answering;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Messages of the transcript as activities.</summary>
/// <param name="root">What addresses of the service begin with, without a slash at the end: "https://sxsh.example.vn".</param>
internal sealed class ActivityWriter(Conversation conversation, string root)
{
    internal const string BotId = "cp-assistant";
    private const string OfficeId = "cp-office";
    private const string BotName = "CP Assistant";

    internal Activity Of(Message message) => new()
    {
        Id = ActivityId.Of(message.ConversationId, message.Sequence),
        Timestamp = message.At,
        Conversation = new ConversationAccount(message.ConversationId),
        From = message.Author switch
        {
            MessageAuthor.User => new ChannelAccount(conversation.UserId, "user"),
            MessageAuthor.Officer => new ChannelAccount(OfficeId, "bot", message.Reply?.Language == "en" ? "Cleaner production office" : "Văn phòng sản xuất sạch hơn"),
            _ => new ChannelAccount(BotId, "bot", BotName),
        },
        ReplyToId = message.ReplyTo is { } sequence ? ActivityId.Of(message.ConversationId, sequence) : null,
        Locale = message.Reply is { } reply ? LocaleOf(reply.Language) : conversation.Locale,
        TextFormat = message.Reply is null ? "plain" : "markdown",
        Text = message.Reply is null ? message.Text : message.Author == MessageAuthor.Officer ? ReplyMarkdown.OfOffice(message.Reply) : ReplyMarkdown.Of(message.Reply, root),
        ChannelData = message.MessageId is { } id ? new ChannelData(id) : null,
        SuggestedActions = message.Reply is { Suggestions: { Count: > 0 } suggestions }
            ? new SuggestedActions([.. suggestions.Select(suggestion => new CardAction(suggestion, suggestion))])
            : null,
        // A step of a form is nothing to vote on.
        Entities = message is { Author: MessageAuthor.Assistant, Reply: { Outcome: not Outcome.Handoff } answer } ? [EntityOf(message, answer)] : null,
    };

    private MessageEntity EntityOf(Message message, Reply reply) => new(
        [.. CitedPage.Of(reply.Sources, root).Select(page => new ClaimEntity(page.Number, new DigitalDocument(page.Line, page.Words, page.Words, page.Address)))],
        VoteAction.Both(ActivityId.Of(message.ConversationId, message.Sequence)));

    private static string LocaleOf(string language) => language == "en" ? "en-US" : "vi-VN";
}

/// <summary>A place in a document that a reply refers to by a number; sources with the same address share one.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Line">The source line.</param>
/// <param name="Words">What is cited there, originals in quotation marks, all else under its label.</param>
internal sealed record CitedPage(int Number, string Line, string Words, string Address)
{
    internal static IReadOnlyList<CitedPage> Of(IReadOnlyList<CitedSource> sources, string root) =>
        [.. sources.GroupBy(source => source.Address).Select((group, index) =>
            new CitedPage(index + 1, group.First().Line, string.Join('\n', group.Select(WordsOf)), root + group.Key))];

    internal static string WordsOf(CitedSource source) => source.IsQuotation
        ? $"“{source.Citation.Quote}”"
        : $"{source.Label}: {source.Citation.Quote}";
}
