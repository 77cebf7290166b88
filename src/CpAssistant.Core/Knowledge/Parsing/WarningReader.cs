namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Tells the person who loads a document what it lacks.</summary>
internal static class WarningReader
{
    internal static List<DocumentWarning> Read(Outline outline, DocumentMetadata metadata, IReadOnlyList<Extracted<string>> missing)
    {
        var warnings = new List<DocumentWarning>();
        if (outline.Repeated is { } repeated)
        {
            warnings.Add(new DocumentWarning("repeated-body", $"Phần thân văn bản lặp lại từ dòng {LineOf(outline.Text, repeated.Start)}; chỉ đọc một lần.", repeated));
        }

        warnings.AddRange(missing.Select(name => new DocumentWarning("missing-annex", $"Văn bản dẫn tới \"{name.Value}\" nhưng tệp không có nội dung này.", name.Span)));
        if (metadata.Source == SourceKind.Original)
        {
            warnings.AddRange(Lost(metadata));
        }

        if (metadata.Source == SourceKind.Original && outline.Nodes.All(node => node.Label is null) && metadata.Kind != DocumentKind.News)
        {
            warnings.Add(new DocumentWarning("no-outline", "Không thấy mục đánh số nào; văn bản được đọc theo đoạn.", null));
        }

        return warnings;
    }

    internal static int LineOf(string text, int offset) => 1 + text.AsSpan(0, Math.Min(offset, text.Length)).Count('\n');

    private static IEnumerable<DocumentWarning> Lost(DocumentMetadata metadata)
    {
        if (metadata.Title.Length == 0)
        {
            yield return new DocumentWarning("no-title", "Không thấy tên loại và trích yếu văn bản.", null);
        }

        if (metadata.Number is null && metadata.Kind != DocumentKind.News)
        {
            yield return new DocumentWarning("no-number", "Không thấy số, ký hiệu văn bản.", null);
        }

        if (metadata.Date is null)
        {
            yield return new DocumentWarning("no-date", "Không thấy ngày ban hành.", null);
        }

        if (metadata.Issuer is null && metadata.Kind != DocumentKind.News)
        {
            yield return new DocumentWarning("no-issuer", "Không thấy cơ quan ban hành.", null);
        }
    }
}
