using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Puts what a document says of itself beside the other facts.</summary>
internal static class DocumentFactReader
{
    internal static IEnumerable<DocumentFact> Read(Document document)
    {
        var metadata = document.Metadata;
        var facts = new List<(string Name, string? Value, TextSpan? Span)>
        {
            ("number", metadata.Number?.Value, metadata.Number?.Span),
            ("date", metadata.Date?.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), metadata.Date?.Span),
            ("issuer", metadata.Issuer?.Value, metadata.Issuer?.Span),
            ("signer", metadata.Signer is { } signer ? SignerText(signer.Value) : null, metadata.Signer?.Span),
            ("subject", metadata.Subject?.Value, metadata.Subject?.Span),
            ("period", metadata.Period is { } period ? PeriodText.Of(period.Value) : null, metadata.Period?.Span),
            ("inForce", metadata.InForce?.Value, metadata.InForce?.Span),
            ("about", metadata.About?.Value, metadata.About?.Span),
        };
        facts.AddRange(metadata.LegalGrounds.Select(ground => ("legalGround", (string?)ground.Value, ground.Span)));
        facts.AddRange(metadata.Recipients.Select(recipient => ("recipient", (string?)recipient.Value, recipient.Span)));
        facts.AddRange(document.MissingAnnexes.Select(annex => ("missingAnnex", (string?)annex, SentenceOf(document, annex))));
        return facts.Where(fact => fact.Value is not null && (fact.Span is not null || document.Metadata.Source != SourceKind.Original)).Select(fact => new DocumentFact
        {
            Document = document,
            Provision = ProvisionAt(document, fact.Span),
            Span = fact.Span ?? default,
            Rule = "document-" + fact.Name,
            Name = fact.Name,
            Value = fact.Value!,
        });
    }

    /// <returns>"Nguyễn Văn A, Phó Chủ tịch (KT. Chủ tịch, TM. UBND tỉnh)".</returns>
    internal static string SignerText(Signer signer)
    {
        var capacity = string.Join(", ", new[] { signer.For, signer.OnBehalfOf is { } body ? "TM. " + body : null }.OfType<string>());
        return signer.Name + (signer.Position is { } position ? ", " + position : "") + (capacity.Length > 0 ? $" ({capacity})" : "");
    }

    /// <summary>The sentence that names an annex.</summary>
    private static TextSpan? SentenceOf(Document document, string words)
    {
        var place = document.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        var sentence = place < 0 ? default : document.Provisions.SelectMany(provision => provision.Sentences).FirstOrDefault(span => span.Start <= place && place < span.End);
        return place < 0 ? null : sentence.Length > 0 ? sentence : new TextSpan(place, place + words.Length);
    }

    private static Provision ProvisionAt(Document document, TextSpan? span) =>
        (span is { } place ? document.Provisions.LastOrDefault(provision => provision.Span.Overlaps(place)) : null) ?? document.Provisions[0];
}
