using System.Globalization;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>The assistant's own sentences in the language of the question.</summary>
public sealed class Phrasebook(Replies replies, bool english)
{
    public bool English => english;

    /// <param name="name">Name of a text in <c>replies.yaml</c>.</param>
    /// <exception cref="KeyNotFoundException">The data has no such text.</exception>
    public string Say(string name, params object?[] values)
    {
        if (!replies.Texts.TryGetValue(name, out var text))
        {
            throw new KeyNotFoundException($"replies.yaml has no text \"{name}\".");
        }

        return values.Length == 0 ? Of(text) : string.Format(CultureInfo.InvariantCulture, Of(text), values);
    }

    public string Of(Bilingual text) => english ? text.En : text.Vi;

    public string NameOf(Agency agency) => english && agency.English.Length > 0 ? agency.English : agency.Name;

    /// <returns>"A", "A và B", "A, B và C".</returns>
    public string List(IReadOnlyList<string> items)
    {
        var and = Say("and");
        return items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => string.Join(", ", items.SkipLast(1)) + and + items[^1],
        };
    }

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
