using System.Globalization;
using System.Text.RegularExpressions;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CpAssistant.KnowledgeBase;

/// <summary>What a version of an office's answer is.</summary>
public enum OfficeAnswerState
{
    /// <summary>Written, not given to anyone yet.</summary>
    Proposed,

    /// <summary>Given to people from then on, in place of the version before.</summary>
    Approved,

    /// <summary>Sent back to its author; what was in force stays.</summary>
    Returned,

    /// <summary>Given no more.</summary>
    Withdrawn,
}

/// <param name="Id">Of the officer's account.</param>
public sealed record OfficeSignature(long Id, string Name, DateTimeOffset At);

/// <summary>One version of an office's answer, a file of its own that is never changed: <c>tra-loi-0007.v2.md</c>.</summary>
/// <param name="Number">Of the answer.</param>
/// <param name="Version">From 1.</param>
/// <param name="Questions">Ways to ask.</param>
/// <param name="Province">The only one it holds for; null for all.</param>
/// <param name="Reviewer">Who approved it, returned or withdrew it; null while it is proposed.</param>
/// <param name="Remark">Why it was returned or withdrawn.</param>
/// <param name="Enquiry">Reference of the enquiry that it came from.</param>
public sealed partial record OfficeAnswerFile(
    int Number,
    int Version,
    OfficeAnswerState State,
    IReadOnlyList<string> Questions,
    string? Province,
    string Answer,
    string? English,
    IReadOnlyList<OfficeSource> Sources,
    DateOnly ExpiresOn,
    OfficeSignature Author,
    OfficeSignature? Reviewer,
    string? Remark,
    string? Enquiry)
{
    private static readonly ISerializer Yaml = new SerializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance).WithQuotingNecessaryStrings()
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections).DisableAliases().Build();

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{IdOf(Number)}.v{Version}.md");

    /// <returns>"tra-loi-0007": the address of the answer in the service.</returns>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tra-loi-{number:D4}");

    /// <summary>What <see cref="IdOf"/> makes, as GLOB of SQLite reads it.</summary>
    internal const string IdPattern = "tra-loi-[0-9][0-9][0-9][0-9]*";

    /// <param name="id">As <see cref="IdOf"/> makes it.</param>
    public static int NumberOf(string id) => int.Parse(id.AsSpan(id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    /// <returns>Number and version; null for a file of another name.</returns>
    internal static (int Number, int Version)? ReadName(string name) =>
        FileName().Match(name) is { Success: true } match
            ? (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    /// <exception cref="DataFileException">The text is no such file.</exception>
    internal static OfficeAnswerFile Parse(int number, int version, string text)
    {
        var (_, yaml) = FrontMatter.Find(text) ?? throw new DataFileException(1, null, "thiếu phần đầu tệp");
        var head = YamlData.Read<Head>(yaml);
        var body = BodyOf(text);
        return body.Length == 0 ? throw new DataFileException(1, null, "thiếu nội dung trả lời")
            : head.Questions.Count == 0 || head.Questions.Any(string.IsNullOrWhiteSpace) ? throw new DataFileException(1, "questions", "cần ít nhất một câu hỏi, không để trống")
            : head.Sources?.Contains(null!) == true ? throw new DataFileException(1, "sources", "có căn cứ để trống")
            : new OfficeAnswerFile(
                number,
                version,
                Storage.Stored.Read<OfficeAnswerState>(head.State) ?? throw new DataFileException(1, "state", $"không có trạng thái {head.State}"),
                head.Questions,
                head.Province,
                body.Slice(text),
                head.English,
                [.. (head.Sources ?? []).Select(source => new OfficeSource(source.Text, source.File, new TextSpan(source.Start, Math.Max(source.Start, source.End)), source.Quote))],
                DayOf(head.Expires),
                SignatureOf(head.Author),
                head.Reviewer is null ? null : SignatureOf(head.Reviewer),
                head.Remark,
                head.Enquiry);
    }

    internal string Write()
    {
        var head = new Head(
            "office",
            Storage.Stored.Key(State),
            Questions,
            Province,
            English,
            Storage.Stored.Day(ExpiresOn),
            [.. Sources.Select(source => new Source(source.Text, source.File, source.Span.Start, source.Span.End, source.Quote))],
            Signed(Author),
            Reviewer is null ? null : Signed(Reviewer),
            Remark,
            Enquiry);
        return $"---\n{Yaml.Serialize(head).ReplaceLineEndings("\n")}---\n\n{Answer}\n";

        static Signature Signed(OfficeSignature signature) => new(signature.Id, signature.Name, signature.At.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>As people are given it.</summary>
    /// <param name="office">Whose answer it is.</param>
    public OfficeAnswer ToAnswer(Office office)
    {
        var text = Write();
        var document = OfficeAnswer.DocumentOf(IdOf(Number), Name, text, BodyOf(text), new DocumentMetadata
        {
            Title = $"{(office.Name.Length > 0 ? office.Name : "Văn phòng sản xuất sạch hơn")}, trả lời số {Number}",
            Kind = DocumentKind.Other,
            Source = SourceKind.Office,
            Date = new Extracted<DateOnly>(VietnamTime.DayOf((Reviewer ?? Author).At), null),
            Province = Province is null ? null : new Extracted<string>(Province, null),
            Subject = new Extracted<string>(Questions[0], null),
        });
        return new OfficeAnswer(document, Questions, Province, BodyOf(text), English, Sources, ExpiresOn);
    }

    private static TextSpan BodyOf(string text)
    {
        var start = FrontMatter.Find(text)?.Block.End ?? 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static OfficeSignature SignatureOf(Signature signature) =>
        DateTimeOffset.TryParse(signature.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && at.Year is > 1970 and < 9000
            ? new OfficeSignature(signature.Id, signature.Name, at)
            : throw new DataFileException(1, "at", $"{signature.At} không phải thời điểm");

    private static DateOnly DayOf(string day)
    {
        try
        {
            return Storage.Stored.Day(day);
        }
        catch (FormatException)
        {
            throw new DataFileException(1, "expires", $"{day} không phải ngày (năm-tháng-ngày)");
        }
    }

    [GeneratedRegex(@"^tra-loi-([0-9]{4,6})\.v([1-9][0-9]{0,5})\.md$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    /// <summary>The head of the file as it is written in YAML.</summary>
    private sealed record Head(
        string Kind, string State, IReadOnlyList<string> Questions, string? Province, string? English, string Expires, IReadOnlyList<Source>? Sources,
        Signature Author, Signature? Reviewer, string? Remark, string? Enquiry);

    private sealed record Source(string? Text, string? File, int Start, int End, string? Quote);

    private sealed record Signature(long Id, string Name, string At);
}
