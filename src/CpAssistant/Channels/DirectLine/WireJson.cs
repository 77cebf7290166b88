using System.Text.Json;
using System.Text.Json.Serialization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>JSON as Direct Line sends it: what is absent is left out.</summary>
internal static class WireJson
{
    internal static JsonSerializerOptions Options { get; } = new(JsonText.Line) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
