using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CpAssistant.Channels.Telegram;

/// <summary>The text of a message with what its entities say: a command, mentions of the bot.</summary>
/// <param name="Words">Without mentions of the bot and space around; empty for nothing.</param>
/// <param name="Command">Null where the text does not begin with one.</param>
internal sealed partial record MessageText(string Words, bool MentionsBot, CalledCommand? Command)
{
    /// <summary>Telegram has at most 100.</summary>
    private const int MostEntities = 100;

    /// <summary>What people put between a name and what they say to it.</summary>
    private const string AfterName = " ,:;.!-–—\t\r\n\u00A0";

    /// <summary>The bot was called and nothing was said.</summary>
    internal bool IsOnlyMention => MentionsBot && !Words.Any(char.IsLetterOrDigit);

    /// <param name="entities">Their offsets and lengths are UTF-16 units; those that do not fit the text are passed over.</param>
    internal static MessageText Of(string text, JsonElement? entities, BotIdentity me)
    {
        var read = entities.Items().Take(MostEntities).ToList();
        var mentions = read.Select(entity => MentionIn(text, entity, me)).OfType<(int Start, int End)>().OrderBy(mention => mention.Start).ToList();
        return new MessageText(mentions.Count == 0 ? text.Trim() : Without(text, mentions), mentions.Count > 0, CommandIn(text, read, me));
    }

    private static (int Start, int End)? MentionIn(string text, JsonElement entity, BotIdentity me)
    {
        if (Place(text, entity) is not var (start, end))
        {
            return null;
        }

        var isBot = entity.Find("type").Text() switch
        {
            "mention" => text[start] == '@' && text.AsSpan(start + 1, end - start - 1).Equals(me.Username, StringComparison.OrdinalIgnoreCase),
            "text_mention" => entity.Find("user").Find("id").Number() == me.Id,
            _ => false,
        };
        return isBot ? (start, end) : null;
    }

    /// <returns>Null where the entity covers nothing, reaches beyond the text or cuts a surrogate pair.</returns>
    private static (int Start, int End)? Place(string text, JsonElement entity) =>
        entity.Find("offset").Number() is { } start && entity.Find("length").Number() is { } length
        && start >= 0 && start < text.Length && length > 0 && length <= text.Length - start
        && !char.IsLowSurrogate(text[(int)start]) && (start + length == text.Length || !char.IsLowSurrogate(text[(int)(start + length)]))
            ? ((int)start, (int)(start + length))
            : null;

    private static string Without(string text, IReadOnlyList<(int Start, int End)> mentions)
    {
        var (words, at) = (new StringBuilder(), 0);
        foreach (var (start, end) in mentions)
        {
            if (start < at)
            {
                continue;
            }

            words.Append(text, at, start - at);
            at = end;
            var opens = string.IsNullOrWhiteSpace(words.ToString());
            var follows = opens || char.IsWhiteSpace(words[^1]);
            while (at < text.Length && (opens ? AfterName.Contains(text[at]) : follows && text[at] == ' '))
            {
                at++;
            }
        }

        return words.Append(text, at, text.Length - at).ToString().Trim();
    }

    private static CalledCommand? CommandIn(string text, IReadOnlyList<JsonElement> entities, BotIdentity me)
    {
        var marked = entities.Where(static entity => entity.Find("type").Text() == "bot_command").Select(entity => Place(text, entity)).OfType<(int Start, int End)>()
            .Where(static place => place.Start == 0).Select(static place => place.End).FirstOrDefault();

        // Test servers send no entities.
        var called = marked > 0 ? CommandPattern().Match(text[..marked]) : entities.Count == 0 ? CommandPattern().Match(text) : Match.Empty;
        return called.Success
            ? new CalledCommand(
                called.Groups["name"].Value.ToLowerInvariant(),
                text[called.Length..].Trim(),
                IsForOther: called.Groups["bot"] is { Success: true, Value: var other } && !other.Equals(me.Username, StringComparison.OrdinalIgnoreCase),
                NamesBot: called.Groups["bot"] is { Success: true, Value: var bot } && bot.Equals(me.Username, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    [GeneratedRegex(@"\A/(?<name>[A-Za-z0-9_]{1,32})(?:@(?<bot>\w+))?(?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex CommandPattern();
}

/// <param name="Name">In small letters, without slash and bot.</param>
/// <param name="IsForOther">Another bot is named behind it.</param>
/// <param name="NamesBot">This bot is named behind it.</param>
internal sealed record CalledCommand(string Name, string Arguments, bool IsForOther, bool NamesBot);
