using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.Tests.Dialogue;

/// <summary>
/// Conversations replayed through the pure turn. In a <c>.chat</c> file a line <c>user: …</c> is said; a line
/// <c>bot [outcome]: words | words</c> is what the reply must come to and hold, <c>not: words</c> what it must not hold.
/// </summary>
public class ChatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string> Chats() => [.. Directory.GetFiles(Path.Combine(Repository.Corpus, "conversations"), "*.chat").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Chats))]
    public void Goes_as_written(string file)
    {
        var state = ConversationState.Empty;
        TurnOutcome? last = null;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Corpus, "conversations", file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (speaker, words) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
            if (speaker == "user")
            {
                last = Assistant.Reply(new Turn(words, state, Now), TestKnowledge.Corpus);
                state = last.State;
            }
            else if (speaker == "not")
            {
                Assert.DoesNotContain(words, last!.Answer.Lead);
            }
            else
            {
                Assert.Equal(Enum.Parse<Outcome>(speaker[(speaker.IndexOf('[') + 1)..speaker.IndexOf(']')]), last!.Answer.Outcome);
                Assert.All(words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), part => Assert.Contains(part, last.Reply));
            }
        }
    }
}
