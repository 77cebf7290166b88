using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Channels.Telegram;

/// <summary>The province that a chat's questions are about, unless they name one.</summary>
public sealed class ProvinceChoice(ConversationStore conversations, ChatStore chats, ChatTurns turns, KnowledgeStore knowledge)
{
    private const int InPage = 12;
    private const int InRow = 2;
    private const int LongestName = 100;

    private static readonly IReadOnlyList<string> None = ["không", "bỏ chọn", "none"];

    /// <param name="name">As written behind the command; empty to be offered the list.</param>
    internal async Task<IReadOnlyList<Change>> ChooseAsync(string name, ChatContext context)
    {
        if (name.Length == 0)
        {
            return [context.Say(context.Words.WhichProvince, Page(0, context))];
        }

        if (None.Contains(name.ToLowerInvariant()))
        {
            return await SetAndSayAsync(null, context, context.Say);
        }

        return name.Length <= LongestName && ProvinceFilter.Find(name, knowledge.Current.Gazetteer)?.Province.Name is { } province
            ? await SetAndSayAsync(province, context, context.Say)
            : [context.Say(string.Format(CultureInfo.InvariantCulture, context.Words.UnknownProvince, Cut(name)) + "\n\n" + context.Words.WhichProvince, Page(0, context))];
    }

    /// <summary>A button of the list, which the choice then stands in place of.</summary>
    /// <returns>Null where there is no such province.</returns>
    internal async Task<IReadOnlyList<Change>?> PressAsync(string? slug, ChatContext context) =>
        slug is null ? await SetAndSayAsync(null, context, context.SayInstead)
        : Provinces.BySlug(slug, knowledge.Current.Gazetteer) is { } province ? await SetAndSayAsync(province, context, context.SayInstead)
        : null;

    internal Change Turn(int page, ChatContext context) => context.SayInstead(context.Words.WhichProvince, Page(page, context));

    /// <summary>For all conversations of the chat, those of a group as well.</summary>
    internal Task SetAsync(string? province, string? park, ChatContext context) =>
        Task.WhenAll(chats.Conversations(turns.FirstConversation(context.From)).Select(conversation => conversations.ChooseProvinceAsync(conversation, province, park)));

    internal string Confirmation(string province, ChatContext context) => string.Format(
        CultureInfo.InvariantCulture,
        !HasDocuments(province) ? context.Words.ProvinceWithoutDocuments : context.From.IsGroup ? context.Words.ProvinceChosenInGroup : context.Words.ProvinceChosen,
        province);

    private async Task<IReadOnlyList<Change>> SetAndSayAsync(string? province, ChatContext context, Func<string, IReadOnlyList<IReadOnlyList<InlineButton>>, Change.Say> say)
    {
        await SetAsync(province, park: null, context);
        return [say(province is null ? context.Words.ProvinceUnset : Confirmation(province, context), []), context.Keep(chat => chat with { Province = province, Park = null })];
    }

    /// <summary>A name of today reaches the documents of the provinces that have gone into it.</summary>
    private bool HasDocuments(string province) =>
        knowledge.Current is var snapshot && ProvinceFilter.Find(province, snapshot.Gazetteer) is { } filter && snapshot.Documents.Any(document => filter.Holds(document, snapshot.Gazetteer));

    private IReadOnlyList<IReadOnlyList<InlineButton>> Page(int page, ChatContext context)
    {
        var all = knowledge.Current.Provinces;
        var last = (all.Count - 1) / InPage;
        page = Math.Clamp(page, 0, Math.Max(0, last));
        var shown = all.Skip(page * InPage).Take(InPage).Select(name => new InlineButton(name, new ButtonData.Province(Provinces.SlugOf(name)).Write()));
        InlineButton?[] turning =
        [
            page > 0 ? new(context.Words.Earlier, new ButtonData.ProvincePage(page - 1).Write()) : null,
            page < last ? new(context.Words.Later, new ButtonData.ProvincePage(page + 1).Write()) : null,
        ];
        return [.. shown.Chunk(InRow), .. new[] { turning.OfType<InlineButton>().ToArray() }.Where(row => row.Length > 0), [new InlineButton(context.Words.NoProvince, new ButtonData.Province(null).Write())]];
    }

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
