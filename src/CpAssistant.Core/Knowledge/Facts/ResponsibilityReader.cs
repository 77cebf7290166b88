using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>
/// Reads who does what: tasks under a heading that names agencies, clauses that begin with an agency, and agencies that
/// lead or are charged anywhere in a sentence. Each part of a provision has its own agency and role; what one agency does in
/// one role stays one fact.
/// </summary>
internal sealed class ResponsibilityReader(AgencyReader agencies, ResponsibilityRules rules)
{
    /// <summary>Words of an opening clause before the agency.</summary>
    private const int LongestOpening = 24;

    private readonly TaskOpening _opening = new(agencies, rules);
    private readonly Cues _lead = new(rules.Lead, exact: true);
    private readonly Cues _openings = new(rules.Openings, exact: true);
    private readonly Cues _charged = new(rules.Charged, exact: true);
    private readonly Cues _before = new(rules.BeforeAgency, exact: true);
    private readonly Cues _delegating = new(rules.Delegating, exact: true);
    private readonly Cues _charging = new(rules.Charging, exact: true);
    private readonly Cues _duty = new(rules.DutyVerbs, exact: true);
    private readonly Cues _noDuty = new(rules.NoDuty, exact: true);
    private readonly Cues _headings = new(rules.Headings, exact: true);
    private readonly Cues _requests = new(rules.Requests, exact: true);
    private readonly Cues _requestHeadings = new(rules.RequestHeadings, exact: true);

    /// <summary>Parts of a provision, one after another, that charge the same agencies in the same role.</summary>
    private sealed record Charge(IReadOnlyList<Agency> Agencies, AgencyRole Role, TextSpan Task, TextSpan Span, int Parts, string Rule)
    {
        internal Charge Through(ProvisionPart part) =>
            this with { Task = new TextSpan(Task.Start, part.Span.End), Span = new TextSpan(Span.Start, part.Span.End), Parts = Parts + 1 };
    }

    private sealed record Clause(IReadOnlyList<Agency> Agencies, IReadOnlyList<Token> Task, bool Delegated);

    internal IEnumerable<Responsibility> Read(DocumentTokens tokens) =>
        tokens.Document.Provisions.Where(IsBody).SelectMany(provision => ReadProvision(tokens, provision));

    private static bool IsBody(Provision provision) =>
        provision.Kind is not (ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients);

    private IEnumerable<Responsibility> ReadProvision(DocumentTokens tokens, Provision provision)
    {
        var parts = ProvisionPart.Of(tokens, provision);
        if (tokens.Document.Metadata.Kind == DocumentKind.Guidance || IsLeadIn(tokens.Document, provision))
        {
            return [];
        }

        if (tokens.Document.Metadata.Kind is DocumentKind.Report or DocumentKind.Letter && !UnderTaskHeading(tokens.Document, provision))
        {
            return parts.SelectMany(part => Charged(tokens.Document, part)).SelectMany(charge => Make(tokens, provision, charge, null));
        }

        var (subjects, heading) = AgenciesOfHeading(tokens, provision);
        var context = heading is null || heading.Index == provision.Index ? (TextSpan?)null : heading.Span;
        return Charges(tokens.Document, provision, parts, subjects)
            .Select(charge => charge.Parts == parts.Count ? charge with { Span = provision.Span, Task = new TextSpan(charge.Task.Start, provision.Span.End) } : charge)
            .SelectMany(charge => Make(tokens, provision, charge, charge.Rule == "agency-heading" ? context : null));
    }

    /// <summary>The agencies named by the provision's own heading or the nearest heading above that names some.</summary>
    private (IReadOnlyList<Agency> Agencies, Provision? Heading) AgenciesOfHeading(DocumentTokens tokens, Provision provision)
    {
        foreach (var node in tokens.Document.PathTo(provision).Reverse())
        {
            if (node.Heading.Length > 0 && AgenciesOnly(node.Heading) is { } named)
            {
                return (named, node);
            }

            if (node.Index != provision.Index && node.Kind is not (ProvisionKind.Item or ProvisionKind.Paragraph)
                && BeginsWithAgency(tokens.Document, node, WordsBehindLabel(tokens, node), []) is { } clause)
            {
                return (clause.Agencies, node);
            }
        }

        return ([], null);
    }

