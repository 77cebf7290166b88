namespace CpAssistant.Core.Text;

/// <summary>What came of reading bytes as text.</summary>
public abstract record DecodeResult
{
    /// <param name="Text">Without a byte order mark; otherwise as it stands, combining marks left alone.</param>
    /// <param name="Encoding">"utf-8", "utf-16le", "utf-16be" or "windows-1258".</param>
    public sealed record Decoded(string Text, string Encoding) : DecodeResult;

    /// <param name="Reason">Stable name: "empty", "too-large", "pdf", "docx", "xlsx", "doc", "zip", "html", "image", "binary".</param>
    /// <param name="Message">The reason in Vietnamese, for the person who loads documents.</param>
    public sealed record Refused(string Reason, string Message) : DecodeResult;

    private DecodeResult() { }
}
