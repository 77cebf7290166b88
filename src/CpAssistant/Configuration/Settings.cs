using CpAssistant.Accounts;
using CpAssistant.Channels.DirectLine;
using CpAssistant.Channels.Telegram;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;
using CpAssistant.WebChat;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace CpAssistant.Configuration;

/// <summary>All settings, checked. They come from <c>appsettings.json</c>, then the environment (<c>Knowledge__Language</c>), then the command line.</summary>
public sealed record Settings
{
    /// <summary>Sections <c>Knowledge</c> and <c>Office</c>; paths are full.</summary>
    public required KnowledgeSources Knowledge { get; init; }

    /// <summary><c>Data:Folder</c>: where the service keeps what it writes; full path.</summary>
    public required string DataFolder { get; init; }

    public required Limits Limits { get; init; }

    public required WebChatSettings WebChat { get; init; }

    public required DirectLineSettings DirectLine { get; init; }

    public required TelegramSettings Telegram { get; init; }

    public required EnquirySettings Enquiries { get; init; }

    public required ConsoleSettings Console { get; init; }

    public static Settings Read(string home) => Read(
        new ConfigurationBuilder().Add(Shipped).AddJsonFile(Path.Combine(home, "appsettings.json"), optional: true).AddEnvironmentVariables().Build(), home);

    /// <summary>The file beside the program, where that is not home.</summary>
    internal static JsonConfigurationSource Shipped { get; } =
        new() { FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Path = "appsettings.json", Optional = true };

    /// <param name="home">What relative paths start from.</param>
    /// <exception cref="SettingsException">A value cannot be used; the message names its key.</exception>
    public static Settings Read(IConfiguration configuration, string home)
    {
        var folders = configuration.GetSection("Knowledge:Documents").GetChildren().Select(child => (Key: child.Path, Folder: child.Value))
            .Where(child => !string.IsNullOrWhiteSpace(child.Folder)).DefaultIfEmpty((Key: "Knowledge:Documents", Folder: "knowledge/documents")).ToList();
        return new Settings
        {
            Knowledge = new KnowledgeSources(
                [.. folders.Select(folder => ExistingFolder(folder.Key, folder.Folder!, home))],
                ExistingFolder("Knowledge:Language", configuration["Knowledge:Language"] is { Length: > 0 } language ? language : "knowledge/language", home),
                new Office(Text("Name"), Text("Address"), Text("Phone"), Text("Hours"), Text("Email"))),
            DataFolder = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } data ? data : "data", home),
            Limits = ReadLimits(configuration),
            WebChat = WebChatSettings.Read(configuration),
            DirectLine = DirectLineSettings.Read(configuration),
            Telegram = TelegramSettings.Read(configuration),
            Enquiries = EnquirySettings.Read(configuration),
            Console = ConsoleSettings.Read(configuration),
        };

        string Text(string key) => configuration["Office:" + key]?.Trim() ?? "";
    }

    private static Limits ReadLimits(IConfiguration configuration)
    {
        var defaults = new Limits();
        return new Limits
        {
            QuestionCharacters = Number("QuestionCharacters", defaults.QuestionCharacters, 10, Assistant.MaxQuestionLength),
            Turns = Number("Turns", defaults.Turns, 1, 1000),
            RequestBytes = Number("RequestBytes", defaults.RequestBytes, 1024, 64 * 1024 * 1024),
            RequestsPerMinute = Number("RequestsPerMinute", defaults.RequestsPerMinute, 1, 1_000_000),
        };

        int Number(string key, int unset, int least, int most) => configuration["Limits:" + key] switch
        {
            null or "" => unset,
            var text when int.TryParse(text, out var number) && number >= least && number <= most => number,
            var text => throw new SettingsException("Limits:" + key, $"phải là số nguyên từ {least} đến {most}, không phải \"{text}\""),
        };
    }

    private static string ExistingFolder(string key, string folder, string home)
    {
        var path = Path.GetFullPath(folder, home);
        return Directory.Exists(path) ? path : throw new SettingsException(key, $"không có thư mục {path}");
    }
}
