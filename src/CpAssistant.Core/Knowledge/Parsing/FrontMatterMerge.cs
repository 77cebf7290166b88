namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Lets front matter override what the text says.</summary>
internal static class FrontMatterMerge
{
    internal static DocumentMetadata Override(DocumentMetadata read, FrontMatter given) => read with
    {
        Title = given.Title ?? read.Title,
        Kind = Kind(given.Kind is "digest" or "office" ? given.Of : given.Kind) ?? read.Kind,
        Source = given.Kind switch { "digest" => SourceKind.Digest, "office" => SourceKind.Office, _ => read.Source },
        Number = Said(given.Number) ?? read.Number,
        Province = Said(given.Province) ?? read.Province,
        Issuer = Said(given.Issuer) ?? read.Issuer,
        Date = given.Date is { } date ? new Extracted<DateOnly>(date, null) : read.Date,
        Signer = given.Signer is { } signer ? new Extracted<Signer>(new Signer(signer, given.Position, null, null), null) : read.Signer,
        Period = given.Period is { } period ? new Extracted<Period>(period, null) : read.Period,
        Status = given.Status ?? read.Status,
        LegalGrounds = [.. read.LegalGrounds.Where(ground => !IsOwn(ground.Value, given.Number))],
    };

    /// <summary>A digest names the document it tells of: "Kế hoạch 50/KH-UBND".</summary>
    private static bool IsOwn(string ground, string? number) => number is not null && (ground == number || ground.EndsWith($" {number}", StringComparison.Ordinal));

    private static Extracted<string>? Said(string? value) => value is null ? null : new Extracted<string>(value, null);

    private static DocumentKind? Kind(string? word) => Enum.TryParse<DocumentKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
