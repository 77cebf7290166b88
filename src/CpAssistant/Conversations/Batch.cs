using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.Core.Answering;

namespace CpAssistant.Conversations;

/// <summary>Answers JSON lines, each on its own; a bad line gives an error object and the rest goes on.</summary>
internal sealed class Batch(ConversationRunner runner, Limits limits)
{
    /// <summary>Longest line, in UTF-16 units; a longer one is passed over without being kept.</summary>
    private const int MaxLine = 16 * 1024 * 1024;

    /// <returns>How many lines could not be answered.</returns>
    internal int Run(TextReader input, TextWriter output, TextWriter log, KnowledgeSnapshot knowledge)
    {
        var (number, bad) = (0, 0);
        foreach (var line in BoundedLines.Read(input, MaxLine))
        {
            number++;
            if (line is { Length: 0 } || (line is not null && string.IsNullOrWhiteSpace(line.TrimStart('\uFEFF'))))
            {
                continue;
            }

            var result = line is null
                ? new ConversationRequestResult.Bad(null, $"dòng dài quá {MaxLine} ký tự")
                : ConversationRequest.Read(line.TrimStart('\uFEFF'), limits);
            var json = result switch
            {
                ConversationRequestResult.Good good => Answer(good.Request, number, log, knowledge),
                ConversationRequestResult.Bad refused => Error(refused.Id, number, refused.Reason),
                _ => throw new InvalidOperationException("unknown result of reading a line"),
            };
            bad += json.Answered ? 0 : 1;
            output.Write(json.Text);
            output.Write('\n');
            output.Flush();
        }

        return bad;
    }

    /// <summary>The turn boundary: a fault of ours costs one line, is logged, and says so.</summary>
    private (string Text, bool Answered) Answer(ConversationRequest request, int number, TextWriter log, KnowledgeSnapshot knowledge)
    {
        try
        {
            var (outcome, elapsed) = runner.Run(request.Turns, knowledge);
            return (JsonSerializer.Serialize(ConversationReply.Of(request.Id, outcome, elapsed), JsonText.Line), true);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.WriteLine($"{number}: {exception}");
            return Error(request.Id, number, $"lỗi của chương trình: {exception.GetType().Name}");
        }
    }

    private static (string Text, bool Answered) Error(JsonElement? id, int number, string reason) =>
        (JsonSerializer.Serialize(new LineError(id, number, reason), JsonText.Line), false);
}
