using System.Text.Json;
using System.Text.Json.Serialization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Facts;

/// <summary>A number, or a range; in JSON a number or {from, to}.</summary>
[JsonConverter(typeof(FigureConverter))]
public readonly record struct Figure(decimal From, decimal To)
{
    /// <summary>1.234,5.</summary>
    public static Figure Of(Quantity quantity) => new(quantity.From, quantity.To);

    public override string ToString() => From == To ? Show(From) : $"{Show(From)}–{Show(To)}";

    private static string Show(decimal number) => number.ToString("#,0.##########", NumberText.Vietnamese);
}

internal sealed class FigureConverter : JsonConverter<Figure>
{
    /// <summary>Divided by it, a decimal loses its trailing zeros.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind == JsonValueKind.Number
            ? new Figure(value.RootElement.GetDecimal(), value.RootElement.GetDecimal())
            : new Figure(value.RootElement.GetProperty("from").GetDecimal(), value.RootElement.GetProperty("to").GetDecimal());
    }

    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
    {
        if (value.From == value.To)
        {
            writer.WriteNumberValue(value.From / One);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("from", value.From / One);
        writer.WriteNumber("to", value.To / One);
        writer.WriteEndObject();
    }
}
