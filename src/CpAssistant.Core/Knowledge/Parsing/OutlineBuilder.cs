namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads lines into the nodes of an outline: head, numbered body, signature, recipients, annexes, attached text.</summary>
internal sealed class OutlineBuilder(WrapWidth wrap, Successors successors)
{
    private readonly List<OutlineNode> _nodes = [];
    private readonly List<(OutlineNode Paragraph, OutlineNode? After)> _loose = [];
    private readonly Numbering _numbering = new();
    private Zone _zone = Zone.Head;
    private OutlineNode? _lastNumbered;

    private OutlineNode? Last => _nodes.Count > 0 ? _nodes[^1] : null;

    internal static List<OutlineNode> Build(IReadOnlyList<SourceLine> lines)
    {
        var builder = new OutlineBuilder(WrapWidth.Of(lines), Successors.Of(lines));
        for (var i = 0; i < lines.Count; i++)
        {
            builder.Read(lines, i);
        }

        LooseParagraphs.Place(builder._loose);
        UnnumberedText.Settle(builder._nodes, lines);
        return builder._nodes;
    }

    private void Read(IReadOnlyList<SourceLine> lines, int i)
    {
        var line = lines[i];
        if (line.Cell is { } cell && _zone is Zone.Body or Zone.AnnexTitle)
        {
            AddCell(line, cell);
            return;
        }

        if (TryReadEnding(lines, i) || TryReadTitle(lines, i))
        {
            return;
        }

        if (_zone is Zone.Recipients or Zone.Signature && Joins(lines, i))
        {
            Last!.Add(line);
        }
        else if (_zone != Zone.Recipients && FindPlace(line, i) is { } place)
        {
            Number(line, place);
        }
        else if (Last is { } last && last.Kind is not (ProvisionKind.Signature or ProvisionKind.Recipients) && Continuation.Of(last, line, wrap))
        {
            last.Extend(line);
        }
        else if (_zone == Zone.Head)
        {
            AddToHead(line);
        }
        else
        {
            AddParagraph(line);
        }
    }

    private Place? FindPlace(SourceLine line, int i)
    {
        var readings = LabelReader.Read(line.Text).ToList();
        if (readings.Count == 0 || (_zone == Zone.Head && HeadLines.IsHeadItem(line, readings[0], Last)))
        {
            return null;
        }

        var standing = Continuation.Standing(Last, line, readings[0], wrap);
        if (standing == LabelStanding.Inside)
        {
            return null;
        }

        Promote(readings);
        return _numbering.Find(readings, Last, standing == LabelStanding.Certain, successors.Has(i));
    }

    /// <summary>Makes running text before a list its lead-in, so that the list hangs under it.</summary>
    private void Promote(List<Label> readings)
    {
        if (_zone == Zone.Head || Last is not { Kind: ProvisionKind.Paragraph, Label: null, IsLead: false } last || !Continuation.IsLeadIn(last))
        {
            return;
        }

        if (readings.FirstOrDefault(label => label.IsBullet || label.Ordinal == 1) is { Length: > 0 } label
            && _numbering.LeadIn(label, LineShape.IsCaps(last.LastLine.Text)) is { } place)
        {
            last.IsLead = true;
            _loose.RemoveAt(_loose.Count - 1);
            _numbering.Open(last, place);
            _lastNumbered = last;
        }
    }

    private void Number(SourceLine line, Place place)
    {
        if (_zone is Zone.Head or Zone.Closed or Zone.Signature or Zone.Recipients)
        {
            _zone = Zone.Body;
        }

        var node = Append(KindOf(place.Label), place.Label, line);
        node.ContentStart = line.Text.Length > place.Label.Length ? line.Start + place.Label.Length : -1;
        _numbering.Open(node, place);
        _lastNumbered = node;
    }

