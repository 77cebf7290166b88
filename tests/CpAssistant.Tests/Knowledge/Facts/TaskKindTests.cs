using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests.Knowledge.Facts;

public class TaskKindTests
{
    private static readonly TaskKinds Kinds = new(YamlData.Read<TasksData>(File.ReadAllText(Path.Combine(Repository.Language, "tasks.yaml"))));

    public static TheoryData<string, string> Tasks
    {
        get
        {
            var tasks = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(Repository.Corpus, "tasks.tsv")).Where(line => line[0] != '#'))
            {
                var parts = line.Split('\t');
                tasks.Add(parts[0], parts[1]);
            }

            return tasks;
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_task_is_of_the_kinds_that_its_words_tell(string task, string kinds) =>
        Assert.Equal(kinds, Ids(Kinds.Of(task)));

    [Fact]
    public void A_task_that_tells_nothing_is_of_the_kind_of_the_nearest_heading()
    {
        var fact = Assert.Single(ReadFacts.Of<Responsibility>("""
            KẾ HOẠCH
            Áp dụng sản xuất sạch hơn trên địa bàn tỉnh Phú Yên
            I. TỔ CHỨC THỰC HIỆN
            1. Kiểm tra, giám sát
            - Sở Công Thương chủ trì việc này trong toàn tỉnh.
            """));
        Assert.Equal("supervision", Ids(Kinds.Of(fact)));
    }

    [Fact]
    public void Headings_do_not_count_where_the_task_tells_its_kind()
    {
        var fact = Assert.Single(ReadFacts.Of<Responsibility>("""
            KẾ HOẠCH
            Áp dụng sản xuất sạch hơn trên địa bàn tỉnh Phú Yên
            I. TỔ CHỨC THỰC HIỆN
            1. Kiểm tra, giám sát
            - Sở Tài chính bố trí kinh phí hằng năm.
            """));
        Assert.Equal("funding", Ids(Kinds.Of(fact)));
    }

    [Fact]
    public void Most_tasks_of_the_corpus_are_of_some_kind()
    {
        var facts = TestKnowledge.Corpus.Facts.OfType<Responsibility>().ToList();
        var without = facts.Where(fact => Kinds.Of(fact).Count == 0).Select(fact => fact.Document.Quote(fact.Task)).ToList();
        Assert.True(without.Count * 20 <= facts.Count, $"{without.Count} of {facts.Count}:\n" + string.Join("\n", without));
    }

    [Fact]
    public void Kinds_have_ids_of_their_own_and_words_in_both_languages()
    {
        var kinds = TestKnowledge.Shipped.Language.Tasks.Tasks;
        Assert.Equal(kinds.Count, kinds.Select(kind => kind.Id).Distinct().Count());
        Assert.All(kinds, kind => Assert.All([kind.Vi, kind.En, .. kind.Phrases], Assert.NotEmpty));
    }

    private static string Ids(IReadOnlyList<TaskKind> kinds) => string.Join(',', kinds.Select(kind => kind.Id));
}
