using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Finds the parents of running text without a number.</summary>
internal static partial class LooseParagraphs
{
    /// <param name="loose">Each paragraph with the numbered node before it.</param>
    internal static void Place(List<(OutlineNode Paragraph, OutlineNode? After)> loose)
    {
        foreach (var (_, after) in loose)
        {
            if (after is { Label: not null, HasChildren: false, HasNext: false })
            {
                after.HasChildren = IsHeadingLike(after);
            }
        }

        foreach (var (paragraph, after) in loose)
        {
            paragraph.Parent = Find(paragraph, after);
        }
    }

    /// <summary>
    /// Text under a heading is the heading's own. After a list it belongs to the narrowest node whose list goes on; a closing
    /// formula, and text after the last list, stand as high as parts do.
    /// </summary>
    private static OutlineNode? Find(OutlineNode paragraph, OutlineNode? after)
    {
        if (after is null || Closing().IsMatch(paragraph.LastLine.Text))
        {
            return Annex(after);
        }

        if (IsHeadingLike(after))
        {
            return after;
        }

        OutlineNode? highest = null;
        for (var node = after; node is not null; node = node.Parent)
        {
            if (node.HasNext && !node.IsLead)
            {
                return node;
            }

            highest = node.Kind is ProvisionKind.Part or ProvisionKind.Article or ProvisionKind.Annex ? node : highest;
        }

        return highest;
    }

    private static OutlineNode? Annex(OutlineNode? node)
    {
        while (node is not null && node.Kind != ProvisionKind.Annex)
        {
            node = node.Parent;
        }

        return node;
    }

    private static bool IsHeadingLike(OutlineNode node) =>
        node.Kind == ProvisionKind.Annex
        || (!node.IsLead && LineShape.LastSign(node.LastLine.Text) is var sign && sign is not ('.' or ';' or '!' or '?' or '…') && node.Kind != ProvisionKind.Item)
        || (node.Kind == ProvisionKind.Item && LineShape.EndsWithColon(node.LastLine.Text));

    [GeneratedRegex(@"^(?:Trên đây là|(?:Chỉ thị|Quyết định|Kế hoạch|Chương trình|Nghị quyết|Thông báo|Văn bản|Đề án|Quy định|Quy chế) này (?:có hiệu lực|thay thế|được))", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
