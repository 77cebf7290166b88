namespace CpAssistant.Tests.Knowledge.Facts;

/// <summary>
/// The facts of the official texts, of the digests that are shipped and of the corpus, checked against the texts: kind, section, start and end, names, roles,
/// figures, years. The files hold no sentence of the texts. CPA_WRITE_GOLDEN=1 writes them anew, to be read beside the texts, and fails.
/// </summary>
public class FactGoldenTests
{
    public static TheoryData<string> Official =>
    [
        "ben-tre-chi-thi-sxsh.txt", "binh-dinh-2456-ubnd-kt-2018.txt", "dong-thap-50-kh-ubnd-2016.txt", "long-an-86-qd-ubnd-2013.txt", "son-la-tin-bai-2017.txt",
    ];

    public static TheoryData<string> Corpus =>
    [
        "cao-bang-chi-thi.txt", "hau-giang-bao-cao-2019.txt", "ninh-thuan-quyet-dinh-2021.md", "phu-yen-ke-hoach-2017.txt", "yen-bai-tin-tuc-2018.txt",
    ];

    public static TheoryData<string> Shipped =>
    [
        "ben-tre-chi-thi-sxsh.md", "binh-dinh-bao-cao-2456.md", "dong-thap-ke-hoach-50.md", "long-an-chuong-trinh-sxsh.md", "son-la-tin-3182.md", "quoc-gia-chien-luoc-1419.md", "quoc-gia-chuong-trinh-889.md",
    ];

    [SharedTheory]
    [MemberData(nameof(Official))]
    public void Official_texts_have_the_facts_that_were_checked(string file) => AssertGolden(SharedFolder.Documents!, file);

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Corpus_has_the_facts_that_were_checked(string file) => AssertGolden(Repository.CorpusDocuments, file);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_digests_have_the_facts_that_were_checked(string file) => AssertGolden(Repository.ShippedDocuments, file);

    [Theory]
    [InlineData("ha-nam-ke-hoach-hanh-dong-2022.txt")]
    [InlineData("nghe-an-ke-hoach-2026.md")]
    [InlineData("thai-nguyen-chuong-trinh-2023.txt")]
    public void Further_documents_have_the_facts_that_were_checked(string file) => AssertGolden(Repository.MoreDocuments, file);

    private static void AssertGolden(string folder, string file)
    {
        var golden = Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Golden", "facts", (folder == Repository.ShippedDocuments ? "shipped-" : "") + Path.GetFileNameWithoutExtension(file) + ".tsv");
        var lines = ReadFacts.LinesOf(Path.Combine(folder, file)).ToList();
        if (Environment.GetEnvironmentVariable("CPA_WRITE_GOLDEN") == "1")
        {
            File.WriteAllLines(golden, lines);
            Assert.Fail($"written, to be checked: {golden}");
        }

        Assert.Equal(File.ReadAllLines(golden), lines);
    }
}
