using CpAssistant.Configuration;

namespace CpAssistant.WebChat;

/// <summary>Section <c>WebChat</c>.</summary>
/// <param name="FrameOrigins">Sites that may show the chat in a frame, such as "https://socongthuong.example.vn"; the service's own always may.</param>
public sealed record WebChatSettings(IReadOnlyList<string> FrameOrigins)
{
    private const string Key = "WebChat:FrameOrigins";

    /// <exception cref="SettingsException">A value is no origin.</exception>
    internal static WebChatSettings Read(IConfiguration configuration) => new(
        [.. configuration.GetSection(Key).GetChildren().Where(child => !string.IsNullOrWhiteSpace(child.Value)).Select(child => Origin(child.Path, child.Value!.Trim()))]);

    private static string Origin(string key, string text) => Channels.DirectLine.Origin.Read(text)
        ?? throw new SettingsException(key, $"phải có dạng https://example.org, không phải \"{text}\"");
}
