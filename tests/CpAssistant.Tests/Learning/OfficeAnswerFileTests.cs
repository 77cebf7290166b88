using CpAssistant.Core.Answering;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Learning;

public class OfficeAnswerFileTests
{
    [Theory]
    [InlineData("true", "---\nkind: original\n---")]
    [InlineData("- a: [b", "=cmd|' /C calc'!A0")]
    [InlineData("# không phải chú thích", "một\n\nhai: ba\n- bốn")]
    [InlineData("\"ngoặc\" và 'nháy' \\n", "1. Điều 1\n2. Điều 2")]
    [InlineData("null", "~")]
    public void Reads_back_what_it_wrote(string question, string answer)
    {
        var file = OfficeAnswerTests.Some() with
        {
            Questions = [question, "Có được vay vốn không?"],
            Answer = answer,
            English = question,
            Province = "Bến Tre",
            Sources = [new OfficeSource(null, "plan.md", new TextSpan(3, 9), answer), new OfficeSource(question, null, default, null)],
            Remark = answer,
        };

        Assert.Equivalent(file, OfficeAnswerFile.Parse(file.Number, file.Version, file.Write()), strict: true);
    }

    [Fact]
    public void Reads_back_any_text() => Prop.ForAll<string, string>(ReadsBack).QuickCheckThrowOnFailure();

    private static void ReadsBack(string question, string answer)
    {
        var (asked, said) = (Clean(question), Clean(answer));
        var file = OfficeAnswerTests.Some() with { Questions = [asked], Answer = said };

        var read = OfficeAnswerFile.Parse(file.Number, file.Version, file.Write());

        Assert.Equal((asked, said), (read.Questions[0], read.Answer));
        Assert.Equal(said, read.ToAnswer(new Office()).Document.Text[read.ToAnswer(new Office()).Body.Start..read.ToAnswer(new Office()).Body.End]);

        // As the form hands texts on.
        static string Clean(string? text) => "a" + string.Concat((text ?? "").Where(unit => !char.IsControl(unit) && !char.IsSurrogate(unit) && unit < '\uFFF0')) + "b";
    }

    [Theory]
    [InlineData("khong co phan dau")]
    [InlineData("---\nkind: office\n---\n\nTrả lời.")]
    [InlineData("---\nkind: office\nstate: live\nquestions: [a]\nexpires: 2027-01-01\nauthor: { id: 1, name: Lan, at: \"2026-01-01T00:00:00Z\" }\n---\n\nTrả lời.")]
    [InlineData("---\nkind: office\nstate: approved\nquestions: [a]\nexpires: mai\nauthor: { id: 1, name: Lan, at: \"2026-01-01T00:00:00Z\" }\n---\n\nTrả lời.")]
    [InlineData("---\nkind: office\nstate: approved\nquestions: []\nexpires: 2027-01-01\nauthor: { id: 1, name: Lan, at: \"2026-01-01T00:00:00Z\" }\n---\n\nTrả lời.")]
    [InlineData("---\nkind: office\nstate: approved\nquestions: [a]\nexpires: 2027-01-01\nauthor: { id: 1, name: Lan, at: \"2026-01-01T00:00:00Z\" }\n---\n\n")]
    [InlineData("---\nkind: office\nstate: approved\nquestions:\n- ~\nexpires: 2027-01-01\nauthor: { id: 1, name: Lan, at: \"2026-01-01T00:00:00Z\" }\n---\n\nTrả lời.")]
    [InlineData("---\nkind: office\nstate: approved\nquestions: [a]\nsources:\n- \nexpires: 2027-01-01\nauthor: { id: 1, name: Lan, at: \"2026-01-01T00:00:00Z\" }\n---\n\nTrả lời.")]
    [InlineData("---\nkind: office\nstate: approved\nquestions: [a]\nexpires: 2027-01-01\nauthor: { id: 1, name: Lan, at: \"9999-12-31T23:59:59Z\" }\n---\n\nTrả lời.")]
    public void Says_what_is_wrong_with_a_file(string text) => Assert.NotEmpty(Assert.Throws<DataFileException>(() => OfficeAnswerFile.Parse(1, 1, text)).Message);

    [Fact]
    public void An_answer_with_a_broken_version_is_not_used_at_all()
    {
        using var folder = new TemporaryFolder();
        var file = OfficeAnswerTests.Some();
        folder.Write(file.Name, file.Write());
        folder.Write("tra-loi-0001.v2.md", "hỏng");
        folder.Write("tra-loi-0002.v1.md", (file with { Number = 2 }).Write());
        // Names that are none of ours are nobody's fault.
        folder.Write("tra-loi-١٢٣٤.v1.md", file.Write());
        folder.Write("tra-loi-0002.v-4.md", file.Write());
        var faults = new List<string>();

        var files = OfficeAnswerFolder.Read(folder.Path, faults);

        Assert.Equal([2], OfficeAnswerFolder.InUse(files).Select(used => used.Number));
        Assert.StartsWith("tra-loi-0001.v2.md", Assert.Single(faults), StringComparison.Ordinal);
    }
}
