namespace CpAssistant.Core.Knowledge;

/// <summary>A stretch of shown words that is marked throughout or not at all.</summary>
public sealed record QuotePiece(string Text, bool Marked);
