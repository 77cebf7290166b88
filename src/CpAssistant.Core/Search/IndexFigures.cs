namespace CpAssistant.Core.Search;

/// <summary>How large an index is.</summary>
/// <param name="Words">Different words.</param>
/// <param name="Postings">How often a word or a pair stands in a passage.</param>
/// <param name="Blocks">Of neighbouring passages.</param>
/// <param name="BlocksTakenOver">Of these those that an earlier index had.</param>
/// <param name="PostingBytes">Memory of the postings and of what finds them.</param>
/// <param name="PassageBytes">Memory of the passages as they are read again, without their texts.</param>
public sealed record IndexFigures(int Passages, int Words, long Postings, int Blocks, int BlocksTakenOver, long PostingBytes, long PassageBytes);
