using CpAssistant.Core.Answering;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Tests.Understanding;

public class LikenessTests
{
    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Understanding", "likeness.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('\t');
            pairs.Add(parts[0], parts[1], parts[2]);
        }

        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Tells_the_same_question_from_another(string alike, string one, string other)
    {
        var knowledge = TestKnowledge.Shipped;
        var (asked, askedOther) = (knowledge.Questions.Read(one), knowledge.Questions.Read(other));

        var likeness = knowledge.Likeness.Of(askedOther, asked);

        Assert.True(alike == "yes" == likeness >= OfficeAnswers.LeastLikeness, $"{likeness:F2}: {QuestionGist.Of(asked)} ~ {QuestionGist.Of(askedOther)}");
    }
}
