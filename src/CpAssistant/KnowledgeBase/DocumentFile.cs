using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.KnowledgeBase;

/// <summary>Reads one file as a document: bytes, text, front matter, outline.</summary>
internal static class DocumentFile
{
    internal static FileReport Read(string path, IReadOnlyList<string> provinces)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".txt" or ".md"))
        {
            return new FileReport.Refused(path, "format", $"chưa đọc được tệp {(extension.Length > 0 ? extension : "không có đuôi")}; hãy lưu văn bản thành .txt hoặc .md");
        }

        try
        {
            return new FileInfo(path).Length > TextDecoder.MaxBytes
                ? new FileReport.Refused(path, "too-large", $"tệp lớn hơn {TextDecoder.MaxBytes / 1024 / 1024} MB")
                : Read(path, File.ReadAllBytes(path), provinces);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileReport.Refused(path, "unreadable", $"không mở được tệp: {exception.Message}");
        }
    }

    private static FileReport Read(string path, byte[] bytes, IReadOnlyList<string> provinces) => TextDecoder.Decode(bytes) switch
    {
        DecodeResult.Decoded decoded => Read(path, decoded.Text, provinces),
        DecodeResult.Refused refused => new FileReport.Refused(path, refused.Reason, refused.Message),
        _ => throw new InvalidOperationException("unknown result of decoding"),
    };

    private static FileReport Read(string path, string text, IReadOnlyList<string> provinces)
    {
        FrontMatter? frontMatter = null;
        if (FrontMatter.Find(text) is { } head)
        {
            try
            {
                frontMatter = FrontMatter.From(YamlData.ReadValues(head.Yaml));
            }
            catch (DataFileException exception)
            {
                return new FileReport.Refused(path, "front-matter", $"phần đầu tệp: {exception.Message}", exception.Line + 1);
            }
        }

        return DocumentParser.Parse(Path.GetFileName(path), text, provinces, frontMatter) switch
        {
            ParseResult.Accepted accepted => new FileReport.Accepted(path, accepted.Document),
            ParseResult.Refused refused => new FileReport.Refused(path, refused.Reason, refused.Message, refused.Place is { } place ? new LineNumbers(text).Of(place.Start) : null),
            _ => throw new InvalidOperationException("unknown result of parsing"),
        };
    }
}
