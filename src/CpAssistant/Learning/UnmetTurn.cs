namespace CpAssistant.Learning;

/// <summary>A turn whose question was not met, as grouping reads it.</summary>
/// <param name="Gist">The line of its <see cref="Core.Understanding.QuestionGist"/>.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
/// <param name="Outcome">As stored.</param>
/// <param name="Helpful">1, 0, or null for no vote.</param>
/// <param name="Province">Names joined by ", "; null for none.</param>
internal sealed record UnmetTurn(string Gist, long Id, long At, string Outcome, long? Helpful, string? Province);