    private static ProvisionKind KindOf(Label label) => label.Family switch
    {
        LabelFamily.Division or LabelFamily.Chapter or LabelFamily.Roman or LabelFamily.Capital => ProvisionKind.Part,
        LabelFamily.Article => ProvisionKind.Article,
        LabelFamily.Heading or LabelFamily.Digit or LabelFamily.Decimal => ProvisionKind.Section,
        LabelFamily.Letter or LabelFamily.SmallRoman => ProvisionKind.Point,
        _ => ProvisionKind.Item,
    };

    private bool TryReadEnding(IReadOnlyList<SourceLine> lines, int i)
    {
        var line = lines[i];
        if (Endings.IsRecipients(line.Text))
        {
            Append(ProvisionKind.Recipients, null, line);
            _zone = Zone.Recipients;
            return true;
        }

        if (Endings.BeginsSignature(lines, i, _zone))
        {
            if (_zone == Zone.Signature && Last is { Kind: ProvisionKind.Signature } open)
            {
                open.Add(line);
            }
            else
            {
                Append(ProvisionKind.Signature, null, line);
            }

            _zone = LineShape.IsPersonName(line.Text) ? Zone.Closed : Zone.Signature;
            return true;
        }

        return false;
    }

    private bool TryReadTitle(IReadOnlyList<SourceLine> lines, int i)
    {
        var line = lines[i];
        if (_zone != Zone.Head && Endings.IsAnnexTitle(lines, i, _zone))
        {
            _zone = Zone.AnnexTitle;
            _numbering.Restart(Append(ProvisionKind.Annex, null, line));
            _lastNumbered = _numbering.Root;
            return true;
        }

        if (_zone == Zone.AnnexTitle)
        {
            if (Endings.GoesOnWithTitle(line))
            {
                Last!.Add(line);
                return true;
            }

            _zone = Zone.Body;
        }

        if (_zone != Zone.Head && Endings.IsAttachedTitle(lines, i, _zone))
        {
            _zone = Zone.Head;
            _numbering.Restart(null);
            _lastNumbered = null;
            Append(ProvisionKind.Preamble, null, line);
            return true;
        }

        return false;
    }

    /// <summary>Whether a line belongs to the block of recipients or to the signature that is being read.</summary>
    private bool Joins(IReadOnlyList<SourceLine> lines, int i)
    {
        if (_zone == Zone.Recipients)
        {
            return Endings.IsRecipient(lines[i], Last!);
        }

        if (!Endings.IsSignatureLine(lines[i].Text))
        {
            _zone = Zone.Closed;
            return false;
        }

        _zone = LineShape.IsPersonName(lines[i].Text) ? Zone.Closed : Zone.Signature;
        return true;
    }

    private void AddToHead(SourceLine line)
    {
        if (Last is { Kind: ProvisionKind.Preamble } last && !line.Gap && HeadLines.StandTogether(last.LastLine, line))
        {
            last.Add(line);
        }
        else
        {
            Append(ProvisionKind.Preamble, null, line);
        }
    }

    private void AddParagraph(SourceLine line)
    {
        if (_zone is Zone.Recipients or Zone.Signature)
        {
            _zone = Zone.Closed;
        }

        _loose.Add((Append(ProvisionKind.Paragraph, null, line), _lastNumbered));
    }

    private void AddCell(SourceLine line, int cell)
    {
        _zone = Zone.Body;
        if (cell == 0)
        {
            AddParagraph(line);
        }
        else
        {
            Last!.Extend(line);
        }
    }

    private OutlineNode Append(ProvisionKind kind, Label? label, SourceLine line)
    {
        var node = new OutlineNode(_nodes.Count, kind, label) { Strong = line.Strong, ContentStart = line.Start };
        node.Add(line);
        _nodes.Add(node);
        return node;
    }
}

/// <summary>Where in a document the reading stands.</summary>
internal enum Zone
{
    Head,
    Body,
    Recipients,
    Signature,

    /// <summary>After the signature.</summary>
    Closed,
    AnnexTitle,
}
