using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Search;

public sealed class PassageIndexPropertyTests
{
    private static readonly string[] Words =
        ["đường", "dương", "duong", "đuong", "đương", "hòa", "hoa", "hóa", "hoà", "sản", "san", "xuất", "xuat", "bộ", "bo", "bò", "86", "long", "an", "ăn"];

    private static readonly Gen<string> Sentence = Gen.Choose(0, 8).SelectMany(length => Gen.Elements(Words).ArrayOf(length)).Select(static words => string.Join(' ', words));

    private static readonly Gen<(Passage[] Passages, string Query)> Cases =
        from texts in Sentence.Zip(Sentence).ArrayOf(12)
        from query in Sentence
        select (Array.ConvertAll(texts, text => new Passage("d", null, DocumentKind.Plan, text.Item1, text.Item2, default)), query);

    [Fact]
    public void Scores_are_those_of_a_plain_search_up_to_rounding() => Holds(static (passages, query) =>
    {
        var plain = new PlainSearch(passages);
        var index = PassageIndex.Of(passages, QuestionPhrases.None);
        var scores = index.Search(query, null, passages.Length).ToDictionary(static hit => hit.Passage, static hit => hit.Score);
        return Enumerable.Range(0, passages.Length).All(passage =>
            Math.Abs(plain.Score(query, passage) - scores.GetValueOrDefault(passage)) <= plain.Tolerance(query)
            && plain.Score(query, passage) > 0 == scores.ContainsKey(passage));
    });

    [Fact]
    public void Explanations_sum_to_the_score() => Holds(static (passages, query) =>
    {
        var index = PassageIndex.Of(passages, QuestionPhrases.None);
        return index.Search(query, null, passages.Length).All(hit =>
            index.Explain(query, hit.Passage) is var explanation
            && explanation.Score == hit.Score
            && explanation.Terms.Sum(static term => term.Points) == hit.Score
            && explanation.Terms.All(static term => term.Tf > 0));
    });

    [Fact]
    public void Hits_are_in_order_and_a_shorter_list_is_the_beginning_of_a_longer() => Holds(static (passages, query) =>
    {
        var index = PassageIndex.Of(passages, QuestionPhrases.None);
        var all = index.Search(query, null, passages.Length);
        return all.SequenceEqual(all.OrderByDescending(static hit => hit.Score).ThenBy(static hit => hit.Passage))
            && all.Take(3).SequenceEqual(index.Search(query, null, 3));
    });

    private static void Holds(Func<Passage[], string, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Cases.ToArbitrary(), sample => property(sample.Passages, sample.Query)));
}
