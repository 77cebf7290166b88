using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Lines before the numbered body.</summary>
internal static partial class HeadLines
{
    /// <summary>Whether a line with a list sign belongs to the head: an addressee, or a legal ground.</summary>
    internal static bool IsHeadItem(SourceLine line, Label label, OutlineNode? last)
    {
        if (!label.IsBullet)
        {
            return false;
        }

        var words = line.Text[label.Length..];
        return Ground().IsMatch(words)
            || (last is not null && (Addressee().IsMatch(last.LastLine.Text) || (IsBulleted(last.LastLine.Text) && last.Kind == ProvisionKind.Preamble)));
    }

    /// <summary>Whether two lines without a gap are of one block: letterhead, title, or the one and the other a sentence of its own.</summary>
    internal static bool StandTogether(SourceLine last, SourceLine line) => IsShort(last.Text) && IsShort(line.Text) && !Ground().IsMatch(line.Text) && !last.Text.EndsWith(';');

    /// <summary>Running text, as against letterhead, title and addressee.</summary>
    internal static bool IsRunningText(string text) => text.EndsWith('.') || text.EndsWith("./", StringComparison.Ordinal) || LineShape.WordCount(text) > 25;

    private static bool IsShort(string text) => text.Length <= 120 && !text.EndsWith('.');

    private static bool IsBulleted(string text) => text[0] is '-' or '–' or '+';

    [GeneratedRegex(@"^(?:Căn cứ|Xét|Thực hiện|Theo|Trên cơ sở)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ground();

    [GeneratedRegex(@"^Kính gửi", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Addressee();
}
