using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search.Indexing;

/// <summary>
/// Numbers for the words of passages, and for what they are without marks. Words are added only, so that numbers given once stay; the
/// numbers themselves depend on who came first and mean nothing.
/// </summary>
/// <remarks>Adding is safe from several threads; looking up is once nothing is added any more.</remarks>
internal sealed class WordTable
{
    /// <summary>Later UTF-16 units of a word are not looked at, in passages and in queries.</summary>
    public const int MaxWordLength = 64;

    private readonly Lock adding = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> foldOfWord = [];
    private readonly List<int> placeInFold = [];
    private readonly Dictionary<string, int> folds = new(StringComparer.Ordinal);
    private readonly List<List<int>> wordsOfFold = [];

    public WordTable()
    {
    }

    private WordTable(WordTable other)
    {
        words = new Dictionary<string, int>(other.words, StringComparer.Ordinal);
        texts = [.. other.texts];
        foldOfWord = [.. other.foldOfWord];
        placeInFold = [.. other.placeInFold];
        folds = new Dictionary<string, int>(other.folds, StringComparer.Ordinal);
        wordsOfFold = other.wordsOfFold.ConvertAll(static variants => new List<int>(variants));
    }

    /// <summary>How many words there are.</summary>
    public int Count => texts.Count;

    public int FoldCount => wordsOfFold.Count;

    /// <returns>The number of a normalized word, made where it is new.</returns>
    public int Add(string word)
    {
        lock (adding)
        {
            if (words.TryGetValue(word, out var number))
            {
                return number;
            }

            var folded = VietnameseText.FoldNormalized(word);
            if (!folds.TryGetValue(folded, out var fold))
            {
                folds.Add(folded, fold = wordsOfFold.Count);
                wordsOfFold.Add([]);
            }

            words.Add(word, texts.Count);
            texts.Add(word);
            foldOfWord.Add(fold);
            placeInFold.Add(wordsOfFold[fold].Count);
            wordsOfFold[fold].Add(texts.Count - 1);
            return texts.Count - 1;
        }
    }

    /// <returns>One that can be added to while this one is in use.</returns>
    public WordTable Copy() => new(this);

    /// <returns>Number of a normalized word, or null where no text has it.</returns>
    public int? Find(string word) => words.TryGetValue(word, out var number) ? number : null;

    /// <returns>Which folded form it is, or null where no text has it.</returns>
    public int? FindFold(string folded) => folds.TryGetValue(folded, out var fold) ? fold : null;

    public int FoldOf(int word) => foldOfWord[word];

    /// <returns>Which of the words of its folded form a word is.</returns>
    public int PlaceInFold(int word) => placeInFold[word];

    public IReadOnlyList<int> WordsOfFold(int fold) => wordsOfFold[fold];

    public string TextOf(int word) => texts[word];
}
