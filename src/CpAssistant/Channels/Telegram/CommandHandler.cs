using System.Globalization;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Channels.Telegram;

/// <summary>The commands, by their Vietnamese and their English names.</summary>
public sealed class CommandHandler(ChatTurns turns, ProvinceChoice provinces, KnowledgeStore knowledge, TelegramBot bot, TelegramSettings settings)
{
    internal async Task<IReadOnlyList<Change>> RunAsync(Incoming.Command command, ChatContext context, CancellationToken cancellation)
    {
        var (words, arguments) = (context.Words, command.Arguments.Trim());
        return command.Name switch
        {
            "start" => await StartAsync(arguments, context, cancellation),
            "huongdan" or "trogiup" or "help" => await AskAsync(new Asked(words.Help) { Remarks = [Menu(context)] }, context, cancellation),
            "tinh" or "province" => await provinces.ChooseAsync(arguments, context),
            "muctieu" or "targets" => await AskAsync(words.Targets, arguments, context, cancellation),
            "coquan" or "agencies" => await AskAsync(words.Agencies, arguments, context, cancellation),
            "vanban" or "documents" => await AskAsync(words.Documents, arguments, context, cancellation),
            "hoidap" or "ask" => await AskOfficeAsync(arguments, context, cancellation),
            "ngonngu" or "language" => [context.Say(words.WhichLanguage, LanguageButtons)],
            "xoadulieu" or "erase" => [AskToErase(context)],
            // In a group it may be meant for another bot.
            _ => context.From.IsGroup && !command.IsAddressed ? [] : [context.Say($"{words.UnknownCommand}\n\n{Menu(context)}")],
        };
    }

    private static IReadOnlyList<InlineButton> LanguageButtons { get; } = [Button("Tiếng Việt", new ButtonData.Language("vi")), Button("English", new ButtonData.Language("en"))];

    /// <summary>Opens the chat; a link may name province and park.</summary>
    private async Task<IReadOnlyList<Change>> StartAsync(string payload, ChatContext context, CancellationToken cancellation)
    {
        var words = context.Words;
        var link = StartPayload.Read(payload, knowledge.Current.Gazetteer, settings.Parks);
        if (link.Province is { } province)
        {
            await provinces.SetAsync(province, link.Park, context);
            context = context with { Chat = context.Chat with { Province = province, Park = link.Park } };
        }

        var place = payload.Length == 0 ? null : link switch
        {
            { Province: { } chosen, Park: { } park } => string.Format(CultureInfo.InvariantCulture, words.ParkChosen, chosen, park),
            { Province: { } chosen } => provinces.Confirmation(chosen, context),
            _ => words.UnknownLink,
        };
        return await AskAsync(new Asked(words.Hello) { Heading = place is null ? null : "📍 " + place, Remarks = [words.Notice], TellsOfData = true }, context, cancellation);
    }

    private Task<IReadOnlyList<Change>> AskAsync(string question, string arguments, ChatContext context, CancellationToken cancellation) =>
        AskAsync(new Asked(string.Format(CultureInfo.InvariantCulture, question, arguments).Replace(" ?", "?", StringComparison.Ordinal).Trim()), context, cancellation);

    private Task<IReadOnlyList<Change>> AskAsync(Asked asked, ChatContext context, CancellationToken cancellation) =>
        context.From.Edited ? turns.AnswerAgainAsync(asked with { IsAside = true }, context, cancellation) : turns.AnswerAsync(asked with { IsAside = true }, context, cancellation);

    /// <summary>Nothing that could be private is asked in a group.</summary>
    private async Task<IReadOnlyList<Change>> AskOfficeAsync(string question, ChatContext context, CancellationToken cancellation)
    {
        var words = context.Words;
        return context.From.IsGroup
            ? [context.Say(OfficePrivately(context, bot))]
            : await AskAsync(new Asked(question.Length > 0 ? $"{words.ToOffice}: {question}" : words.ToOffice), context, cancellation);
    }

    internal static string OfficePrivately(ChatContext context, TelegramBot bot) =>
        string.Format(CultureInfo.InvariantCulture, context.Words.OfficePrivately, bot.Identity.Username is { Length: > 0 } name ? $"https://t.me/{name}" : "").Trim();

    private Change AskToErase(ChatContext context)
    {
        var words = context.Words;
        var kept = turns.CountKept(context.From);
        return kept == 0 && context is { Chat: { Province: null, Language: null } }
            ? context.Say(words.NothingToErase)
            : context.Say(
                string.Format(CultureInfo.InvariantCulture, context.From.IsGroup ? words.EraseQuestionInGroup : words.EraseQuestion, kept),
                [Button(words.EraseYes, new ButtonData.Erase(true, context.Owner)), Button(words.EraseNo, new ButtonData.Erase(false, context.Owner))]);
    }

    private static string Menu(ChatContext context) => context.Words.Commands + "\n" + string.Join('\n', context.Words.Menu.Select(command => $"/{command.Command} – {command.Description}"));

    private static InlineButton Button(string text, ButtonData data) => new(text, data.Write());
}
