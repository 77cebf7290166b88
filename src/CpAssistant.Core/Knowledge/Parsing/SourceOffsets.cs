using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Turns spans of the composed text into spans of the source.</summary>
internal static class SourceOffsets
{
    internal static Document Restore(ComposedText composed, Document document) => ReferenceEquals(composed.Text, document.Text) ? document : document with
    {
        Provisions = [.. document.Provisions.Select(provision => provision with
        {
            Span = composed.ToSource(provision.Span),
            Sentences = [.. provision.Sentences.Select(composed.ToSource)],
        })],
        Noise = [.. document.Noise.Select(composed.ToSource)],
        Warnings = [.. document.Warnings.Select(warning => warning with { Span = Map(composed, warning.Span) })],
        Metadata = document.Metadata with
        {
            Number = Map(composed, document.Metadata.Number),
            About = Map(composed, document.Metadata.About),
            Issuer = Map(composed, document.Metadata.Issuer),
            Province = Map(composed, document.Metadata.Province),
            Date = Map(composed, document.Metadata.Date),
            Subject = Map(composed, document.Metadata.Subject),
            LegalGrounds = [.. document.Metadata.LegalGrounds.Select(ground => Map(composed, ground)!)],
            Signer = Map(composed, document.Metadata.Signer),
            Recipients = [.. document.Metadata.Recipients.Select(recipient => Map(composed, recipient)!)],
            Period = Map(composed, document.Metadata.Period),
            InForce = Map(composed, document.Metadata.InForce),
        },
    };

    private static TextSpan? Map(ComposedText composed, TextSpan? span) => span is { } some ? composed.ToSource(some) : null;

    private static Extracted<T>? Map<T>(ComposedText composed, Extracted<T>? value) => value is null ? null : value with { Span = Map(composed, value.Span) };
}
