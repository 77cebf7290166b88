using System.Text;
using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.Commands;

/// <summary><c>ask</c>: one question, a conversation, or a file of them.</summary>
internal static class AskCommand
{
    internal static Command Command { get; } = new(
        "ask",
        "[CÂU HỎI] [--explain] [--json] [--batch FILE|-] [--documents DIR]…",
        "Trả lời một câu hỏi; không nêu câu hỏi thì trò chuyện; --batch đọc các dòng JSON {\"id\",\"turns\"}.",
        ["--explain", "--json"],
        ["--batch", "--documents"],
        Run);

    private static Task<int> Run(CommandContext context, Arguments arguments, CancellationToken cancellation)
    {
        var question = string.Join(' ', arguments.Rest).Trim();
        if (arguments.Value("--batch") is { } file)
        {
            return Task.FromResult(question.Length > 0
                ? throw new UsageException("--batch không đi với câu hỏi")
                : RunBatch(context, arguments, file));
        }

        var settings = context.Settings(arguments.Values("--documents"));
        if (question.Length > settings.Limits.QuestionCharacters)
        {
            context.Terminal.Error.WriteLine(QuestionText.TooLong(question, settings.Limits));
            return Task.FromResult(ExitCode.Failed);
        }

        var knowledge = context.Knowledge(settings);
        if (question.Length > 0)
        {
            Say(context, arguments, question, ConversationState.Empty, knowledge);
        }
        else
        {
            Converse(context, arguments, settings.Limits, knowledge);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static int RunBatch(CommandContext context, Arguments arguments, string file)
    {
        if (file != "-" && !File.Exists(file))
        {
            throw new UsageException($"không có tệp {file}");
        }

        var settings = context.Settings(arguments.Values("--documents"));
        var knowledge = context.Knowledge(settings);
        using var opened = file == "-" ? null : new StreamReader(file, Encoding.UTF8);
        new Batch(new ConversationRunner(context.Time), settings.Limits)
            .Run(opened ?? context.Terminal.In, context.Terminal.Out, context.Terminal.Error, knowledge);
        return ExitCode.Done;
    }

    private static void Converse(CommandContext context, Arguments arguments, Limits limits, KnowledgeSnapshot knowledge)
    {
        var terminal = context.Terminal;
        var state = ConversationState.Empty;
        if (terminal.Interactive)
        {
            terminal.Out.WriteLine($"CP Assistant · {knowledge.Documents.Count} văn bản · gõ \"thoát\" để dừng");
        }

        Prompt(terminal);
        foreach (var line in BoundedLines.Read(terminal.In, limits.QuestionCharacters * 4))
        {
            var text = line?.Trim();
            if (text is not null && text.Normalize(NormalizationForm.FormC).ToLowerInvariant() is "thoát" or "thoat" or "exit" or "quit")
            {
                return;
            }

            if (text is null || text.Length > limits.QuestionCharacters)
            {
                terminal.Out.WriteLine($"Câu hỏi dài quá {limits.QuestionCharacters} ký tự; hãy hỏi ngắn hơn.");
            }
            else if (text.Length > 0)
            {
                state = Say(context, arguments, text, state, knowledge);
            }

            Prompt(terminal);
        }
    }

    private static void Prompt(Terminal terminal)
    {
        if (terminal.Interactive)
        {
            terminal.Out.Write("\n> ");
        }

        terminal.Out.Flush();
    }

    private static ConversationState Say(CommandContext context, Arguments arguments, string text, ConversationState state, KnowledgeSnapshot knowledge)
    {
        var (outcome, elapsed) = new ConversationRunner(context.Time).Run(text, state, knowledge);
        var terminal = context.Terminal;
        var json = arguments.Has("--json");
        terminal.Out.WriteLine(json ? JsonSerializer.Serialize(ConversationReply.Of(null, outcome, elapsed), JsonText.Line) : outcome.Reply);
        if (arguments.Has("--explain"))
        {
            // With --json only JSON stands on the output.
            var explanation = json ? terminal.Error : terminal.Out;
            explanation.WriteLine();
            foreach (var line in outcome.Answer.Trace)
            {
                explanation.WriteLine($"# {line}");
            }

            explanation.WriteLine(FormattableString.Invariant($"# {outcome.Answer.Outcome}, confidence {outcome.Answer.Confidence:0.00}, {elapsed.TotalMilliseconds:0.0} ms"));
        }

        terminal.Out.Flush();
        return outcome.State;
    }
}
