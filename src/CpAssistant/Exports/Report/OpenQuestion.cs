namespace CpAssistant.Exports.Report;

/// <summary>A question that the documents could not answer.</summary>
/// <param name="Question">As one of those who asked wrote it; masked.</param>
/// <param name="Count">How often it was asked in the time, in whatever words.</param>
/// <param name="First">Day on which it was asked first, in Việt Nam.</param>
/// <param name="Last">Day on which it was asked last.</param>
/// <param name="Province">Null where it names none.</param>
public sealed record OpenQuestion(string Question, long Count, DateOnly First, DateOnly Last, string? Province);
