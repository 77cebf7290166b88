namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>A page of the console that is measured, at each of its addresses in turn.</summary>
internal sealed record MeasuredPage(string Name, params IReadOnlyList<string> Addresses);
