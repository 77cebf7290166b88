using System.Reflection;

namespace CpAssistant.WebChat;

/// <summary>Microsoft Web Chat as it was fetched by the build (ClientApp/ClientApp.targets).</summary>
internal static class WebChatBundle
{
    private static string Version { get; } =
        typeof(WebChatBundle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "WebChatVersion").Value!;

    /// <summary>Where its folder lies under wwwroot; a file below it never changes.</summary>
    internal const string Folder = "/webchat/";

    /// <summary>"~/webchat/4.18.1/webchat.js".</summary>
    internal static string Address { get; } = $"~{Folder}{Version}/webchat.js";
}
