using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>
/// Reads who does what: tasks under a heading that names agencies, clauses that begin with an agency, and agencies that
/// lead or are charged anywhere in a sentence.
/// </summary>
internal sealed class ResponsibilityReader(AgencyReader agencies, ResponsibilityRules rules)
{
    /// <summary>Words of an opening clause before what is to be done.</summary>
    private const int LongestOpening = 24;

    private readonly Cues _lead = new(rules.Lead, exact: true);
    private readonly Cues _support = new(rules.Support, exact: true);
    private readonly Cues _fillers = new(rules.Fillers, exact: true);
    private readonly Cues _openings = new(rules.Openings, exact: true);
    private readonly Cues _charged = new(rules.Charged, exact: true);
    private readonly Cues _before = new(rules.BeforeAgency, exact: true);
    private readonly Cues _duty = new(rules.DutyVerbs, exact: true);
    private readonly Cues _noDuty = new(rules.NoDuty, exact: true);
    private readonly Cues _headings = new(rules.Headings, exact: true);

    internal IEnumerable<Responsibility> Read(DocumentTokens tokens) =>
        tokens.Document.Provisions.Where(IsBody).SelectMany(provision => ReadProvision(tokens, provision));

    private static bool IsBody(Provision provision) =>
        provision.Kind is not (ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients);

    private IEnumerable<Responsibility> ReadProvision(DocumentTokens tokens, Provision provision)
    {
        if (tokens.Document.Metadata.Kind is DocumentKind.Report or DocumentKind.Letter && !UnderTaskHeading(tokens.Document, provision))
        {
            return ReadCharged(tokens, provision);
        }

        var headed = AgenciesOfHeading(tokens, provision);
        if (headed.Agencies.Count > 0)
        {
            return ReadUnderHeading(tokens, provision, headed.Agencies, headed.Heading!);
        }

        return BeginsWithAgency(tokens, provision) is { } clause ? ReadClause(tokens, provision, clause) : ReadCharged(tokens, provision);
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

            if (node.Index != provision.Index && node.Kind is not (ProvisionKind.Item or ProvisionKind.Paragraph) && BeginsWithAgency(tokens, node) is { } clause)
            {
                return (clause.Agencies, node);
            }
        }

