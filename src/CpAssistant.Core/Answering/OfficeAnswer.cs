using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Answering;

/// <summary>An answer that the CP office has approved for questions of a kind.</summary>
/// <param name="Document">Its file as a document of <see cref="SourceKind.Office"/>: what is cited.</param>
/// <param name="Questions">Ways to ask, at least one.</param>
/// <param name="Province">Name of the only province it holds for; null where it holds for all.</param>
/// <param name="Body">Place of the answer's words in the document.</param>
/// <param name="English">The answer in English; null where there is none.</param>
/// <param name="Sources">What it rests on.</param>
/// <param name="ExpiresOn">Last day on which it is given.</param>
public sealed record OfficeAnswer(
    Document Document, IReadOnlyList<string> Questions, string? Province, TextSpan Body, string? English, IReadOnlyList<OfficeSource> Sources, DateOnly ExpiresOn)
{
    public string Id => Document.Id;

    /// <summary>The answer's words as they are shown.</summary>
    public string Text => Document.Quote(Body);

    public Citation Cite() => new(Document, Document.Provisions[0], Body);

    /// <summary>A file of the office as a document: a paragraph a line.</summary>
    /// <param name="text">The decoded file.</param>
    /// <param name="body">Place of the answer in it, not empty; the rest is shown nowhere.</param>
    public static Document DocumentOf(string id, string file, string text, TextSpan body, DocumentMetadata metadata) => new()
    {
        Id = id,
        File = file,
        Text = text,
        Metadata = metadata,
        Provisions = [.. Lines(text, body).Select((line, i) => new Provision { Index = i, Parent = null, Kind = ProvisionKind.Paragraph, Label = "", Heading = "", Span = line, Sentences = [line] })],
        Noise = [.. new[] { new TextSpan(0, body.Start), new TextSpan(body.End, text.Length) }.Where(span => span.Length > 0)],
        MissingAnnexes = [],
        Warnings = [],
    };

    private static IEnumerable<TextSpan> Lines(string text, TextSpan body)
    {
        for (var start = body.Start; start < body.End;)
        {
            var end = text.IndexOf('\n', start, body.End - start) is var at and >= 0 ? at : body.End;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                yield return new TextSpan(start, end);
            }

            start = end + 1;
        }
    }
}

/// <summary>What an office's answer rests on: words of a document at hand, or a text that is not.</summary>
/// <param name="Text">Name of what is not at hand ("Công văn …"); null for words of a document.</param>
/// <param name="File">Name of the document's file; null for a text that is not at hand.</param>
/// <param name="Span">Place of the words when the answer was written.</param>
/// <param name="Quote">The words as shown; where they are no longer in the document, the answer is given no more.</param>
public sealed record OfficeSource(string? Text, string? File, TextSpan Span, string? Quote);
