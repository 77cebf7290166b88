using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Reads passages into numbers, then counts and lays out the postings block by block.</summary>
internal sealed class PassageIndexBuilder
{
    private const int Gap = -1;
    private const int MaxTermLength = 64;

    /// <summary>A term in the headings counts as often as this.</summary>
    private const int HeadingWeight = 2;

    private readonly List<Passage> passages = [];
    private readonly TermDictionary terms = new();
    private readonly Dictionary<string, int> wordsByForm = new(StringComparer.Ordinal);
    private readonly Dictionary<(int First, int Second), int> pairs = [];

    /// <summary>The words of all passages one after another, and the pair each begins; <see cref="Gap"/> where there is none.</summary>
    private readonly List<(int Word, int Pair)> sequence = [];

    /// <summary>Where in the sequence the headings of each passage end, and the passage itself.</summary>
    private readonly List<(int Heading, int Passage)> ends = [];

    /// <summary>How often the passage at hand has each term, headings counted more, and which terms it has.</summary>
    private int[] counts = [];
    private readonly List<int> touched = [];

    public void Add(Passage passage)
    {
        passages.Add(passage);
        var headingEnd = sequence.Count;
        if (HasWords(passage.Text))
        {
            Read(passage.Heading);
            headingEnd = sequence.Count;
            Read(passage.Text);
            Read(passage.InFull);
        }

        ends.Add((headingEnd, sequence.Count));
    }

    public IndexData Build()
    {
        var pairNumbers = terms.Close([.. pairs.Keys]);
        counts = new int[terms.Count];
        var data = new IndexData(passages, terms);
        data.Lengths = [.. Enumerable.Range(0, passages.Count).Select(passage => End(passage) - End(passage - 1))];
        data.IndexedPassages = data.Lengths.Count(static length => length > 0);
        var frequencies = new FrequencyCounter(terms);
        for (var first = 0; first < passages.Count; first += PostingBlock.MaxPassages)
        {
            data.Blocks.Add(BuildBlock(data, first, Math.Min(PostingBlock.MaxPassages, passages.Count - first), pairNumbers, frequencies));
        }

        data.Frequencies = frequencies.Terms;
        data.PairGroupFrequencies = frequencies.Groups;
        return data;
    }

    private static bool HasWords(string text)
    {
        var position = 0;
        return SyllableTokenizer.TryNext(text, ref position, out _);
    }

    private int End(int passage) => passage < 0 ? 0 : ends[passage].Passage;

    private void Read(string text)
    {
        var known = wordsByForm.GetAlternateLookup<ReadOnlySpan<char>>();
        var previous = Gap;
        var position = 0;
        while (SyllableTokenizer.TryNext(text, ref position, out var span))
        {
            var form = text.AsSpan(span.Start, Math.Min(span.Length, MaxTermLength));
            if (!known.TryGetValue(form, out var word))
            {
                wordsByForm.Add(form.ToString(), word = terms.Add(VietnameseText.Normalize(form.ToString())));
            }

            sequence.Add((word, Gap));
            if (previous != Gap)
            {
                sequence[^2] = (previous, PairOf(previous, word));
            }

            previous = word;
        }
    }

    private int PairOf(int first, int second)
    {
        if (!pairs.TryGetValue((first, second), out var pair))
        {
            pairs.Add((first, second), pair = pairs.Count);
        }

        return pair;
    }

    private PostingBlock BuildBlock(IndexData data, int first, int count, int[] pairNumbers, FrequencyCounter frequencies)
    {
        var termCounts = new int[terms.Count];
        for (var passage = first; passage < first + count; passage++)
        {
            CountTerms(passage, pairNumbers);
            frequencies.Add(passage, touched);
            foreach (var term in touched)
            {
                termCounts[term]++;
                counts[term] = 0;
            }
        }

        var block = new PostingBlock(first, count, termCounts);
        var averageLength = data.AverageLength;
        Array.Clear(termCounts);
        for (var passage = first; passage < first + count; passage++)
        {
            CountTerms(passage, pairNumbers);
            foreach (var term in touched)
            {
                block.Add(term, passage, Bm25.Impact(counts[term], data.Lengths[passage], averageLength), termCounts);
                counts[term] = 0;
            }
        }

        return block;
    }

    private void CountTerms(int passage, int[] pairNumbers)
    {
        touched.Clear();
        for (var i = End(passage - 1); i < End(passage); i++)
        {
            var (word, pair) = sequence[i];
            var weight = i < ends[passage].Heading ? HeadingWeight : 1;
            var folded = terms.TermOfFold(terms.FoldOf(word));
            Touch(word, weight);
            if (folded != word)
            {
                Touch(folded, weight);
            }

            if (pair != Gap)
            {
                Touch(pairNumbers[pair], weight);
            }
        }
    }

    private void Touch(int term, int weight)
    {
        if (counts[term] == 0)
        {
            touched.Add(term);
        }

        counts[term] += weight;
    }

    /// <summary>In how many passages each term stands, and each folded pair.</summary>
    private sealed class FrequencyCounter
    {
        private readonly int firstPair;
        private readonly int[] groupOfPairs;
        private readonly int[] lastPassages;

        public FrequencyCounter(TermDictionary terms)
        {
            firstPair = terms.FirstPair;
            groupOfPairs = terms.GroupOfPairs();
            lastPassages = new int[terms.PairGroupCount];
            Array.Fill(lastPassages, -1);
            Terms = new int[terms.Count];
            Groups = new int[terms.PairGroupCount];
        }

        public int[] Terms { get; }

        public int[] Groups { get; }

        public void Add(int passage, List<int> termsOfPassage)
        {
            foreach (var term in termsOfPassage)
            {
                Terms[term]++;
                if (term >= firstPair && lastPassages[groupOfPairs[term - firstPair]] != passage)
                {
                    lastPassages[groupOfPairs[term - firstPair]] = passage;
                    Groups[groupOfPairs[term - firstPair]]++;
                }
            }
        }
    }
}
