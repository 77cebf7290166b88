namespace CpAssistant.Exports.Report;

/// <summary>What an administrative document has beside its content.</summary>
/// <param name="Superior">Body above the issuer; empty for none.</param>
/// <param name="Number">What follows "Số:"; the number itself is left open ("……/BC-VPSXSH").</param>
/// <param name="Place">Where it is issued.</param>
/// <param name="Day">Its month and year; the day is left open, since it is that of the signature.</param>
/// <param name="Kind">"Báo cáo".</param>
/// <param name="Subject">What it is about (trích yếu nội dung).</param>
/// <param name="Recipients">Without dashes; the last line, on filing, stands in <paramref name="Filing"/>.</param>
/// <param name="Filing">"VT, ……".</param>
/// <param name="Signatory">Position of who signs.</param>
public sealed record AdministrativeHead(
    string Superior, string Issuer, string Number, string Place, DateOnly Day, string Kind, string Subject, IReadOnlyList<string> Recipients, string Filing, string Signatory);
