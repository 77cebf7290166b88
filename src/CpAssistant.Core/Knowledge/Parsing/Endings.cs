using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Lines after the body: signature, recipients, annexes, and the title of a text that is attached.</summary>
internal static partial class Endings
{
    internal static bool IsRecipients(string line) => RecipientsTitle().IsMatch(line);

    internal static bool IsCapacity(string line) => Capacity().IsMatch(line);

    internal static bool IsPosition(string line) => Position().IsMatch(line);

    /// <summary>Words of a signature that stand right after those of a recipient; a name only after the last one, which is the file copy.</summary>
    internal static bool IsSigning(string words, string recipient) =>
        IsCapacity(words) || IsPosition(words) || Signed().IsMatch(words)
        || (LineShape.IsPersonName(words) && recipient.Contains("Lưu", StringComparison.OrdinalIgnoreCase));

    /// <summary>A capacity (TM. …), a position in capitals with a name close below, or a name alone after the recipients.</summary>
    internal static bool BeginsSignature(IReadOnlyList<SourceLine> lines, int i, Zone zone)
    {
        var text = lines[i].Text;
        if (IsCapacity(text))
        {
            return true;
        }

        if (zone is Zone.Head or Zone.Closed)
        {
            return false;
        }

        return zone == Zone.Recipients
            ? LineShape.IsPersonName(text) || IsPosition(text) || Signed().IsMatch(text)
            : zone == Zone.Body && IsPosition(text) && lines.Skip(i + 1).Take(4).Any(line => LineShape.IsPersonName(line.Text));
    }

    internal static bool IsSignatureLine(string line) =>
        line.Length <= 80 && (LineShape.IsCaps(line) || LineShape.IsPersonName(line) || Signed().IsMatch(line) || IsPosition(line));

    /// <summary>An entry of the list of recipients, or the rest of one.</summary>
    internal static bool IsRecipient(SourceLine line, OutlineNode block) =>
        line.Text.Length <= 160 && (LabelReader.Read(line.Text).Any(label => label.IsBullet)
            || (!line.Gap && !LineShape.IsCaps(line.Text) && !LineShape.IsEnded(block.LastLine.Text)));

    internal static bool IsAnnexTitle(IReadOnlyList<SourceLine> lines, int i, Zone zone)
    {
        var line = lines[i];
        return line.Text.Length <= 160 && AnnexTitle().IsMatch(line.Text) && (zone != Zone.AnnexTitle || AnnexNumber().IsMatch(line.Text))
            && (LineShape.IsCapsBeforeBracket(line.Text) || (line.Strong && zone is Zone.Closed or Zone.Signature or Zone.Recipients or Zone.AnnexTitle)
                || (AnnexNumber().IsMatch(line.Text) && zone is not Zone.Head));
    }

    /// <summary>Whether a line still belongs to the title of an annex.</summary>
    internal static bool GoesOnWithTitle(SourceLine line) =>
        (LineShape.IsCapsBeforeBracket(line.Text) && !LabelReader.Read(line.Text).Any()) || Attached().IsMatch(line.Text)
        || (line.Strong && !LabelReader.Read(line.Text).Any());

    /// <summary>The title of a programme or plan in capitals, after the signature of what issues it or right above "(Ban hành kèm theo …)".</summary>
    internal static bool IsAttachedTitle(IReadOnlyList<SourceLine> lines, int i, Zone zone) =>
        AttachedTitle().IsMatch(lines[i].Text) && LineShape.IsCaps(lines[i].Text)
        && (zone is Zone.Closed or Zone.Signature or Zone.Recipients || lines.Skip(i + 1).Take(5).Any(line => Attached().IsMatch(line.Text)));

    [GeneratedRegex(@"^(?:Nơi nhận|NƠI NHẬN)\b\s*[:.]?", RegexOptions.CultureInvariant)]
    private static partial Regex RecipientsTitle();

    [GeneratedRegex(@"^(?:TM|KT|TL|TUQ|Q|T\.M|K\.T)\s?\.\s*\p{Lu}[\p{Lu}\s,\-–]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Capacity();

    [GeneratedRegex(@"^(?:QUYỀN |PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|VIỆN TRƯỞNG|CỤC PHÓ|TỔNG CỤC TRƯỞNG)\b[\p{Lu}\s,\-–]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex(@"^[(\[]?\s*(?:đã ký|đã kí|ký tên|ký và ghi rõ họ tên)(?:[ ,]+đóng dấu)?\s*[)\]]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Signed();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|DANH MỤC|Danh mục|BIỂU|Biểu|BẢNG|Bảng|DỰ TRÙ|Dự trù|DỰ TOÁN|Dự toán|MẪU|Mẫu)\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexTitle();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|Phụ biểu|Biểu|Mẫu)(?:\s+(?:số\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-Z]))?\s*[.:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexNumber();

    [GeneratedRegex(@"^\(\s*(?:Ban hành )?[Kk]èm theo", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();

    [GeneratedRegex(@"^(?:CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|CHIẾN LƯỢC|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|HƯỚNG DẪN|DỰ ÁN)\b", RegexOptions.CultureInvariant)]
    private static partial Regex AttachedTitle();
}
