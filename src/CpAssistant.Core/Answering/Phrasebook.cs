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

    /// <returns>The figure as the source writes it, with its bound and unit: "ít nhất 15 doanh nghiệp", "8-13%".</returns>
    public string Of(Quantity value)
    {
        var bound = value.Bound == Bound.Exactly || (value.Bound == Bound.AtLeast && value.IsRange) ? "" : Say("bound" + value.Bound) + " ";
        return bound + value.Digits + (value.IsPercent ? "%" : value.Digits.Any(char.IsLetter) && value.IsMoney ? " đồng" : " " + value.Unit);
    }

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
