namespace CpAssistant.Core.Text;

/// <summary>One syllable, word or number of a text.</summary>
/// <param name="Term">What is matched; a filter may change it.</param>
/// <param name="Start">First UTF-16 unit in the source; no filter changes it.</param>
/// <param name="End">One past the last UTF-16 unit in the source.</param>
public readonly record struct Token(string Term, int Start, int End)
{
    public TextSpan Span => new(Start, End);
}
