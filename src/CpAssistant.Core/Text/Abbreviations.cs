namespace CpAssistant.Core.Text;

/// <summary><c>abbreviations.yaml</c>: what short forms stand for, the likeliest first.</summary>
/// <param name="Field">Abbreviations of the field and its agencies (SXSH, KCN, TN&amp;MT).</param>
/// <param name="Chat">Chat spellings (ko, bn, đc).</param>
public sealed record Abbreviations(IReadOnlyDictionary<string, IReadOnlyList<string>> Field, IReadOnlyDictionary<string, IReadOnlyList<string>> Chat);
