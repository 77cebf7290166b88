using System.Text.Json.Serialization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Facts;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Ingestion;

/// <summary>What was read from one file, or why it was refused.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(AcceptedReport), "accepted")]
[JsonDerivedType(typeof(RefusedReport), "refused")]
public abstract record IngestReport(string File)
{
    /// <returns>One report a file, in order of reading.</returns>
    public static IReadOnlyList<IngestReport> Of(KnowledgeLoad.Loaded loaded)
    {
        var facts = loaded.Snapshot.Facts.ToLookup(fact => fact.Document.File);
        return [.. loaded.Files.Select(IngestReport (file) => file switch
        {
            FileReport.Accepted accepted => AcceptedReport.Of(accepted.Document, facts[accepted.File], loaded.Snapshot.Documents.Any(document => document.File == accepted.File)),
            FileReport.Refused refused => new RefusedReport(refused.File, refused.Reason, refused.Message, refused.Line),
            _ => throw new InvalidOperationException("unknown report"),
        })];
    }
}

/// <param name="Line">Counted from 1; null where the whole is refused.</param>
public sealed record RefusedReport(string File, string Reason, string Message, int? Line) : IngestReport(File);

/// <summary>What is missing in the text is null or empty.</summary>
public sealed record AcceptedReport(string File) : IngestReport(File)
{
    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required SourceKind Source { get; init; }

    /// <summary>False for a digest whose original is loaded.</summary>
    public required bool InUse { get; init; }

    public required string? Number { get; init; }

    /// <summary>The number of the document that a news item is about.</summary>
    public required string? About { get; init; }

    public required string? Issuer { get; init; }

    public required string? Province { get; init; }

    public required DateOnly? Date { get; init; }

    public required Signer? Signer { get; init; }

    public required Period? Period { get; init; }

    public required string? Subject { get; init; }

    public required string? InForce { get; init; }

    public required IReadOnlyList<string> LegalGrounds { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required IReadOnlyList<OutlineLine> Outline { get; init; }

    public required IReadOnlyList<FactItem> Facts { get; init; }

    public required IReadOnlyList<string> MissingAnnexes { get; init; }

    public required IReadOnlyList<WarningLine> Warnings { get; init; }

    internal static AcceptedReport Of(Document document, IEnumerable<Fact> facts, bool inUse)
    {
        var lines = new LineNumbers(document.Text);
        return new(document.File)
        {
            Title = document.Metadata.Title,
            Kind = document.Metadata.Kind,
            Source = document.Metadata.Source,
            InUse = inUse,
            Number = document.Metadata.Number?.Value,
            About = document.Metadata.About?.Value,
            Issuer = document.Metadata.Issuer?.Value,
            Province = document.Metadata.Province?.Value,
            Date = document.Metadata.Date?.Value,
            Signer = document.Metadata.Signer?.Value,
            Period = document.Metadata.Period?.Value,
            Subject = document.Metadata.Subject?.Value,
            InForce = document.Metadata.InForce?.Value,
            LegalGrounds = [.. document.Metadata.LegalGrounds.Select(ground => ground.Value)],
            Recipients = [.. document.Metadata.Recipients.Select(recipient => recipient.Value)],
            Outline = [.. document.Provisions.Select(provision => OutlineLine.Of(document, lines, provision))],
            Facts = [.. facts.Select(FactItem.Of)],
            MissingAnnexes = document.MissingAnnexes,
            Warnings = [.. document.Warnings.Select(warning => WarningLine.Of(lines, warning))],
        };
    }
}

/// <summary>One node of the outline.</summary>
/// <param name="Depth">0 at the top.</param>
/// <param name="Text">The heading, or the first words of the text, with the number.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record OutlineLine(int Depth, ProvisionKind Kind, string Label, string Text, int Line, int Start, int End)
{
    private const int FirstWords = 70;

    internal static OutlineLine Of(Document document, LineNumbers lines, Provision provision) => new(
        document.PathTo(provision).Count - 1,
        provision.Kind,
        provision.Label,
        FactTable.Shorten(Words(document, provision), FirstWords),
        lines.Of(provision.Span.Start),
        provision.Span.Start,
        provision.Span.End);

    /// <summary>The heading with its number, or the text, which begins with its number anyway.</summary>
    private static string Words(Document document, Provision provision) =>
        provision.Heading.Length == 0 ? document.Quote(provision.Span)
        : provision.Label.Length == 0 ? provision.Heading
        : $"{provision.Label} {provision.Heading}";
}

/// <param name="Line">Counted from 1; null where it concerns the whole.</param>
public sealed record WarningLine(string Code, string Message, int? Line)
{
    internal static WarningLine Of(LineNumbers lines, DocumentWarning warning) =>
        new(warning.Code, warning.Message, warning.Span is { } span ? lines.Of(span.Start) : null);
}
