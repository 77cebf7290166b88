using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Search;

public sealed class PassageIndexPropertyTests
{
    /// <summary>Passages of which the second stage reads all; see <see cref="PassageIndex"/>.</summary>
    private const int Depth = 50;

    private static readonly string[] Words =
        ["đường", "dương", "duong", "đuong", "đương", "hòa", "hoa", "hóa", "hoà", "sản", "san", "xuất", "xuat", "bộ", "bo", "bò", "86", "long", "an", "ăn"];

    private static readonly Gen<string> Sentence = SentenceOf(8);

    private static readonly Gen<string> Text =
        Gen.Frequency((4, Sentence), (1, SentenceOf(60).Two().Select(static two => $"{two.Item1}. {two.Item2}")));

    private static readonly Gen<Passage> AnyPassage =
        from document in Gen.Choose(0, 3)
        from heading in Sentence
        from text in Text
        from inFull in Gen.Frequency((5, Gen.Constant("")), (1, Sentence))
        select new Passage($"d{document}", null, DocumentKind.Plan, heading, text, default) { InFull = inFull };

    private static readonly Gen<(Passage[] Passages, string Query)> Cases =
        from passages in AnyPassage.ArrayOf(12)
        from query in Sentence
        select (passages, query);

    [Fact]
    public void Scores_are_those_of_a_plain_search_up_to_rounding() => Holds(static (passages, query) =>
    {
        var plain = new PlainSearch(passages);
        var found = PassageIndex.Of(passages, QuestionPhrases.None).Search(query, null, passages.Length).ToDictionary(static hit => hit.Passage);
        return Enumerable.Range(0, passages.Length).All(passage => found.TryGetValue(passage, out var hit)
            ? Math.Abs(plain.Whole(query, passage) + plain.Again(query, passage) - hit.Score) <= plain.Tolerance(query) && plain.Whole(query, passage) > 0
            : plain.Whole(query, passage) <= plain.Tolerance(query));
    });

    [Fact]
    public void Only_the_best_of_the_first_stage_are_read_again_and_they_stay_before_the_rest() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10),
        Prop.ForAll(AnyPassage.ArrayOf(90).Zip(Sentence).ToArbitrary(), static sample =>
        {
            var (passages, query) = sample;
            var plain = new PlainSearch(passages);
            var hits = PassageIndex.Of(passages, QuestionPhrases.None).Search(query, null, passages.Length);
            return hits.Take(Depth).All(static hit => hit.IsReadAgain) && hits.Skip(Depth).All(static hit => !hit.IsReadAgain)
                && hits.All(hit => Math.Abs(plain.Whole(query, hit.Passage) + (hit.IsReadAgain ? plain.Again(query, hit.Passage) : 0) - hit.Score) <= plain.Tolerance(query));
        }));

    [Fact]
    public void Explanations_sum_to_the_score() => Holds(static (passages, query) =>
    {
        var index = PassageIndex.Of(passages, QuestionPhrases.None);
        return index.Search(query, null, passages.Length).All(hit =>
            index.Explain(query, hit) is var explanation
            && explanation.Score == hit.Score
            && explanation.Terms.Sum(static term => term.Points) + explanation.HeadingSharePoints == hit.Score
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

    [Fact]
    public void An_index_that_took_over_from_another_finds_what_one_made_anew_finds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(AnyPassage.ArrayOf(6).ArrayOf(4).Zip(Sentence.ArrayOf(3)).ToArbitrary(), static sample =>
        {
            var (steps, queries) = sample;
            var index = PassageIndex.Empty;
            return steps.All(passages =>
            {
                // Each step keeps some documents of the one before, at other places.
                Passage[] changed = [.. index.Passages.Skip(2), .. passages];
                index = PassageIndex.Of(changed, QuestionPhrases.None, index);
                var anew = PassageIndex.Of(changed, QuestionPhrases.None);
                return queries.All(query => index.Search(query, null, 100).SequenceEqual(anew.Search(query, null, 100)));
            });
        }));

    private static Gen<string> SentenceOf(int most) => Gen.Choose(0, most).SelectMany(static length => Gen.Elements(Words).ArrayOf(length)).Select(static words => string.Join(' ', words));

    private static void Holds(Func<Passage[], string, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Cases.ToArbitrary(), sample => property(sample.Passages, sample.Query)));
}
