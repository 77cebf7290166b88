namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Tells a line that reads on from one that begins something.</summary>
internal static class Continuation
{
    private const int LongestHeading = 25;

    internal static bool Of(OutlineNode node, SourceLine line, WrapWidth wrap)
    {
        var last = node.LastLine;
        if (node.ContentStart < 0)
        {
            return true;
        }

        if (LineShape.IsCaps(line.Text) && LineShape.EndsWithColon(line.Text) && !LineShape.IsCaps(last.Text))
        {
            return false;
        }

        if ((!line.Gap || line.AfterPage) && (LineShape.HasOpenBracket(last.Text) || LineShape.EndsWithClause(last.Text)))
        {
            return true;
        }

        if (IsRestOfRange(last, line, wrap))
        {
            return true;
        }

        var first = LineShape.FirstSign(line.Text);
        if (LineShape.IsEnded(last.Text))
        {
            return last.Text[^1] is '.' or '…' && char.IsLower(first) && (last.Text.EndsWith("..", StringComparison.Ordinal) || last.Text[^1] == '…' || wrap.IsFull(last, line));
        }

        if (char.IsLower(line.Text[0]) || (char.IsLower(first) && line.Text[0] is '(' or '"' or '“' && !LineShape.BeginsWithSite(line.Text)))
        {
            return true;
        }

        return LineShape.RunsOn(last.Text)
            || (line.Gap ? ReadsOverPage(node, line) : wrap.IsFull(last, line) || HeadingsReadOn(node, line));
    }

    /// <returns>How surely a number at the beginning of a line is one of the outline.</returns>
    internal static LabelStanding Standing(OutlineNode? node, SourceLine line, Label label, WrapWidth wrap)
    {
        if (node is null || node.Kind is ProvisionKind.Signature or ProvisionKind.Recipients)
        {
            return LabelStanding.Certain;
        }

        var content = LineShape.FirstSign(line.Text.AsSpan(label.Length));
        if (node.ContentStart < 0)
        {
            return LabelStanding.Likely;
        }

        if (LineShape.IsEnded(node.LastLine.Text) || node.LastLine.Text[^1] == ',')
        {
            return LabelStanding.Certain;
        }

        if (!line.Gap && (LineShape.EndsWithClause(node.LastLine.Text) || (wrap.IsFull(node.LastLine, line) && LineShape.AwaitsNumber(node.LastLine.Text))))
        {
            return LabelStanding.Inside;
        }

        if (IsRestOfRange(node.LastLine, line, wrap))
        {
            return LabelStanding.Inside;
        }

        var small = char.IsLower(content);
        if (label.IsBullet)
        {
            var sibling = node.Label is { } other && other.IsSameWay(label);
            return small && !sibling && node.Label?.Family != LabelFamily.Bullet && LineShape.WordCount(node.LastLine.Text) > 6
                ? LabelStanding.Inside : LabelStanding.Certain;
        }

        return small || (!line.Gap && wrap.IsFull(node.LastLine, line)) ? LabelStanding.Likely : LabelStanding.Certain;
    }

    /// <summary>Text that what follows hangs under: it ends with a colon, or is a heading without a number.</summary>
    internal static bool IsLeadIn(OutlineNode node) => LineShape.EndsWithColon(node.LastLine.Text) || IsPlainHeading(node);

    internal static bool IsPlainHeading(OutlineNode node) =>
        (node.Strong || LineShape.IsCaps(node.LastLine.Text)) && LineShape.LastSign(node.LastLine.Text) is not ('.' or ';')
        && LineShape.WordCount(node.LastLine.Text) <= LongestHeading;

    private static bool IsRestOfRange(SourceLine last, SourceLine line, WrapWidth wrap) =>
        (!line.Gap || line.AfterPage)
        && (LineShape.IsRangeCut(last.Text, line.Text) || (wrap.IsFull(last, line) && LineShape.MayBeRangeCut(last.Text, line.Text)));

    /// <summary>A page break in running text: the words before it are no heading and no item that could stand without a full stop.</summary>
    private static bool ReadsOverPage(OutlineNode node, SourceLine line) =>
        line.AfterPage && !node.Strong && !line.Strong && !LineShape.IsCaps(node.LastLine.Text) && !LineShape.IsCaps(line.Text)
        && node.Kind != ProvisionKind.Preamble && LineShape.WordCount(node.LastLine.Text) > 8;

    /// <summary>A heading in capitals that takes two lines.</summary>
    private static bool HeadingsReadOn(OutlineNode node, SourceLine line) =>
        node.Kind == ProvisionKind.Part && LineShape.IsCaps(node.LastLine.Text) && LineShape.IsCaps(line.Text);
}

/// <summary>How a label stands in the text.</summary>
internal enum LabelStanding
{
    /// <summary>Inside a sentence.</summary>
    Inside,

    /// <summary>Only its sequence can tell.</summary>
    Likely,

    /// <summary>At the beginning of something.</summary>
    Certain,
}
