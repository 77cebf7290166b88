namespace CpAssistant.Core.Answering;

/// <summary>What an enterprise may get: the sentences that begin with support for it, before those that merely speak of it.</summary>
internal static class EnterpriseSupportAnswerer
{
    private const string Support = "hỗ trợ";
    private const int Opening = 5;
    private const double Begins = 0.5;

    internal static Answer? Answer(AnswerContext context) => ByProvince.Answer(context, group => PartOf(context, group)) ?? PassageAnswerer.Answer(context);

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var support = context.Knowledge.Concepts.NameOf(Support);
        var specific = context.Knowledge.Statements.SpecificOf([.. context.Question.Topic.Where(term => term.Concept != support && !term.IsAgency)]);
        var ranked = context.Statements(group.Documents)
            .Select(statement => (Statement: statement, Place: PlaceOfSupport(context, statement)))
            .Where(row => row.Place >= 0 && PassageAnswerer.Holds(context, row.Statement))
            .Select(row => (row.Statement, Score: (row.Place <= Opening ? Begins : 0) + (specific.Count == 0 ? 0.5 : context.Knowledge.Statements.Score(specific, row.Statement, context.Question.IsEnglish).Coverage)))
            .Where(row => row.Score >= 0.9 || (row.Score >= 0.5 && specific.Count == 0))
            .OrderByDescending(row => row.Score).ToList();
        var shown = new List<Statement>();
        foreach (var (statement, score) in ranked.TakeWhile(row => row.Score >= 0.85 * ranked[0].Score))
        {
            if (shown.Count < (context.Scope.Groups.Count == 1 ? 3 : 1) && !shown.Exists(other => other.Document.Id == statement.Document.Id && other.Span.Overlaps(statement.Span)))
            {
                shown.Add(statement);
            }
        }

        return shown.Count == 0 ? null : new Part(
            string.Join("; ", shown.Select(statement => context.TaskGist(statement.Document, statement.Span, context.Words(shown.Count == 1 ? 50 : 24)))) + ".",
            [.. shown.Select(statement => statement.Cite())],
            Math.Min(1, ranked[0].Score));
    }

    /// <returns>Index of the word "hỗ trợ" in a statement that also speaks of enterprises; -1 where it has none.</returns>
    private static int PlaceOfSupport(AnswerContext context, Statement statement)
    {
        var words = context.Knowledge.TokensOf(statement.Document).In(statement.Span);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Term == "hỗ" && words[i + 1].Term == "trợ")
            {
                return context.Knowledge.Gazetteer.AgenciesIn(words).Any(match => match.Value.Level == "enterprise") ? i : -1;
            }
        }

        return -1;
    }
}