    private static IReadOnlyList<Token> WordsBehindLabel(DocumentTokens tokens, Provision node) =>
        [.. tokens.In(node.Span).Skip(Analyzer.Exact.Analyze(node.Label).Count + (node.Kind == ProvisionKind.Article ? 1 : 0))];

    /// <returns>The agencies of a heading that names nothing else.</returns>
    internal IReadOnlyList<Agency>? AgenciesOnly(string heading)
    {
        var tokens = Analyzer.Exact.Analyze(heading);
        var start = SkipBefore(tokens, 0);
        return agencies.ListAt(heading, tokens, start) is { } list && list.End >= tokens.Count - 1 - (tokens.Count / 6) ? list.Agencies : null;
    }

    /// <summary>A sentence that only announces the items below it.</summary>
    private static bool IsLeadIn(Document document, Provision provision) =>
        document.Text.AsSpan(provision.Span.Start, provision.Span.Length).TrimEnd(" \r\n*").EndsWith(":")
        && document.Provisions.Skip(provision.Index + 1).Take(1).Any(next => next.Parent == provision.Index || next.Kind is ProvisionKind.Item or ProvisionKind.Point);

    private List<Charge> Charges(Document document, Provision provision, IReadOnlyList<ProvisionPart> parts, IReadOnlyList<Agency> subjects)
    {
        var charges = new List<Charge>();
        foreach (var part in parts)
        {
            if (BeginsWithAgency(document, provision, part.Words, subjects) is { } clause)
            {
                if (clause.Delegated && subjects.Count > 0)
                {
                    Continue(document, charges, part, charges.Count > 0 ? charges[^1].Agencies : subjects);
                }

                charges.Add(new Charge(clause.Agencies, _opening.Role(document.Text, clause.Task), new TextSpan(clause.Task[0].Start, part.Span.End), part.Span, 1, "agency-first"));
            }
            else if (charges.Count > 0 || subjects.Count > 0)
            {
                Continue(document, charges, part, charges.Count > 0 ? charges[^1].Agencies : subjects);
            }
            else
            {
                charges.AddRange(Charged(document, part));
            }
        }

        return charges;
    }

    /// <summary>A part without an agency goes on with the one before, unless it says another role.</summary>
    private void Continue(Document document, List<Charge> charges, ProvisionPart part, IReadOnlyList<Agency> subjects)
    {
        if (charges.Count > 0 && ((RoleOf(document, part, charges[^1].Role) ?? charges[^1].Role) == charges[^1].Role || _opening.IsPartnersOnly(document.Text, part.Words)))
        {
            charges[^1] = charges[^1].Through(part);
        }
        else
        {
            charges.Add(new Charge(subjects, RoleOf(document, part, charges.Count > 0 ? charges[^1].Role : AgencyRole.Own) ?? _opening.Role(document.Text, part.Words), new TextSpan(part.Words[0].Start, part.Span.End), part.Span, 1, "agency-heading"));
        }
    }

    /// <summary>By its first words, "Đồng thời," passed; behind what is only supported, a new sentence that begins with what is to be done is a task of one's own.</summary>
    /// <returns>Null where it says none.</returns>
    private AgencyRole? RoleOf(Document document, ProvisionPart part, AgencyRole before)
    {
        var first = SkipBefore(part.Words, 0);
        var words = first > 0 && first < part.Words.Count ? [.. part.Words.Skip(first)] : part.Words;
        return _opening.RoleAt(part.Words) ?? _opening.RoleAt(words) ?? (before == AgencyRole.Support && part.OpensSentence && _duty.At(words, 0) is not null ? _opening.Role(document.Text, words) : null);
    }

