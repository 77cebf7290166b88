namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Texts without any numbering, as news and short letters are: what follows the head is body.</summary>
internal static class UnnumberedText
{
    internal static void Settle(List<OutlineNode> nodes, IReadOnlyList<SourceLine> lines)
    {
        if (nodes.Any(node => node.Label is not null))
        {
            return;
        }

        var news = NewsShape.IsNews(lines);
        var first = nodes.FindIndex(node => HeadLines.IsRunningText(node.LastLine.Text) && !(news && node.Index == 0));
        foreach (var node in nodes.Skip(first < 0 ? nodes.Count : first).Where(node => node.Kind == ProvisionKind.Preamble))
        {
            node.Kind = ProvisionKind.Paragraph;
        }

        if (news && nodes.Count > 1 && nodes[^1] is { Kind: ProvisionKind.Paragraph } last && NewsShape.IsWriter(last.LastLine.Text))
        {
            last.Kind = ProvisionKind.Signature;
        }
    }
}
