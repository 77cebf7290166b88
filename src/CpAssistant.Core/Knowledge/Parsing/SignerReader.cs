using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads the signature block: on whose behalf, for whom, in what office, and the name.</summary>
internal static partial class SignerReader
{
    /// <summary>Far more than a block of recipients and a signature take.</summary>
    private const int MostCells = 200;

    internal static Extracted<Signer>? Read(Head head)
    {
        var nodes = head.Outline.Nodes
            .SkipWhile(node => node.Kind is not (ProvisionKind.Signature or ProvisionKind.Recipients))
            .TakeWhile(node => node.Kind is ProvisionKind.Signature or ProvisionKind.Recipients).ToList();
        if (nodes.Count == 0)
        {
            return null;
        }

        var cells = head.Outline.Lines.Where(line => line.Start >= nodes[0].Start && line.End <= nodes[^1].End).SelectMany(Cell.OfEnding).Take(MostCells).ToList();
        return Read(head, cells);
    }

    private static Extracted<Signer>? Read(Head head, List<Cell> cells)
    {
        Cell? first = null;
        string? behalf = null, forWhom = null, position = null;
        foreach (var cell in cells)
        {
            var text = cell.Text;
            if (!LineShape.IsCaps(text) && LineShape.IsPersonName(text))
            {
                return new Extracted<Signer>(new Signer(text.TrimEnd('.'), position, behalf, forWhom), (first ?? cell).Span.Union(cell.Span));
            }

            if (Capacity().Match(text) is { Success: true } sign)
            {
                first ??= cell;
                var (whom, own) = Split(sign.Groups["whom"].Value);
                var letters = sign.Groups["sign"].Value.Replace(".", "", StringComparison.Ordinal);
                if (letters == "TM")
                {
                    behalf = Office(head, whom);
                }
                else
                {
                    forWhom = $"{letters}. {Office(head, whom)}";
                    position = letters == "Q" ? $"Quyền {Office(head, whom)}" : position;
                }

                position = own.Length > 0 ? Office(head, own) : position;
            }
            else if (first is not null && behalf is not null && forWhom is null && position is null && LineShape.IsCaps(text) && !Endings.IsPosition(text))
            {
                behalf = Office(head, $"{behalf} {text}");
            }
            else if (Endings.IsPosition(text))
            {
                first ??= cell;
                position = Office(head, text);
            }
            else if (position is not null && LineShape.IsCaps(text) && LineShape.WordCount(text) is >= 2 and <= 5)
            {
                return new Extracted<Signer>(new Signer(string.Join(' ', text.ToLowerInvariant().Split(' ').Select(SentenceCase.Upper)), position, behalf, forWhom),
                    first!.Span.Union(cell.Span));
            }
        }

        return null;
    }

    /// <summary>"CHỦ TỊCH PHÓ CHỦ TỊCH" on one line: whom, and the signer's own office.</summary>
    private static (string Whom, string Own) Split(string words)
    {
        var own = words.IndexOf(" PHÓ ", StringComparison.Ordinal);
        return own > 0 ? (words[..own].Trim(), words[(own + 1)..].Trim()) : (words.Trim(), "");
    }

    /// <summary>"PHÓ CHỦ TỊCH" → "Phó Chủ tịch"; "ỦY BAN NHÂN DÂN TỈNH" → "Ủy ban nhân dân tỉnh".</summary>
    private static string Office(Head head, string words)
    {
        var plain = head.Case.Of(words.Trim());
        return Rank().Replace(plain, match => SentenceCase.Upper(match.Value));
    }

    [GeneratedRegex(@"^(?<sign>TM|KT|TL|TUQ|Q|T\.M|K\.T)\s?\.\s*(?<whom>\p{Lu}.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Capacity();

    [GeneratedRegex(@"(?<=^(?:Phó|Quyền) )(?:chủ tịch|tổng giám đốc|giám đốc|chánh văn phòng|trưởng ban|thủ tướng|cục trưởng|trưởng phòng|viện trưởng)|(?<=Chánh )văn phòng|(?<=đốc )sở|(?<=Chánh )Văn phòng", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();
}
