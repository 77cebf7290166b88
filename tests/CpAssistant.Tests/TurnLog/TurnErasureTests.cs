using System.Text;
using Dapper;

namespace CpAssistant.Tests.TurnLog;

public sealed class TurnErasureTests : IDisposable
{
    private readonly LoggedTurns _turns = new();

    public void Dispose() => _turns.Dispose();

    [Fact]
    public async Task An_erased_conversation_is_found_no_more()
    {
        await _turns.AddAsync("hạt điều rang muối", "c1");
        await _turns.AddAsync("hạt điều rang bơ", "c2");

        await _turns.Conversations.EraseAsync("c1");

        Assert.Equal(["hạt điều rang bơ"], _turns.FindText("hạt điều"));
        Assert.Equal(["hạt điều rang bơ"], _turns.FindText("dieu"));
    }

    [Fact]
    public async Task Words_of_erased_conversations_stand_nowhere_in_the_files()
    {
        // Enough for an index of many pages and merges, and words of which none begins as another does.
        var random = new Random(20260301);
        var words = Enumerable.Range(0, 400).Select(_ => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)random.Next('a', 'z' + 1)))).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            await _turns.AddAsync($"Xưởng {words[i]} áp dụng sản xuất sạch hơn từ đợt {i}?", $"c{i / 2}");
        }

        for (var i = 0; i < words.Count / 2; i += 3)
        {
            await _turns.Conversations.EraseAsync($"c{i}");
        }

        var files = _turns.Files.ToList();
        Assert.All(words.Index(), word =>
        {
            var isErased = word.Index / 2 % 3 == 0;
            // The index leaves out letters with which the word before it begins as well.
            Assert.Equal(!isErased, files.Any(file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word.Item[4..])) >= 0));
            Assert.Equal(isErased ? 0 : 1, _turns.FindText(word.Item).Count);
        });
        await AssertIndexIsSound();
    }

    [Fact]
    public async Task A_question_that_is_changed_is_found_by_its_new_words_only()
    {
        var id = await _turns.AddAsync("hạt điều");

        await _turns.Database.Writer.WriteAsync(connection => connection.Execute("UPDATE turn SET question = 'x', written = 'nước đá', folded = 'nuoc da' WHERE id = @id", new { id }));

        Assert.Empty(_turns.FindText("điều"));
        Assert.Single(_turns.FindText("đá"));
        await AssertIndexIsSound();
    }

    /// <summary>Compares the index with the turns; a difference is an error of SQLite.</summary>
    private Task<int> AssertIndexIsSound() =>
        _turns.Database.Writer.WriteAsync(connection => connection.Execute("INSERT INTO turn_text (turn_text, rank) VALUES ('integrity-check', 1)"));
}
