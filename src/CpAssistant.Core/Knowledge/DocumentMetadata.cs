using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>What sort of document it is.</summary>
public enum DocumentKind
{
    Plan,
    Programme,
    Directive,
    Decision,
    Report,
    News,
    Strategy,
    Guidance,
    Letter,
    Other,
}

/// <summary>Whose words a text holds.</summary>
public enum SourceKind
{
    /// <summary>The document's own words.</summary>
    Original,

    /// <summary>A retelling, never shown as a quotation.</summary>
    Digest,

    /// <summary>An answer of the CP office.</summary>
    Office,
}

/// <summary>A value read from a document and the words it was read from.</summary>
/// <param name="Span">The sentence-like stretch that says it (whole line or sentence); null where only the front matter says it.</param>
public sealed record Extracted<T>(T Value, TextSpan? Span);

/// <param name="Name">Name of the person.</param>
/// <param name="Position">Office held, in plain case ("Phó Chủ tịch"); null where not given.</param>
/// <param name="OnBehalfOf">The body after TM., in plain case ("Ủy ban nhân dân tỉnh"); null where not given.</param>
/// <param name="For">Whom the signer signs for after KT./TL./TUQ./Q., with that sign ("KT. Chủ tịch"); null where the signer signs in person.</param>
public sealed record Signer(string Name, string? Position, string? OnBehalfOf, string? For);

/// <summary>Years, both included.</summary>
/// <param name="From">Null where only an end is given ("đến năm 2020").</param>
/// <param name="To">Null where only a beginning is given ("sau năm 2020").</param>
public sealed record Period(int? From, int? To);

/// <summary>What a document says of itself. What is missing is null or empty and never guessed.</summary>
public sealed record DocumentMetadata
{
    /// <summary>Kind and subject as a reader names the document: "Kế hoạch sản xuất sạch hơn trong công nghiệp …", in sentence case.</summary>
    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required SourceKind Source { get; init; }

    /// <summary>Number and sign without inner space: "86/QĐ-UBND". For a programme or plan issued by a decision: the decision's. For news: null (see <see cref="About"/>).</summary>
    public Extracted<string>? Number { get; init; }

    /// <summary>The number of the document that a news item is about.</summary>
    public Extracted<string>? About { get; init; }

    /// <summary>"UBND tỉnh Long An".</summary>
    public Extracted<string>? Issuer { get; init; }

    /// <summary>Name of the province as the document has it ("Long An"); null for a national text.</summary>
    public Extracted<string>? Province { get; init; }

    public Extracted<DateOnly>? Date { get; init; }

    /// <summary>What the document is about, as it stands under its kind or after V/v.</summary>
    public Extracted<string>? Subject { get; init; }

    /// <summary>Documents that this one rests on (căn cứ, thực hiện), each with the sentence that names it.</summary>
    public IReadOnlyList<Extracted<string>> LegalGrounds { get; init; } = [];

    public Extracted<Signer>? Signer { get; init; }

    public IReadOnlyList<Extracted<string>> Recipients { get; init; } = [];

    /// <summary>The years the document is made for.</summary>
    public Extracted<Period>? Period { get; init; }

    /// <summary>The sentence on when it comes into force, if there is one.</summary>
    public Extracted<string>? InForce { get; init; }

    /// <summary>Front matter <c>status</c>: null, "secondary" or "unverified".</summary>
    public string? Status { get; init; }
}
