namespace CpAssistant.Tests.Knowledge.Facts;

/// <summary>Figures and responsibilities of further documents are those that were written down by hand beside them, none missing and none beyond.</summary>
public class WrittenFactTests
{
    public static TheoryData<string> Documents => ["ha-nam-ke-hoach-hanh-dong-2022.txt", "nghe-an-ke-hoach-2026.md", "thai-nguyen-chuong-trinh-2023.txt"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Facts_are_those_written_down_beside_the_document(string file)
    {
        var written = File.ReadAllLines(Path.Combine(Repository.Corpus, "facts", Path.GetFileNameWithoutExtension(file) + ".tsv"));
        var read = ReadFacts.WrittenLinesOf(Path.Combine(Repository.MoreDocuments, file));
        Assert.Equal(written.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }
}