        return ([], null);
    }

    /// <returns>The agencies of a heading that names nothing else.</returns>
    internal IReadOnlyList<Agency>? AgenciesOnly(string heading)
    {
        var tokens = Analyzer.Exact.Analyze(heading);
        var start = SkipBefore(tokens, 0);
        return agencies.ListAt(heading, tokens, start) is { } list && list.End >= tokens.Count - 1 - (tokens.Count / 6) ? list.Agencies : null;
    }

    private IEnumerable<Responsibility> ReadUnderHeading(DocumentTokens tokens, Provision provision, IReadOnlyList<Agency> subjects, Provision heading)
    {
        var task = TaskSpan(tokens, provision);
        return task is { } span && !IsLeadIn(tokens.Document, provision)
            ? Make(tokens, provision, subjects, span, "agency-heading", heading.Index == provision.Index ? null : heading.Span)
            : [];
    }

    /// <summary>What a provision says beyond its label and heading; null where it is a heading only.</summary>
    private static TextSpan? TaskSpan(DocumentTokens tokens, Provision provision)
    {
        var words = tokens.In(provision.Span);
        var skip = Analyzer.Exact.Analyze(provision.Heading).Count + Analyzer.Exact.Analyze(provision.Label).Count;
        return words.Count - skip >= 3 ? new TextSpan(words[skip].Start, provision.Span.End) : null;
    }

    /// <summary>A sentence that only announces the items below it.</summary>
    private static bool IsLeadIn(Document document, Provision provision) =>
        document.Text.AsSpan(provision.Span.Start, provision.Span.Length).TrimEnd(" \r\n*").EndsWith(":")
        && document.Provisions.Skip(provision.Index + 1).Take(1).Any(next => next.Parent == provision.Index || next.Kind is ProvisionKind.Item or ProvisionKind.Point);

    private sealed record Clause(IReadOnlyList<Agency> Agencies, TextSpan Task);

    /// <summary>"9. Ban Quản lý Khu Kinh tế chủ trì …", "Giao Sở TN&amp;MT phối hợp …".</summary>
    private Clause? BeginsWithAgency(DocumentTokens tokens, Provision provision)
    {
        var words = tokens.In(provision.Span);
        var start = SkipBefore(words, Analyzer.Exact.Analyze(provision.Label).Count + (provision.Kind == ProvisionKind.Article ? 1 : 0));
        if (_openings.At(words, start) is not null && UnderTaskHeading(tokens.Document, provision) && AfterFirstComma(tokens.Document.Text, words, start) is { } behind)
        {
            start = SkipBefore(words, behind);
        }

        if (start >= words.Count || agencies.ListAt(tokens.Document.Text, words, start) is not { } list || list.End >= words.Count)
        {
            return null;
        }

        var verb = list.End;
        var charged = _duty.At(words, verb) is not null || (UnderTaskHeading(tokens.Document, provision) && _noDuty.At(words, verb) is null);
        return charged ? new Clause(list.Agencies, new TextSpan(words[verb].Start, provision.Span.End)) : null;
    }

    private IEnumerable<Responsibility> ReadClause(DocumentTokens tokens, Provision provision, Clause clause) =>
        IsLeadIn(tokens.Document, provision) ? [] : Make(tokens, provision, clause.Agencies, clause.Task, "agency-first", null);

    /// <summary>A later sentence of running text in which an agency is charged: "… do Sở Công Thương chủ trì".</summary>
    private IEnumerable<Responsibility> ReadCharged(DocumentTokens tokens, Provision provision)
    {
        foreach (var sentence in provision.Sentences)
        {
            var words = tokens.In(sentence);
            for (var i = 0; i < words.Count; i++)
            {
                if (agencies.ListAt(tokens.Document.Text, words, i) is { } list && (_lead.At(words, list.End) ?? _charged.At(words, list.End)) is not null)
                {
                    var rule = _lead.At(words, list.End) is null ? "agency-charged" : "agency-leads";
                    foreach (var fact in Make(tokens, provision, list.Agencies, new TextSpan(words[list.End].Start, sentence.End), rule, null))
                    {
                        yield return fact with { Span = sentence };
                    }

                    break;
                }
            }
        }
    }

    private IEnumerable<Responsibility> Make(
        DocumentTokens tokens, Provision provision, IReadOnlyList<Agency> subjects, TextSpan task, string rule, TextSpan? context)
    {
        var words = tokens.In(task);
        var role = Role(tokens.Document.Text, words);
        var partners = Partners(tokens.Document.Text, words, role).Where(partner => subjects.All(subject => subject.Id != partner.Id)).ToList();
        foreach (var subject in subjects)
        {
            yield return new Responsibility
            {
                Document = tokens.Document,
                Provision = provision,
                Span = provision.Span,
                Context = context,
                Rule = rule,
                Agency = subject,
                Role = role,
                Task = task,
                Partners = partners,
            };
        }

        if (role != AgencyRole.Lead)
        {
            yield break;
        }

        foreach (var partner in partners.Where(partner => partner.Level != "generic"))
        {
            yield return new Responsibility
            {
                Document = tokens.Document,
                Provision = provision,
                Span = provision.Span,
                Context = context,
                Rule = "partner-of-lead",
                Agency = partner,
                Role = AgencyRole.Support,
                Task = task,
                Partners = subjects,
            };
        }
    }

    /// <summary>What the task begins with, once an opening clause ("Căn cứ chức năng …,") and fillers ("có trách nhiệm") are passed.</summary>
    private AgencyRole Role(string text, IReadOnlyList<Token> task)
    {
        if (_lead.In([.. task.Take(12)]))
        {
            return AgencyRole.Lead;
        }

        var first = SkipFillers(task, 0);
        if (_support.At(task, first) is null && _openings.At(task, first) is not null && AfterComma(text, task, first) is { } next)
        {
            first = SkipFillers(task, next);
        }

        return _support.At(task, first) is not null ? AgencyRole.Support : AgencyRole.Own;
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

    private int SkipFillers(IReadOnlyList<Token> tokens, int first)
    {
        while (_fillers.At(tokens, first) is { } filler)
        {
            first = filler.End;
        }

        return first;
    }

    /// <returns>The token behind the last comma of the first dozens of words, or null.</returns>
    private static int? AfterComma(string text, IReadOnlyList<Token> tokens, int first)
    {
        int? found = null;
        for (var i = first + 1; i < Math.Min(tokens.Count, first + LongestOpening); i++)
        {
            found = text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains(',') ? i : found;
        }

        return found;
    }

    /// <summary>The agencies a task is done with, named at its beginning; of a leading agency also at its end.</summary>
    private IReadOnlyList<Agency> Partners(string text, IReadOnlyList<Token> task, AgencyRole role) =>
        _support.First(task) is { } support && (support.First <= 12 || role == AgencyRole.Lead) && agencies.ListAt(text, task, support.End) is { } list ? list.Agencies : [];

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
