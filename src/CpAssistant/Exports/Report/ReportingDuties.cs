using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Documents;

namespace CpAssistant.Exports.Report;

/// <summary>How often a province's documents ask for reports.</summary>
/// <param name="Frequency">In the words of the provision: "định kỳ 6 tháng".</param>
/// <param name="Document">What it is called.</param>
/// <param name="Address">Of the provision, from the service's root on.</param>
internal sealed record ReportingHint(string Province, string Frequency, string Document, string Address);

/// <summary>Reads it from the facts of the documents in use.</summary>
internal static class ReportingDuties
{
    /// <returns>By province, in the order of the alphabet; none where a document gives no time.</returns>
    internal static IReadOnlyList<ReportingHint> Of(KnowledgeSnapshot knowledge) =>
    [
        .. knowledge.Facts.OfType<ReportingDuty>().Where(duty => duty.Frequency.Length > 0 && duty.Document.Metadata.Province is not null)
            .DistinctBy(duty => (duty.Document.Id, duty.Frequency))
            .Select(duty => new ReportingHint(
                duty.Document.Metadata.Province!.Value, duty.Frequency, duty.Document.Metadata.Title, SourceAddress.Of(new Citation(duty.Document, duty.Provision, duty.Span))))
            .OrderBy(hint => VietnameseText.Fold(hint.Province), StringComparer.Ordinal),
    ];
}
