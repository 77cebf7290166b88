using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads to whom a document goes: addressees after "Kính gửi", then the list under "Nơi nhận".</summary>
internal static partial class RecipientReader
{
    internal static List<Extracted<string>> Read(Head head)
    {
        var recipients = new List<Extracted<string>>();
        var addressed = false;
        foreach (var cell in head.Cells)
        {
            var first = Addressee().Match(cell.Text);
            addressed = first.Success || (addressed && Bullet().IsMatch(cell.Text));
            Add(recipients, cell, addressed ? cell.Text[(first.Success ? first.Length : 0)..] : "");
        }

        foreach (var node in head.Outline.Nodes.Where(node => node.Kind == ProvisionKind.Recipients))
        {
            foreach (var cell in node.Runs.Skip(1).SelectMany(run => Cell.OfEnding(new SourceLine(0, run.Start, run.Slice(head.Outline.Text), false, false, 0)).Take(1)))
            {
                Add(recipients, cell, cell.Text);
            }
        }

        return recipients;
    }

    private static void Add(List<Extracted<string>> recipients, Cell cell, string words)
    {
        var name = Bullet().Replace(words.Trim(), "").Trim(' ', ';', '.', ',', ':');
        if (name.Length > 0)
        {
            recipients.Add(new Extracted<string>(name, cell.Span));
        }
    }

    [GeneratedRegex(@"^Kính gửi\s*:?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"^[-–+*•]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