    /// <summary>"9. Ban Quản lý Khu Kinh tế chủ trì …", "Giao Sở TN&amp;MT phối hợp …", "2. Sở Tài chính: bố trí …".</summary>
    /// <param name="headed">The agencies that a heading charges; empty where none does.</param>
    /// <returns>Null where the words begin with no agency, or the agency is not charged with anything.</returns>
    private Clause? BeginsWithAgency(Document document, Provision provision, IReadOnlyList<Token> words, IReadOnlyList<Agency> headed)
    {
        var underTasks = UnderTaskHeading(document, provision);
        var start = SkipBefore(words, 0);
        if (_openings.At(words, start) is not null && underTasks && AfterFirstComma(document.Text, words, start) is { } behind)
        {
            start = SkipBefore(words, behind);
        }

        if (start >= words.Count || agencies.ListAt(document.Text, words, start) is not { } list || list.End >= words.Count
            || (headed.Count > 0 && list.Agencies.All(agency => agency.Level == "generic")) || IsRequest(document, provision, words, start))
        {
            return null;
        }

        var free = headed.Count == 0 || headed.All(agency => agency.Level == "generic") || list.Agencies.All(agency => headed.Any(head => head.Id == agency.Id));
        var charged = _duty.At(words, list.End) is not null || IsColon(document.Text, words, list.End)
            || (underTasks && free && _noDuty.At(words, list.End) is null);
        return charged || _charging.In([.. words.Take(start)])
            ? new Clause(list.Agencies, [.. words.Skip(list.End)], IsDelegated(words, start))
            : null;
    }

    /// <summary>"Đề nghị Bộ Công Thương hỗ trợ …" under "Kiến nghị": what is asked of a body is no task of it.</summary>
    private bool IsRequest(Document document, Provision provision, IReadOnlyList<Token> words, int agency) =>
        _requests.In([.. words.Take(agency)]) && document.PathTo(provision).Any(node => _requestHeadings.In(node.Heading));

    private bool IsDelegated(IReadOnlyList<Token> words, int agency) => agency > 0 && _delegating.At(words, 0) is { } cue && cue.End == agency;

    /// <summary>A sentence of running text in which an agency is charged: "… do Sở Công Thương chủ trì".</summary>
    private IEnumerable<Charge> Charged(Document document, ProvisionPart part)
    {
        var words = part.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (agencies.ListAt(document.Text, words, i) is { } list && (_lead.At(words, list.End) ?? _charged.At(words, list.End)) is not null)
            {
                var rule = _lead.At(words, list.End) is null ? "agency-charged" : "agency-leads";
                var task = new TextSpan(words[list.End].Start, part.Span.End);
                return [new Charge(list.Agencies, _opening.Role(document.Text, [.. words.Skip(list.End)]), task, part.Span, 1, rule)];
            }
        }

        return [];
    }

    private IEnumerable<Responsibility> Make(DocumentTokens tokens, Provision provision, Charge charge, TextSpan? context)
    {
        var partners = PartnersOf(tokens, charge);
        foreach (var subject in charge.Agencies)
        {
            yield return new Responsibility
            {
                Document = tokens.Document,
                Provision = provision,
                Span = charge.Span,
                Context = context,
                Rule = charge.Rule,
                Agency = subject,
                Role = charge.Role,
                Task = charge.Task,
                Partners = partners,
            };
        }

        if (charge.Role == AgencyRole.Support)
        {
            yield break;
        }

        foreach (var partner in partners.Where(partner => partner.Level != "generic"))
        {
            yield return new Responsibility
            {
                Document = tokens.Document,
                Provision = provision,
                Span = charge.Span,
                Context = context,
                Rule = charge.Role == AgencyRole.Lead ? "partner-of-lead" : "partner",
                Agency = partner,
                Role = AgencyRole.Support,
                Task = charge.Task,
                Partners = charge.Agencies,
            };
        }
    }

    private List<Agency> PartnersOf(DocumentTokens tokens, Charge charge)
    {
        var task = tokens.In(charge.Task);
        var partners = _opening.Partners(tokens.Document.Text, task, charge.Role);
        partners = partners.Count == 0 && charge.Rule == "agency-leads" ? _opening.FollowingPartners(tokens.Document.Text, task) : partners;
        return [.. partners.Where(partner => charge.Agencies.All(subject => subject.Id != partner.Id))];
    }

    private static int? AfterFirstComma(string text, IReadOnlyList<Token> tokens, int first)
    {
        for (var i = first + 1; i < Math.Min(tokens.Count, first + LongestOpening); i++)
        {
            if (text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains(','))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsColon(string text, IReadOnlyList<Token> tokens, int i) => text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains(':');

    private int SkipBefore(IReadOnlyList<Token> tokens, int start)
    {
        while (_before.At(tokens, start) is { } match)
        {
            start = match.End;
        }

        return start;
    }

    private bool UnderTaskHeading(Document document, Provision provision) =>
        document.Metadata.Kind == DocumentKind.Directive || document.PathTo(provision).Any(node => _headings.In(node.Heading));
}
