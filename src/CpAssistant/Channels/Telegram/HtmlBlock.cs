namespace CpAssistant.Channels.Telegram;

/// <summary>What stays in one message wherever it fits.</summary>
/// <param name="Before">What parts it from the block before it; left out at the start of a message.</param>
/// <param name="Brief">The same said shorter, for where the block before it stands in the same message; null where there is no shorter way.</param>
internal sealed record HtmlBlock(string Before, IReadOnlyList<HtmlPiece> Pieces, IReadOnlyList<HtmlPiece>? Brief = null)
{
    internal static HtmlBlock Of(string before, params HtmlPiece?[] pieces) => new(before, [.. pieces.OfType<HtmlPiece>()]);
}

/// <summary>Words in at most one tag.</summary>
/// <param name="Before">What parts it from the piece before it in its block.</param>
/// <param name="Open">What stands in front of the words, as HTML.</param>
/// <param name="Words">Clean, not escaped.</param>
internal sealed record HtmlPiece(string Before, string Open, string Words, string Close)
{
    internal string Html => Open + TelegramHtml.Text(Words) + Close;

    internal int Length => Open.Length + TelegramHtml.TextLength(Words) + Close.Length;

    internal int Entities => Close.Length > 0 ? 1 : 0;

    /// <returns>Null where there is nothing to be seen.</returns>
    internal static HtmlPiece? Of(string before, string open, string words, string close)
    {
        var clean = TelegramHtml.Clean(words).Trim();
        return TelegramHtml.IsVisible(clean) ? new HtmlPiece(before, open, clean, close) : null;
    }

    /// <returns>Itself in pieces that are each complete; marks without a letter to stand on, which nobody sees, are no piece.</returns>
    internal IEnumerable<HtmlPiece> Split(int limit) => WordBreaks.Pieces(Words, limit - Open.Length - Close.Length)
        .Where(TelegramHtml.IsVisible)
        .Select((words, index) => this with { Words = words, Before = index == 0 ? Before : "\n" });
}
