using CpAssistant.Core.Knowledge.Parsing;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>How a text is damaged.</summary>
/// <param name="Warning">What it is and where.</param>
/// <param name="IsFatal">Whether words of the text cannot be quoted, so that it must be refused.</param>
public sealed record TextFlaw(DocumentWarning Warning, bool IsFatal);

/// <summary>Tells a sound Vietnamese text from a damaged one.</summary>
public static class TextHealth
{
    /// <summary>Fewer letters than this are no document.</summary>
    private const int LeastLetters = 40;

    /// <summary>Of the syllables of official texts nine in ten bear a mark (measured on 2,249 articles of law and ten plans: 0.88 to 0.93).</summary>
    private const double LeastMarked = 0.5;

    private const double UsuallyMarked = 0.75;

    /// <summary>Impossible syllables, and letters and figures run together: under 0.1 % in the same texts.</summary>
    private const double NoisyShare = 0.01;

    private const double UnreadableShare = 0.04;

    /// <summary>So many broken words come of another encoding (TCVN3, VNI) rather than of bad recognition.</summary>
    private const double OtherEncodingShare = 0.2;

    /// <summary>A few broken words are slips, whatever their share.</summary>
    private const int LeastBroken = 4;

    /// <summary>Shares are told from a text of some length only.</summary>
    private const int LeastSyllables = 15;

    /// <summary>Lines in a row without marks that count as a passage that lost them.</summary>
    private const int LostSyllables = 40;

    /// <param name="from">Where the words begin, after front matter.</param>
    /// <returns>The flaws found, the fatal ones first; empty for a sound text.</returns>
    public static IReadOnlyList<TextFlaw> Check(string text, int from = 0)
    {
        var counts = TextCounts.Of(text, from);
        if (counts.Letters < LeastLetters)
        {
            return [Fatal("empty", "Tệp trống hoặc quá ngắn để là một văn bản.", null)];
        }

        return Characters(text, counts) is { } broken ? [broken] : [.. Words(counts).OrderByDescending(flaw => flaw.IsFatal)];
    }

    private static TextFlaw? Characters(string text, TextCounts counts)
    {
        if (counts.Controls > 0)
        {
            var fatal = counts.Controls * 200 > counts.Letters || text.Contains('\0', StringComparison.Ordinal);
            return New("control-characters", $"Có {counts.Controls} ký tự điều khiển, đầu tiên ở dòng {counts.FirstControl.Line}.", counts.FirstControl.Span, fatal);
        }

        if (counts.Replaced > 0)
        {
            return New("replacement-characters", $"Mất {counts.Replaced} ký tự (�), đầu tiên ở dòng {counts.FirstReplaced.Line}; cần bản gốc.", counts.FirstReplaced.Span,
                counts.Replaced > 2);
        }

        return counts.Garbled * 100 > counts.Letters
            ? Fatal("mojibake", $"Chữ bị đọc sai bảng mã (ví dụ ở dòng {counts.FirstGarbled.Line}); hãy lưu lại tệp ở dạng UTF-8.", counts.FirstGarbled.Span)
            : null;
    }

    private static IEnumerable<TextFlaw> Words(TextCounts counts)
    {
        if (counts.Syllables < LeastSyllables)
        {
            yield break;
        }

        var marked = (double)counts.Marked / counts.Syllables;
        var broken = (double)(counts.Broken + counts.Mixed) / counts.Syllables;
        if (broken >= OtherEncodingShare)
        {
            yield return Fatal("wrong-encoding", $"Chữ không đọc được, có thể do phông chữ cũ (TCVN3, VNI); ví dụ ở dòng {counts.Worst.Line}.", counts.Worst.Span);
        }
        else if (counts.Foreign > counts.Syllables / 4)
        {
            yield return Fatal("not-vietnamese", "Không phải văn bản tiếng Việt.", null);
        }
        else if (marked < LeastMarked)
        {
            yield return Fatal("lost-marks", $"Chữ mất dấu: chỉ {marked * 100:0}% số âm tiết có dấu, bắt đầu từ dòng {counts.LostMarks.Line}.", counts.LostMarks.Span);
        }
        else if (marked < UsuallyMarked || counts.LostRun >= LostSyllables)
        {
            yield return New("lost-marks", $"Một phần văn bản mất dấu, bắt đầu từ dòng {counts.LostMarks.Line}.", counts.LostMarks.Span, fatal: false);
        }

        if (broken is >= NoisyShare and < OtherEncodingShare && counts.Broken + counts.Mixed >= LeastBroken)
        {
            yield return New("ocr-noise", $"Nhận dạng chữ sai: khoảng {broken * 100:0}% số chữ không đọc được, nhiều nhất ở dòng {counts.Worst.Line}.", counts.Worst.Span,
                fatal: broken >= UnreadableShare);
        }
    }

    private static TextFlaw Fatal(string code, string message, TextSpan? place) => New(code, message, place, fatal: true);

    private static TextFlaw New(string code, string message, TextSpan? place, bool fatal) => new(new DocumentWarning(code, message, place), fatal);
}
