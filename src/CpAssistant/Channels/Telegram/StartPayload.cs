using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Channels.Telegram;

/// <summary>
/// What a link opens the chat with (<c>t.me/BOT?start=long-an_tan-do</c>): the province's name without marks, and behind "_" the
/// industrial park. So each park can have a QR code of its own.
/// </summary>
/// <param name="Province">A name of the gazetteer; null where the code names none.</param>
/// <param name="Park">As it is shown; null where the code names none.</param>
internal sealed record StartPayload(string? Province, string? Park)
{
    private const int Longest = 64;

    internal static bool IsCode(string text) => text.Length is > 0 and <= Longest && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    /// <param name="parks">Names by code, in small letters.</param>
    internal static StartPayload Read(string text, Gazetteer gazetteer, IReadOnlyDictionary<string, string> parks)
    {
        if (!IsCode(text))
        {
            return new StartPayload(null, null);
        }

        var code = text.ToLowerInvariant();
        var parts = code.Split('_', 2, StringSplitOptions.TrimEntries);
        var province = Provinces.BySlug(parts[0], gazetteer);
        // Anyone can make a link, and what it says is not to come from the bot's mouth: only parks of the settings have names.
        return new StartPayload(province, province is null ? null : parks.GetValueOrDefault(code));
    }
}

/// <summary>Provinces in links and buttons, where only plain letters can stand: "Long An" is "long-an".</summary>
internal static class Provinces
{
    internal static string SlugOf(string name) => string.Join('-', VietnameseText.Fold(name).ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries));

    /// <returns>A name of the gazetteer; null where there is none.</returns>
    internal static string? BySlug(string slug, Gazetteer gazetteer) => gazetteer.ProvinceNames.FirstOrDefault(name => SlugOf(name) == slug);
}
