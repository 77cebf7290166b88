using System.Globalization;
using System.Text;
using CpAssistant.Core.Answering;

namespace CpAssistant.Benchmarks.SearchPage;

/// <summary>Writes many documents made of the sentences of a few: other provinces, numbers, dates and names, words in other company.</summary>
/// <remarks>The same documents for the same sources and number, whenever and wherever they are made.</remarks>
internal sealed class GrownDocuments
{
    private const int Seed = 20_26;
    private const int Parts = 4;
    private const int ItemsOfPart = 9;
    private const int FewestWords = 8;
    private const int MostWords = 28;

    /// <summary>Of a provision's sentences how many have their second half from another.</summary>
    private const double MixedShare = 0.6;

    private static readonly string[] Kinds = ["plan", "programme", "directive", "decision", "report", "letter"];
    private static readonly string[] Signs = ["KH", "CTr", "CT", "QĐ", "BC", "UBND"];
    private static readonly string[] Initials = ["b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "s", "t", "th", "tr", "v", "x"];
    private static readonly string[] Rhymes = ["a", "ai", "am", "an", "ang", "anh", "ao", "ăm", "ăn", "ân", "em", "ên", "iên", "inh", "oa", "oan", "ong", "ôi", "ôn", "ơn", "ui", "ung", "ương", "á", "ải", "ạnh", "ắng", "ần", "ếu", "ị", "ìn", "ọc", "ộc", "ờ", "ú", "ụng", "ường", "ượng"];

    private readonly Random _random = new(Seed);
    private readonly string[] _sentences;
    private readonly string[] _headings;
    private readonly string[] _provinces;
    private readonly string[] _names;

    internal GrownDocuments(KnowledgeSnapshot sources)
    {
        _sentences = [.. sources.Documents.SelectMany(document => document.Provisions.SelectMany(provision => provision.Sentences).Select(document.Quote)).Where(text => text.Split(' ').Length >= FewestWords).Distinct()];
        _headings = [.. sources.Documents.SelectMany(document => document.Provisions.Select(provision => provision.Heading)).Where(text => text.Length > 0).Distinct()];
        _provinces = [.. sources.Gazetteer.ProvinceNames];
        // Words that no source has: the texts of a whole country have many more names than a few of them.
        _names = [.. Enumerable.Range(0, 20_000).Select(_ => $"{Name()} {Name()}")];
    }

    /// <param name="provisions">At least so many that can be found; headings come on top.</param>
    internal void Write(string folder, int provisions)
    {
        for (var (number, written) = (1, 0); written < provisions; number++, written += Parts * ItemsOfPart)
        {
            File.WriteAllText(Path.Combine(folder, $"grown-{number:000000}.md"), Document(number));
        }
    }

    private string Document(int number)
    {
        var kind = _random.Next(Kinds.Length);
        var province = Pick(_provinces);
        var year = 2008 + _random.Next(18);
        var from = 2006 + (5 * ((year - 2006) / 5));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\nkind: {Kinds[kind]}\ntitle: Văn bản {number} về sản xuất sạch hơn của {province}\nnumber: {number}/{Signs[kind]}-UBND\nissuer: UBND tỉnh {province}\n");
        text.Append(CultureInfo.InvariantCulture, $"province: {province}\ndate: {year}-{1 + _random.Next(12):00}-{1 + _random.Next(28):00}\nperiod: {from}-{from + 4}\n---\n\n");
        for (var (part, item) = (1, 0); part <= Parts; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Roman(part)}. {Pick(_headings).ToUpperInvariant()}\n\n");
            for (var i = 1; i <= ItemsOfPart; i++, item++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{i}. {Sentence()}{(item % 8 == 0 ? $" Cơ sở {Pick(_names)} thuộc xã {Pick(_names)}, {province}." : "")}{(item % 3 == 0 ? " " + Sentence() : "")}\n\n");
            }
        }

        return text.ToString();
    }

    private string Sentence()
    {
        var words = Pick(_sentences).Split(' ');
        if (_random.NextDouble() < MixedShare)
        {
            var others = Pick(_sentences).Split(' ');
            words = [.. words.Take(words.Length / 2), .. others.Skip(others.Length / 2)];
        }

        return string.Join(' ', words.Take(MostWords + _random.Next(MostWords))).TrimEnd('.', ';', ':', ',') + ".";
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];

    private string Name()
    {
        var name = Pick(Initials) + Pick(Rhymes);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Roman(int number) => number switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
