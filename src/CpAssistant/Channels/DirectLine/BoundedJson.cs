using System.Text.Json;

namespace CpAssistant.Channels.DirectLine;

/// <summary>JSON from outside: bounded in depth (its size is bounded by the server), and whatever is of another type than expected counts as absent.</summary>
internal static class BoundedJson
{
    private static JsonDocumentOptions Shape { get; } = new() { MaxDepth = 32 };

    /// <returns>Null where the body is no JSON, or a name in it is no text; an empty body is an empty object.</returns>
    internal static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (body.Length == 0)
        {
            return JsonDocument.Parse("{}");
        }

        try
        {
            body.Position = 0;
            return WithNames(await JsonDocument.ParseAsync(body, Shape, cancellation));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null where the text is no JSON, or a name in it is no text.</returns>
    internal static JsonDocument? Read(string json)
    {
        try
        {
            return WithNames(JsonDocument.Parse(json, Shape));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Half of a surrogate pair in a name is found by the parser only when the name is looked at, and thrown at whoever looks.</summary>
    private static JsonDocument? WithNames(JsonDocument document)
    {
        try
        {
            ReadNames(document.RootElement);
            return document;
        }
        catch (InvalidOperationException)
        {
            document.Dispose();
            return null;
        }
    }

    private static void ReadNames(JsonElement json)
    {
        foreach (var property in json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : default)
        {
            _ = property.Name;
            ReadNames(property.Value);
        }

        foreach (var item in json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : default)
        {
            ReadNames(item);
        }
    }

    internal static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    internal static JsonElement? Find(this JsonElement? json, string name) => json?.Find(name);

    /// <summary>Servers write names in either case.</summary>
    internal static JsonElement? FindAnyCase(this JsonElement? json, string name) => json is { ValueKind: JsonValueKind.Object } element
        ? element.EnumerateObject().Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(property => (JsonElement?)property.Value).FirstOrDefault()
        : null;

    /// <returns>Null where it is no text, or half of a surrogate pair stands alone in it.</returns>
    internal static string? Text(this JsonElement? json) => json is { } text ? JsonText.TextOf(text) : null;
}
