namespace CpAssistant.Core.Text;

/// <summary>Knows files that are no plain text by their first bytes.</summary>
internal static class FileFormat
{
    /// <summary>Names of parts stand early in an Office file.</summary>
    private const int SearchedBytes = 64 * 1024;

    /// <returns>A refusal that names the format, or null for what may be text.</returns>
    internal static DecodeResult.Refused? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF"u8) => Named("pdf", "PDF"),
        _ when bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8) => Zip(bytes[..Math.Min(bytes.Length, SearchedBytes)]),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Named("doc", "Office cũ (DOC, XLS)"),
        _ when bytes.StartsWith("{\\rtf"u8) => Named("rtf", "RTF"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'I', (byte)'I', 0x2A, 0x00, ..] or [(byte)'M', (byte)'M', 0x00, 0x2A, ..] => new("image", "Tệp là ảnh chụp; cần bản chữ."),
        _ when IsHtml(bytes) => Named("html", "HTML"),
        _ => null,
    };

    private static DecodeResult.Refused Zip(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("word/"u8) >= 0 ? Named("docx", "Word (DOCX)")
        : bytes.IndexOf("xl/"u8) >= 0 ? Named("xlsx", "Excel (XLSX)")
        : bytes.IndexOf("opendocument"u8) >= 0 ? Named("odt", "OpenDocument")
        : Named("zip", "ZIP, Word (DOCX) hoặc Excel (XLSX)");

    private static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8);
        start = start[..Math.Min(start.Length, 15)];
        Span<char> head = stackalloc char[start.Length];
        for (var i = 0; i < start.Length; i++)
        {
            head[i] = char.ToLowerInvariant((char)start[i]);
        }

        return head.StartsWith("<!doctype html") || head.StartsWith("<html");
    }

    private static DecodeResult.Refused Named(string reason, string format) =>
        new(reason, $"Tệp là {format}; hiện chỉ đọc được văn bản thuần và Markdown. Hãy lưu lại ở dạng .txt hoặc .md (UTF-8).");
}
