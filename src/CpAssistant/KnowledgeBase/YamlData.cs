using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace CpAssistant.KnowledgeBase;

/// <summary>Reads YAML into records by way of JSON; what a record requires must be there, what it does not know must not.</summary>
internal static partial class YamlData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireParameters } },
    };

    /// <exception cref="DataFileException">The text does not fit the record; it names line and key.</exception>
    internal static T Read<T>(string yaml)
    {
        var tree = YamlTree.Parse(yaml);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            Write(writer, tree);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json.GetBuffer().AsSpan(0, (int)json.Length), Options)
                ?? throw new DataFileException(1, null, "tệp rỗng");
        }
        catch (JsonException exception)
        {
            var (line, key) = Find(tree, exception.Path ?? "$");
            throw new DataFileException(line, key, Reason(exception.Message));
        }
    }

    /// <returns>Keys in lower case; values are texts, lists and dictionaries.</returns>
    /// <exception cref="DataFileException">The text is no mapping.</exception>
    internal static IReadOnlyDictionary<string, object?> ReadValues(string yaml) =>
        YamlTree.Parse(yaml) is YamlValue.Mapping mapping
            ? mapping.Entries.DistinctBy(entry => entry.Key.ToLowerInvariant()).ToDictionary(entry => entry.Key.ToLowerInvariant(), entry => Value(entry.Value))
            : throw new DataFileException(1, null, "phần đầu tệp phải là các dòng khóa: giá trị");

    private static object? Value(YamlValue value) => value switch
    {
        YamlValue.Sequence sequence => sequence.Items.Select(Value).ToList(),
        YamlValue.Mapping mapping => mapping.Entries.ToDictionary(entry => (object)entry.Key, entry => Value(entry.Value)),
        _ => ((YamlValue.Scalar)value).Text,
    };

    /// <summary>A parameter without a default may be left out only where it can be null.</summary>
    private static void RequireParameters(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter)
            {
                property.IsRequired = !parameter.IsNullable && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, YamlValue value)
    {
        switch (value)
        {
            case YamlValue.Mapping mapping:
                writer.WriteStartObject();
                foreach (var (key, child) in mapping.Entries)
                {
                    writer.WritePropertyName(key);
                    Write(writer, child);
                }

                writer.WriteEndObject();
                break;
            case YamlValue.Sequence sequence:
                writer.WriteStartArray();
                foreach (var child in sequence.Items)
                {
                    Write(writer, child);
                }

                writer.WriteEndArray();
                break;
            case YamlValue.Scalar { Plain: true, Text: "true" or "false" } scalar:
                writer.WriteBooleanValue(scalar.Text == "true");
                break;
            default:
                writer.WriteStringValue(((YamlValue.Scalar)value).Text);
                break;
        }
    }

    private static (int Line, string Key) Find(YamlValue tree, string path)
    {
        var (line, at) = (tree.Line, (YamlValue?)tree);
        foreach (Match step in PathSteps().Matches(path))
        {
            at = at switch
            {
                YamlValue.Sequence sequence when int.TryParse(step.Groups["index"].Value, out var i) && i < sequence.Items.Count => sequence.Items[i],
                YamlValue.Mapping mapping => mapping.Entries.FirstOrDefault(entry => entry.Key == step.Groups["name"].Value).Value,
                _ => null,
            };
            line = at?.Line ?? line;
        }

        return (line, path.TrimStart('$').TrimStart('.'));
    }

    private static string Reason(string message)
    {
        var plain = JsonPlace().Replace(message, "");
        return Missing().Match(plain) is { Success: true } missing ? $"thiếu {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}"
            : plain.Contains("could not be mapped", StringComparison.Ordinal) ? "không có khóa nào tên như vậy"
            : plain.Contains("could not be converted", StringComparison.Ordinal) ? "giá trị không đúng kiểu"
            : plain.Contains("null", StringComparison.Ordinal) ? "không được để trống"
            : plain;
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|\['(?<name>(?:[^'\\]|\\.)*)'\]|\.(?<name>[^.\[]+)")]
    private static partial Regex PathSteps();

    [GeneratedRegex(@" Path: .*$", RegexOptions.Singleline)]
    private static partial Regex JsonPlace();

    [GeneratedRegex(@"missing required properties including: (.*?)\.?$")]
    private static partial Regex Missing();
}
