namespace CpAssistant.Core.Text;

/// <summary>Short forms and what they stand for, the most likely reading first.</summary>
/// <param name="Field">Of official language ("SXSH", "KH&amp;CN"): read in any case, unless they spell a syllable or a foreign word.</param>
/// <param name="Chat">Of chat ("ko", "bn"): read where the texts do not know the word.</param>
public sealed record Abbreviations(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Field,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Chat)
{
    public static Abbreviations None { get; } =
        new(new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, IReadOnlyList<string>>());
}
