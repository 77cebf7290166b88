using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>What came of reading a text as a document.</summary>
public abstract record ParseResult
{
    /// <summary>Readable; flaws that can be lived with are among its warnings.</summary>
    public sealed record Accepted(Document Document) : ParseResult;

    /// <summary>Not fit to be quoted from.</summary>
    /// <param name="Reason">Stable name: "empty", "lost-marks", "mojibake", "binary"…</param>
    /// <param name="Message">The reason in Vietnamese, with the place, for the person who loads documents.</param>
    /// <param name="Place">Where in the text; null where it concerns the whole.</param>
    public sealed record Refused(string Reason, string Message, TextSpan? Place) : ParseResult;

    private ParseResult() { }
}
