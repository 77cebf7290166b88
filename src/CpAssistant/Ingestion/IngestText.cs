using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Facts;

namespace CpAssistant.Ingestion;

/// <summary>Shows reports to people.</summary>
internal static class IngestText
{
    internal static IEnumerable<string> Lines(IReadOnlyList<IngestReport> reports)
    {
        foreach (var report in reports)
        {
            foreach (var line in report is AcceptedReport accepted ? Lines(accepted) : Lines((RefusedReport)report))
            {
                yield return line;
            }

            yield return "";
        }

        var refused = reports.OfType<RefusedReport>().Count();
        var flagged = reports.OfType<AcceptedReport>().Count(report => report.Warnings.Count > 0);
        yield return $"{reports.Count} tệp: {reports.Count - refused} đọc được ({flagged} có cảnh báo), {refused} bị từ chối.";
    }

    private static IEnumerable<string> Lines(RefusedReport report)
    {
        yield return $"=== {report.File}: BỊ TỪ CHỐI";
        yield return $"  {(report.Line is { } line ? $"dòng {line}: " : "")}{report.Message} [{report.Reason}]";
    }

    private static IEnumerable<string> Lines(AcceptedReport report)
    {
        yield return $"=== {report.File}";
        foreach (var (name, value) in Metadata(report))
        {
            yield return $"  {name,-14}{value}";
        }

        foreach (var line in report.LegalGrounds.Select(ground => $"  căn cứ        {ground}").Concat(report.Recipients.Select(recipient => $"  nơi nhận      {recipient}")))
        {
            yield return line;
        }

        yield return $"  -- dàn bài ({report.Outline.Count})";
        foreach (var node in report.Outline)
        {
            yield return $"  {new string(' ', node.Depth * 2)}{node.Text}  ({KindName(node.Kind)}, dòng {node.Line})";
        }

        yield return $"  -- dữ kiện ({report.Facts.Count})";
        foreach (var kind in report.Facts.Where(fact => fact is not DocumentItem).GroupBy(fact => fact.GetType()))
        {
            foreach (var fact in kind)
            {
                yield return $"  {FactName(fact),-10} {FactTable.Summary(fact)}  [{fact.Section}]";
            }
        }

        foreach (var annex in report.MissingAnnexes)
        {
            yield return $"  thiếu phụ lục: {annex}";
        }

        foreach (var warning in report.Warnings)
        {
            yield return $"  cảnh báo{(warning.Line is { } line ? $" (dòng {line})" : "")}: {warning.Message} [{warning.Code}]";
        }
    }

    private static IEnumerable<(string Name, string Value)> Metadata(AcceptedReport report)
    {
        const string Missing = "(không có)";
        yield return ("tên", report.Title);
        yield return ("loại", $"{report.Kind}, {report.Source}{(report.InUse ? "" : " (nhường cho bản gốc đã nạp)")}");
        yield return ("số, ký hiệu", report.Number ?? Missing);
        if (report.About is { } about)
        {
            yield return ("nói về", about);
        }

        yield return ("cơ quan", report.Issuer ?? Missing);
        yield return ("tỉnh", report.Province ?? Missing);
        yield return ("ngày", report.Date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? Missing);
        yield return ("người ký", report.Signer is { } signer ? string.Join(", ", new[] { signer.Name, signer.Position, signer.For, signer.OnBehalfOf is { } body ? "TM. " + body : null }.OfType<string>()) : Missing);
        yield return ("giai đoạn", report.Period is { } period ? PeriodText.Of(period) : Missing);
        yield return ("về việc", report.Subject ?? Missing);
        yield return ("hiệu lực", report.InForce ?? Missing);
    }

    private static string FactName(FactItem fact) => fact switch
    {
        ResponsibilityItem => "nhiệm vụ",
        TargetItem => "chỉ tiêu",
        ReportingItem => "báo cáo",
        FundingItem => "kinh phí",
        IndustryItem => "ngành",
        _ => "văn bản",
    };

    private static string KindName(ProvisionKind kind) => kind switch
    {
        ProvisionKind.Preamble => "đầu văn bản",
        ProvisionKind.Part => "phần",
        ProvisionKind.Article => "điều",
        ProvisionKind.Section => "mục",
        ProvisionKind.Point => "điểm",
        ProvisionKind.Item => "ý",
        ProvisionKind.Paragraph => "đoạn",
        ProvisionKind.Signature => "chữ ký",
        ProvisionKind.Recipients => "nơi nhận",
        _ => "phụ lục",
    };
}
