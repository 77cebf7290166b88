namespace CpAssistant.KnowledgeBase;

/// <summary>There is no knowledge to start with; caught where commands are run.</summary>
public sealed class KnowledgeException(IReadOnlyList<string> reasons) : Exception(string.Join('\n', reasons));
