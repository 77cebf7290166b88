using CpAssistant.Configuration;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Commands;

/// <summary>What a command works with.</summary>
/// <param name="Home">What the paths of the settings start from.</param>
internal sealed record CommandContext(Terminal Terminal, TimeProvider Time, string Home)
{
    /// <summary>Settings, with the folders of <c>--documents</c> in place of the shipped ones.</summary>
    /// <exception cref="UsageException">A folder is not there.</exception>
    internal Settings Settings(IReadOnlyList<string> documents)
    {
        var settings = Configuration.Settings.Read(Home);
        if (documents.FirstOrDefault(folder => !Directory.Exists(folder) && !File.Exists(folder)) is { } missing)
        {
            throw new UsageException($"không có thư mục {missing}");
        }

        return documents.Count == 0 ? settings : settings with { Knowledge = settings.Knowledge with { Documents = documents } };
    }

    /// <summary>Settings, with those of the command's own line before all others.</summary>
    internal Settings Settings(Arguments arguments) => Configuration.Settings.Read(Home, arguments.Settings);

    /// <summary>Loads the knowledge; what was refused is told on the error stream.</summary>
    /// <exception cref="KnowledgeException">Nothing can be answered from these files.</exception>
    internal KnowledgeSnapshot Knowledge(Settings settings)
    {
        switch (KnowledgeLoader.Load(settings.Knowledge))
        {
            case KnowledgeLoad.Loaded loaded:
                foreach (var refused in loaded.Refused)
                {
                    Terminal.Error.WriteLine($"không dùng được {refused.Describe()}");
                }

                return loaded.Snapshot;
            case KnowledgeLoad.Failed failed:
                throw new KnowledgeException(failed.Reasons);
            default:
                throw new InvalidOperationException("unknown result of loading");
        }
    }
}
