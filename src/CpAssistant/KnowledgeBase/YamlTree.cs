using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CpAssistant.KnowledgeBase;

/// <summary>A value of a YAML text with the line it stands on, counted from 1.</summary>
internal abstract record YamlValue(int Line)
{
    /// <param name="Text">Null where the value is empty, <c>null</c> or <c>~</c>.</param>
    /// <param name="Plain">Whether it stands without quotation marks.</param>
    internal sealed record Scalar(int Line, string? Text, bool Plain) : YamlValue(Line);

    internal sealed record Sequence(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

    internal sealed record Mapping(int Line, IReadOnlyList<KeyValuePair<string, YamlValue>> Entries) : YamlValue(Line);
}

/// <summary>
/// Reads the part of YAML that data files use: mappings with text keys, sequences and scalars. Anchors are refused, and so is
/// deep nesting, so a hostile text costs no more than its length.
/// </summary>
internal static class YamlTree
{
    private const int MaxDepth = 24;

    /// <exception cref="DataFileException">The text is no YAML of this kind.</exception>
    internal static YamlValue Parse(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return new YamlValue.Mapping(1, []);
            }

            var value = Read(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.Current is StreamEnd ? value : throw new DataFileException(Line(parser.Current!.Start), null, "chỉ được có một tài liệu YAML trong tệp");
        }
        catch (YamlException exception)
        {
            throw new DataFileException(Line(exception.Start), null, $"YAML không hợp lệ: {exception.Message}");
        }
    }

    private static YamlValue Read(Parser parser, int depth)
    {
        var start = parser.Current?.Start ?? Mark.Empty;
        if (depth > MaxDepth)
        {
            throw new DataFileException(Line(start), null, $"lồng nhau quá {MaxDepth} tầng");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return ReadScalar(scalar);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlValue>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Read(parser, depth + 1));
            }

            return new YamlValue.Sequence(Line(start), items);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            return ReadMapping(parser, Line(start), depth);
        }

        throw new DataFileException(Line(start), null, "không dùng neo (&, *) trong tệp dữ liệu");
    }

    private static YamlValue.Mapping ReadMapping(Parser parser, int line, int depth)
    {
        var entries = new List<KeyValuePair<string, YamlValue>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw new DataFileException(Line(parser.Current!.Start), null, "khóa phải là chữ");
            }

            if (!keys.Add(key.Value))
            {
                throw new DataFileException(Line(key.Start), key.Value, "khóa lặp lại");
            }

            entries.Add(new(key.Value, Read(parser, depth + 1)));
        }

        return new YamlValue.Mapping(line, entries);
    }

    private static YamlValue.Scalar ReadScalar(Scalar scalar)
    {
        var plain = scalar.Style == ScalarStyle.Plain;
        var text = plain && scalar.Value is "" or "~" or "null" ? null : scalar.Value;
        return new YamlValue.Scalar(Line(scalar.Start), text, plain);
    }

    private static int Line(Mark mark) => int.Max(1, Convert.ToInt32(mark.Line, CultureInfo.InvariantCulture));
}
