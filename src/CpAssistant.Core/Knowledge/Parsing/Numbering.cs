namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>
/// The open nodes of an outline, widest first, and the rule by which a number takes its place among them: it goes on with an
/// open list, or begins a new one. A number that does neither is no number of the outline.
/// </summary>
internal sealed class Numbering
{
    private readonly List<OutlineNode> _open = [];
    private readonly Dictionary<(LabelFamily, char), Label> _last = [];

    /// <summary>The node that everything hangs under (an annex); null at the top.</summary>
    internal OutlineNode? Root { get; private set; }

    /// <summary>The narrowest open node; <see cref="Root"/> where there is none.</summary>
    internal OutlineNode? Deepest => _open.Count > 0 ? _open[^1] : Root;

    internal void Restart(OutlineNode? root)
    {
        _open.Clear();
        _last.Clear();
        Root = root;
    }

    /// <summary>Chooses among the readings of a line's beginning.</summary>
    /// <param name="previous">The node before it in the text.</param>
    /// <param name="certain">Whether the line stands where an outline's line would: after an ended sentence or a gap, with words that begin one.</param>
    /// <param name="goesOn">Whether the next number of the same kind stands further on.</param>
    internal Place? Find(IReadOnlyList<Label> readings, OutlineNode? previous, bool certain, bool goesOn)
    {
        foreach (var label in readings)
        {
            if (!label.IsBullet && Continued(label, static (next, last) => next.Follows(last)) is { } place)
            {
                return place;
            }
        }

        foreach (var label in readings)
        {
            if (label.IsBullet || (label.Ordinal == 1 && (certain || label.Family == LabelFamily.Article)))
            {
                return label.IsBullet ? Bullet(label, previous) : Begun(label, previous);
            }
        }

        return certain ? readings.Select(label => Unsure(label, previous, goesOn)).FirstOrDefault(place => place is not null) : null;
    }

    internal void Open(OutlineNode node, Place place)
    {
        _open.RemoveRange(place.Depth, _open.Count - place.Depth);
        node.Parent = Deepest;
        if (place.Before is { } before)
        {
            before.HasNext = true;
        }

        if (node.Parent is { } parent)
        {
            parent.HasChildren = true;
        }

        _open.Add(node);
        if (node.Label is { IsBullet: false } label)
        {
            _last[(label.Family, label.Sign)] = label;
        }
    }

    /// <summary>Where running text stands that leads in the list that <paramref name="next"/> begins.</summary>
    /// <returns>Null where the label goes on with an open list, so that the text leads in nothing.</returns>
    internal Place? LeadIn(Label next, bool caps)
    {
        if (caps && next.Family is not (LabelFamily.Roman or LabelFamily.Chapter or LabelFamily.Division))
        {
            return new Place(next, Divisions(), null);
        }

        var place = _open.FindLastIndex(node => node.Label is { } label && label.IsSameWay(next));
        if (place < 0)
        {
            return new Place(next, _open.Count, null);
        }

        if (!next.IsBullet && next.Ordinal != 1)
        {
            return null;
        }

        while (place > 0 && _open[place - 1].IsLead)
        {
            place--;
        }

        return new Place(next, place, null);
    }

    private int Divisions() =>
        _open.FindLastIndex(node => node.Label is { Family: LabelFamily.Division or LabelFamily.Chapter or LabelFamily.Article }) + 1;

    private Place? Continued(Label label, Func<Label, Label, bool> follows)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Label is { } open && open.IsSameWay(label) && follows(label, open))
            {
                return new Place(label, i, _open[i]);
            }
        }

        return null;
    }

    private Place Bullet(Label label, OutlineNode? previous)
    {
        var leads = previous is { IsLead: true } && previous == Deepest;
        var same = leads ? -1 : _open.FindLastIndex(node => node.Label is { } open && open.IsSameWay(label));
        return same >= 0 ? new Place(label, same, _open[same]) : new Place(label, _open.Count, null);
    }

    /// <summary>A list that begins: under the node right before it, or under the narrowest node that is wider than it.</summary>
    private Place Begun(Label label, OutlineNode? previous)
    {
        var depth = _open.Count;
        if (previous is null || previous != Deepest || !LeadsTo(previous, label))
        {
            while (depth > 0 && !(_open[depth - 1].IsLead && !IsWide(label)) && !IsWider(_open[depth - 1], label))
            {
                depth--;
            }
        }

        return new Place(label, depth, null);
    }

    private static bool IsWide(Label label) => label.Family <= LabelFamily.Article;

    private static bool LeadsTo(OutlineNode node, Label label) =>
        label.Family > LabelFamily.Heading && (node.IsLead || LineShape.EndsWithColon(node.LastLine.Text)
            || (label.Family <= LabelFamily.Article ? IsWider(node, label) : node.Label is { } above && above.Family != label.Family && !LineShape.IsEnded(node.LastLine.Text)))
        || (label.Family is LabelFamily.Roman or LabelFamily.Capital && node.Label is { Family: LabelFamily.Roman or LabelFamily.Capital } other && other.Family != label.Family);

    /// <summary>Chapters before articles before points; and 2.4 before 2.4.1.</summary>
    private static bool IsWider(OutlineNode node, Label label) =>
        node.Label is { } open && (open.Family < label.Family || (label.Family == LabelFamily.Decimal && open.Written == label.Group));

    /// <summary>
    /// Numbers that were left out, said twice or lost: a little too far on in an open list, going on where a wider number began
    /// anew, or the first of a list whose beginning is lost.
    /// </summary>
    private Place? Unsure(Label label, OutlineNode? previous, bool goesOn)
    {
        if (Continued(label, static (next, last) => next.NearlyFollows(last)) is { } near)
        {
            return near;
        }

        var resumes = _last.TryGetValue((label.Family, label.Sign), out var last) && last.Group == label.Group && label.Follows(last);
        var begins = (goesOn || label.Ordinal == 2) && !_open.Exists(node => node.Label is { } open && open.IsSameWay(label));
        return resumes || begins || label.Family is LabelFamily.Article or LabelFamily.Chapter or LabelFamily.Division ? Begun(label, previous) : null;
    }
}

/// <summary>Where a label takes its place.</summary>
/// <param name="Depth">How many of the open nodes stay open.</param>
/// <param name="Before">The node that it comes after in its list; null where it begins one.</param>
internal readonly record struct Place(Label Label, int Depth, OutlineNode? Before);
