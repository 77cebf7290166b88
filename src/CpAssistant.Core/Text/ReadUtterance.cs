namespace CpAssistant.Core.Text;

/// <summary>An utterance as it was typed and as it is understood.</summary>
/// <param name="Text">The original with the corrections put in; everything else stands as it was.</param>
/// <param name="Corrections">In reading order, without overlap.</param>
public sealed record ReadUtterance(string Original, string Text, IReadOnlyList<Correction> Corrections);

/// <summary>One stretch of an utterance that was read as something else.</summary>
/// <param name="Span">Its place in the original.</param>
/// <param name="From">The slice of the original.</param>
/// <param name="To">What it was read as.</param>
/// <param name="Rule">"telex", "vni", "abbreviation" or "slip".</param>
public sealed record Correction(TextSpan Span, string From, string To, string Rule);
