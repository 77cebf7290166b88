using CpAssistant.Configuration;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;

namespace CpAssistant.Commands;

/// <summary>All commands, and how one is chosen and run.</summary>
internal static class CommandTable
{
    private static readonly IReadOnlyList<Command> Commands =
    [
        ServeCommand.Command,
        AskCommand.Command,
        IngestCommand.Command,
        FactsCommand.Command,
        SearchCommand.Command,
        OfficersCommand.Command,
    ];

    /// <param name="words">The arguments of the program; without a command's name in front the service is started.</param>
    internal static async Task<int> RunAsync(string[] words, CommandContext context, CancellationToken cancellation)
    {
        var (output, error) = (context.Terminal.Out, context.Terminal.Error);
        if (words is ["--help" or "-h" or "help", ..])
        {
            output.Write(Help());
            await output.FlushAsync(cancellation);
            return ExitCode.Done;
        }

        var name = words.FirstOrDefault() is { } first && !first.StartsWith('-') ? first : "serve";
        if (Commands.FirstOrDefault(command => command.Name == name) is not { } chosen)
        {
            error.WriteLine($"không có lệnh {name}");
            error.WriteLine($"usage: cp-assistant [{string.Join('|', Commands.Select(command => command.Name))}] …  (--help)");
            return ExitCode.Usage;
        }

        string[] rest = words.FirstOrDefault() == name ? words[1..] : words;
        if (rest.TakeWhile(word => word != "--").Any(word => word is "--help" or "-h"))
        {
            output.WriteLine($"{chosen.Usage}\n{chosen.Summary}");
            await output.FlushAsync(cancellation);
            return ExitCode.Done;
        }

        try
        {
            return await chosen.Run(context, Arguments.Read(rest, chosen.Flags, chosen.Options, chosen.TakesSettings), cancellation);
        }
        catch (UsageException exception)
        {
            error.WriteLine(exception.Message);
            error.WriteLine(chosen.Usage);
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is SettingsException or KnowledgeException or StorageException or InvalidDataException)
        {
            error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
        finally
        {
            await output.FlushAsync(CancellationToken.None);
        }
    }

    private static string Help() =>
        "CP Assistant: trả lời câu hỏi về văn bản sản xuất sạch hơn, kèm trích dẫn nguyên văn.\n\n"
        + string.Join("\n", Commands.Select(command => $"  {command.Name} {command.Syntax}\n      {command.Summary}"))
        + "\n\nKhông nêu lệnh: serve.\n";
}
