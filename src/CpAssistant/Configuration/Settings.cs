using CpAssistant.Accounts;
using CpAssistant.Channels.DirectLine;
using CpAssistant.Channels.Telegram;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Enquiries;
using CpAssistant.Enquiries.Notices;
using CpAssistant.Exports.Report;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.PersonalData;
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

    /// <summary><c>Data:Keys</c>: where it keeps keys, apart from the data; full path.</summary>
    public required string KeysFolder { get; init; }

    public required Limits Limits { get; init; }

    public required WebChatSettings WebChat { get; init; }

    public required DirectLineSettings DirectLine { get; init; }

    public required TelegramSettings Telegram { get; init; }

    public required EnquirySettings Enquiries { get; init; }

    public required NoticeSettings Notices { get; init; }

    public required ConsoleSettings Console { get; init; }

    public required RetentionSettings Retention { get; init; }

    public required LearningSettings Learning { get; init; }
    public required ReportSettings Report { get; init; }

    /// <param name="words">Of a command line: "--Section:Key=value".</param>
    public static Settings Read(string home, IEnumerable<string>? words = null) => Read(
        new ConfigurationBuilder().Add(Shipped).AddJsonFile(Path.Combine(home, "appsettings.json"), optional: true).AddEnvironmentVariables().AddCommandLine([.. words ?? []]).Build(), home);

    /// <summary>The file beside the program, where that is not home.</summary>
    internal static JsonConfigurationSource Shipped { get; } =
        new() { FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Path = "appsettings.json", Optional = true };

    /// <param name="home">What relative paths start from.</param>
    /// <exception cref="SettingsException">A value cannot be used; the message names its key.</exception>
    public static Settings Read(IConfiguration configuration, string home)
    {
        var folders = configuration.GetSection("Knowledge:Documents").GetChildren().Select(child => (Key: child.Path, Folder: child.Value))
            .Where(child => !string.IsNullOrWhiteSpace(child.Folder)).DefaultIfEmpty((Key: "Knowledge:Documents", Folder: "knowledge/documents")).ToList();
        var data = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data", home);
        return new Settings
        {
            Knowledge = new KnowledgeSources(
                [.. folders.Select(folder => ExistingFolder(folder.Key, folder.Folder!, home))],
                ExistingFolder("Knowledge:Language", configuration["Knowledge:Language"] is { Length: > 0 } language ? language : "knowledge/language", home),
                new Office(Text("Name"), Text("Address"), Text("Phone"), Text("Hours"), Text("Email")),
                Path.Combine(data, "office-answers")),
            DataFolder = data,
            KeysFolder = FolderApart(configuration["Data:Keys"] is { Length: > 0 } keys ? Path.GetFullPath(keys, home) : Storage.KeysFolder.Beside(data), data),
            Limits = ReadLimits(configuration),
            WebChat = WebChatSettings.Read(configuration),
            DirectLine = DirectLineSettings.Read(configuration),
            Telegram = TelegramSettings.Read(configuration),
            Enquiries = EnquirySettings.Read(configuration),
            Notices = NoticeSettings.Read(configuration),
            Console = ConsoleSettings.Read(configuration),
            Retention = RetentionSettings.Read(configuration),
            Learning = LearningSettings.Read(configuration),
            Report = ReportSettings.Read(configuration),
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

    /// <summary>What copies the data folder as a whole must not take the keys along.</summary>
    private static string FolderApart(string keys, string data)
    {
        var (inner, outer) = (Path.TrimEndingDirectorySeparator(keys) + Path.DirectorySeparatorChar, Path.TrimEndingDirectorySeparator(data) + Path.DirectorySeparatorChar);
        return inner.StartsWith(outer, StringComparison.Ordinal) || outer.StartsWith(inner, StringComparison.Ordinal)
            ? throw new SettingsException("Data:Keys", $"phải nằm ngoài Data:Folder ({data}), không phải {keys}")
            : keys;
    }

    private static string ExistingFolder(string key, string folder, string home)
    {
        var path = Path.GetFullPath(folder, home);
        return Directory.Exists(path) ? path : throw new SettingsException(key, $"không có thư mục {path}");
    }
}
