using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Tells the heading of a node from a sentence, and reads it.</summary>
internal static partial class HeadingReader
{
    /// <summary>Words that a lead-in or a short statement may have and still be a heading.</summary>
    private const int ShortHeading = 14;

    /// <summary>Before a small letter ("Ngân sách Trung ương: theo dự toán …") only so few words are a heading.</summary>
    private const int NameWords = 5;

    private const int LongestBeforeColon = 45;

    /// <returns>The words of the heading as they stand, on one line, without label, markup and final colon; empty for a sentence.</returns>
    internal static string Read(string text, OutlineNode node)
    {
        if (node.Kind is ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients || node.ContentStart < 0)
        {
            return "";
        }

        var content = Words.Of(text, new TextSpan(node.ContentStart, node.End));
        return node.Kind == ProvisionKind.Annex ? Attached().Replace(content, "").Trim()
            : node.End - node.ContentStart <= Words.Longest && IsHeading(content, node) ? content.TrimEnd(':', '.', ' ')
            : node.Label is null ? ""
            : BeforeColon(content);
    }

    private static bool IsHeading(string content, OutlineNode node)
    {
        if (content.Length == 0)
        {
            return false;
        }

        var words = LineShape.WordCount(content);
        var sign = LineShape.LastSign(content);
        if (content[^1] == ':')
        {
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            return words <= (node.Label is null ? ShortHeading : LongestBeforeColon) && colon == content.Length - 1 && !LeadsOn().IsMatch(content) && !Orders().IsMatch(content);
        }

        if (sign is ';' or '!' or '?' or '…' || content.Contains(": ", StringComparison.Ordinal))
        {
            return false;
        }

        var marked = node.Strong || LineShape.IsCaps(content);
        return sign == '.'
            ? words <= ShortHeading && (marked || node.HasChildren) && node.Label is not null
            : (marked && words <= LongestBeforeColon) || node.Kind == ProvisionKind.Part || (node.HasChildren && node.Label is not null && words <= LongestBeforeColon);
    }

    /// <summary>"Khó khăn: Kinh phí …": what stands before the first colon names what follows.</summary>
    private static string BeforeColon(string content)
    {
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon + 2 >= content.Length || content[colon + 1] != ' ')
        {
            return "";
        }

        var name = content[..colon];
        var words = LineShape.WordCount(name);
        var goesOnSmall = char.IsLower(LineShape.FirstSign(content.AsSpan(colon)));
        return words <= (goesOnSmall ? NameWords : LongestBeforeColon) && !name.Contains(". ", StringComparison.Ordinal) && !name.Contains(';', StringComparison.Ordinal)
            && !LeadsOn().IsMatch(content[..(colon + 1)]) && !Orders().IsMatch(name) && !Lists().IsMatch(name) ? name.Trim() : "";
    }

    [GeneratedRegex(@"(?:sau|sau đây|gồm|bao gồm|như|là|gồm có|, cụ thể|dưới đây|trong đó)\s*:$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LeadsOn();

    [GeneratedRegex(@"\b(?:các|những) (?:[Ss]ở|ngành|cơ quan|đơn vị|sở, ngành)(?: tỉnh)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Lists();

    [GeneratedRegex(@"\(\s*(?:Ban hành )?kèm theo[^)]*\)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Attached();

    [GeneratedRegex(@"^(?:Yêu cầu|Đề nghị|Giao|Chỉ đạo|Phối hợp|Chủ trì)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Orders();
}
