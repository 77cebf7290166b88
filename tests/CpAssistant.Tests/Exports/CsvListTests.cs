using System.Text;
using CpAssistant.Exports;
using CsvHelper;

namespace CpAssistant.Tests.Exports;

public sealed class CsvListTests
{
    [Fact]
    public async Task What_is_read_back_is_what_was_written()
    {
        string[] texts = ["Đường về “nhà”", "a,b", "\"quoted\"", "two\r\nlines", "😀", "_x003D_"];

        var rows = Read(await Write(SampleList.Of(texts)));

        Assert.Equal(["Số", "Chữ", "Chữ dài", "Lượt", "Tỷ lệ", "Ngày", "Lúc"], rows[0]);
        Assert.Equal(texts, rows.Skip(1).Select(row => row[1]));
        Assert.Equal(texts, rows.Skip(1).Select(row => row[2]));
        Assert.Equal(["12348", "a,b", "a,b", "-1234.5", "0.875", "2026-06-30", "2026-06-30 06:30:00"], rows[2]);
    }

    [Fact]
    public async Task The_file_begins_with_a_byte_order_mark_and_its_lines_end_with_both_signs()
    {
        var bytes = await Write(SampleList.Of(["a"]));

        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        Assert.Equal("Số,Chữ,Chữ dài,Lượt,Tỷ lệ,Ngày,Lúc\r\n12346,a,a,-1234.5,0.875,2026-06-30,2026-06-30 06:30:00\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task No_cell_begins_a_formula_and_numbers_stay_numbers()
    {
        var rows = Read(await Write(SampleList.Of(HostileTexts.All)));

        Assert.Equal(HostileTexts.All.Count() + 1, rows.Count);
        Assert.All(rows.Skip(1).Take(HostileTexts.Formulas.Length), row => Assert.StartsWith("'", row[1], StringComparison.Ordinal));
        Assert.Equal(HostileTexts.All.Select(FormulaGuard.Neutral).Last(), rows[^1][1]);
        Assert.All(rows.Skip(1), row => Assert.Contains(row[3], new[] { "-1234.5", "" }));
    }

    [Fact]
    public async Task Rows_are_read_as_they_are_written()
    {
        var (read, widest) = (0, 0L);
        using var stream = new MemoryStream();
        await CsvList.WriteAsync(SampleList.Of(Texts()), stream, CancellationToken.None);

        Assert.InRange(widest, 1, 200_000);
        Assert.Equal(100_001, Read(stream.ToArray()).Count);

        IEnumerable<string> Texts()
        {
            for (; read < 100_000; read++)
            {
                // What was read and has not left yet.
                widest = Math.Max(widest, (read * 60L) - stream.Length);
                yield return "câu hỏi";
            }
        }
    }

    [Fact]
    public async Task Whoever_goes_away_ends_the_work()
    {
        using var gone = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CsvList.WriteAsync(SampleList.Of(Texts()), Stream.Null, gone.Token));

        Assert.Equal(10, read);

        IEnumerable<string> Texts()
        {
            while (true)
            {
                if (++read == 10)
                {
                    gone.Cancel();
                }

                yield return "x";
            }
        }
    }

    private static async Task<byte[]> Write(ListExport list)
    {
        using var stream = new MemoryStream();
        await CsvList.WriteAsync(list, stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static List<string[]> Read(byte[] bytes)
    {
        using var reader = CsvReader.Create(bytes, CsvReaderOptions.Default with { Separator = ',', HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
