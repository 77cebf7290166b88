using CpAssistant.Core.Answering;

namespace CpAssistant.KnowledgeBase;

/// <summary>Where the knowledge comes from.</summary>
/// <param name="Documents">Folders of documents; full paths, or as the person gave them.</param>
/// <param name="Language">The folder of the language data.</param>
/// <param name="OfficeAnswers">The folder of the office's answers, which need not be there; null for none.</param>
public sealed record KnowledgeSources(IReadOnlyList<string> Documents, string Language, Office Office, string? OfficeAnswers = null);
