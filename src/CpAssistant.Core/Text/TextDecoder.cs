using System.Text;

namespace CpAssistant.Core.Text;

/// <summary>Reads the bytes of a file as text, or says what else they are.</summary>
public static class TextDecoder
{
    /// <summary>Larger files are no official documents.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodeResult Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new DecodeResult.Refused("empty", "Tệp trống.");
        }

        if (bytes.Length > MaxBytes)
        {
            return new DecodeResult.Refused("too-large", $"Tệp lớn hơn {MaxBytes / (1024 * 1024)} MB.");
        }

        return FileFormat.Find(bytes) is { } format ? format : ByMark(bytes) ?? ByPattern(bytes) ?? Bytes(bytes);
    }

    private static DecodeResult.Decoded? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
        [0xFF, 0xFE, ..] => Utf16(bytes[2..], bigEndian: false),
        [0xFE, 0xFF, ..] => Utf16(bytes[2..], bigEndian: true),
        _ => null,
    };

    /// <summary>UTF-16 without a mark: every other byte of its spaces, figures and plain letters is zero.</summary>
    private static DecodeResult.Decoded? ByPattern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes.Length % 2 != 0)
        {
            return null;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        var units = bytes.Length / 2;
        return odd * 4 > units && even * 50 < units ? Utf16(bytes, bigEndian: false)
            : even * 4 > units && odd * 50 < units ? Utf16(bytes, bigEndian: true)
            : null;
    }

    private static DecodeResult Bytes(ReadOnlySpan<byte> bytes)
    {
        if (IsBinary(bytes))
        {
            return new DecodeResult.Refused("binary", "Tệp nhị phân, không phải văn bản.");
        }

        var (whole, broken) = Utf8Sequences(bytes);
        return broken == 0 || whole > broken * 4 ? Utf8(bytes)
            : Windows1258.Decode(bytes) is { } text ? new DecodeResult.Decoded(text, "windows-1258")
            : new DecodeResult.Refused("binary", "Không nhận ra bảng mã của tệp; hãy lưu lại ở dạng UTF-8.");
    }

    private static DecodeResult.Decoded Utf8(ReadOnlySpan<byte> bytes)
    {
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        return new DecodeResult.Decoded((valid ? StrictUtf8 : Encoding.UTF8).GetString(bytes), "utf-8");
    }

    private static DecodeResult.Decoded Utf16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        new((bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes), bigEndian ? "utf-16be" : "utf-16le");

    /// <summary>A zero byte, or more control characters than a stray few.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var unit in bytes)
        {
            controls += unit < 0x20 && unit is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1B) ? 1 : 0;
        }

        return bytes.Contains((byte)0) || controls * 100 > bytes.Length;
    }

    private static (int Whole, int Broken) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0)
            {
                break;
            }

            bytes = bytes[plain..];
            var valid = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            whole += valid ? 1 : 0;
            broken += valid ? 0 : 1;
            bytes = bytes[length..];
        }

        return (whole, broken);
    }
}
