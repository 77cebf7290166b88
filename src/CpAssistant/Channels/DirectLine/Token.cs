namespace CpAssistant.Channels.DirectLine;

/// <summary>Who issued a token decides on what it can be renewed by.</summary>
public enum TokenKind
{
    /// <summary>Asked for by our own page, and renewed by it.</summary>
    WebChat,

    /// <summary>Exchanged for the secret by the server of another site.</summary>
    Site,
}

/// <summary>What a token says: whose it is, and which conversation it opens. One token opens one conversation.</summary>
/// <param name="User">Whom messages are from, whatever a client claims.</param>
/// <param name="Locale">Null where whoever asked for the token left it open.</param>
/// <param name="Province">The province the conversation starts with.</param>
/// <param name="Origins">Pages that may use the token; none: those of the settings.</param>
public sealed record Token(
    string Conversation, string User, string? Locale, string? Province, IReadOnlyList<string> Origins, TokenKind Kind, DateTimeOffset Expires)
{
    /// <summary>The token that the call was made with; routes that take one are reached with a valid one only.</summary>
    public static ValueTask<Token?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Token>());
}

/// <summary>What becomes of a text that should be a token.</summary>
public abstract record TokenReading
{
    public sealed record Valid(Token Token) : TokenReading;

    /// <summary>Ours, and too old.</summary>
    public sealed record Expired(Token Token) : TokenReading;

    /// <summary>Not issued here.</summary>
    public sealed record Forged : TokenReading;

    private TokenReading() { }
}
