using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Tests.Understanding;

public class LikenessGroupsTests
{
    private static readonly string[] Words =
        ["=nước thải", "=tập huấn", "=doanh nghiệp", "phi", "!phí", "!phi", "duong", "!đường", "!dương", "lo", "!lò", "!hơi", "hoi", "!đèn", "!xe", "!mua", "vay", "!vốn", "!quỹ", "!giấy", "!phép", "!khoan", "!giếng"];

    /// <summary>Weights as of documents: what can stand for one another weighs the same.</summary>
    private static readonly Likeness Likeness = new(term => 0.5 + (VietnameseText.Fold(term.TrimStart('!', '=')).Sum(letter => letter) % 7));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Finds_the_groups_that_comparing_each_with_each_finds(int seed)
    {
        var questions = Some(new Random(seed), 600);

        var leaders = LikenessGroups.Of(questions, Likeness);

        Assert.Equal(EachWithEach(questions), leaders);
        // The test can fail: some have joined a group, by far not all, and not only where the words are the same.
        Assert.InRange(leaders.Distinct().Count(), 50, 580);
        Assert.Contains(leaders.Index(), pair => Likeness.Of(questions[pair.Index].Gist, questions[pair.Item].Gist) is < 1 and >= LikenessGroups.LeastLikeness);
    }

    [Fact]
    public void Makes_the_same_groups_of_questions_in_another_order()
    {
        var questions = Some(new Random(6), 400);
        var shuffled = questions.ToArray();
        new Random(7).Shuffle(shuffled);

        Assert.Equal(Groups(questions), Groups(shuffled));

        static ISet<string> Groups(IReadOnlyList<(QuestionGist Gist, long Count)> asked) =>
            LikenessGroups.Of(asked, Likeness).Select((leader, i) => $"{asked[i].Gist} -> {asked[leader].Gist}").ToHashSet();
    }

    [Fact]
    public void Likeness_is_no_more_than_one_and_mutual_among_questions_of_a_form()
    {
        var questions = Some(new Random(8), 150);

        foreach (var (one, _) in questions)
        {
            foreach (var (other, _) in questions)
            {
                var likeness = Likeness.Of(one, other);
                Assert.InRange(likeness, 0, 1);
                if (one.Form == other.Form)
                {
                    Assert.Equal(likeness, Likeness.Of(other, one), 9);
                }
            }
        }
    }

    [Fact]
    public void The_most_asked_leads()
    {
        var leaders = LikenessGroups.Of([(Gist("!phí", "=nước thải", "!mua"), 1), (Gist("!phí", "=nước thải"), 5), (Gist("!phí", "=nước thải", "!xe"), 2)], new Likeness(_ => 1));

        Assert.Equal([1, 1, 1], leaders);
    }

    [Fact]
    public void Tells_how_far_it_has_come()
    {
        var told = new List<int>();

        LikenessGroups.Of(Some(new Random(9), 2500), Likeness, told.Add);

        Assert.Equal([1024, 2048], told);
    }

    private static QuestionGist Gist(params string[] terms) => new(QuestionForm.Any, [], [], [.. terms.Order(StringComparer.Ordinal)]);

    /// <returns>Different questions.</returns>
    private static List<(QuestionGist Gist, long Count)> Some(Random random, int count)
    {
        string[][] particulars = [[], [], [], ["2026-2026"], ["2025-2025"], ["14001"]];
        return [.. Enumerable.Range(0, count * 4)
            .Select(_ => new QuestionGist(
                random.Next(4) == 0 ? QuestionForm.Figure : random.Next(4) == 0 ? QuestionForm.Who : QuestionForm.Any,
                [],
                particulars[random.Next(particulars.Length)],
                [.. Enumerable.Range(0, random.Next(0, 7)).Select(_ => Words[random.Next(Words.Length)]).Distinct().Order(StringComparer.Ordinal)]))
            .DistinctBy(gist => gist.ToString()).Take(count).Select(gist => (gist, (long)random.Next(1, 9)))];
    }

    /// <summary>The same rule, written without any shortcut.</summary>
    private static int[] EachWithEach(List<(QuestionGist Gist, long Count)> questions)
    {
        var (leaderOf, leaders) = (new int[questions.Count], new List<int>());
        foreach (var i in Enumerable.Range(0, questions.Count).OrderByDescending(i => questions[i].Count).ThenBy(i => questions[i].Gist.ToString(), StringComparer.Ordinal))
        {
            var alike = leaders.Select(leader => (Leader: leader, Likeness: Likeness.Of(questions[i].Gist, questions[leader].Gist))).Where(pair => pair.Likeness >= LikenessGroups.LeastLikeness).ToList();
            leaderOf[i] = alike.Count == 0 ? i : alike.MaxBy(pair => pair.Likeness).Leader;
            if (alike.Count == 0)
            {
                leaders.Add(i);
            }
        }

        return leaderOf;
    }
}
