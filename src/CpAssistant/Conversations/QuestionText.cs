using CpAssistant.Configuration;

namespace CpAssistant.Conversations;

/// <summary>What is told of a question that cannot be taken.</summary>
internal static class QuestionText
{
    internal static string TooLong(string question, Limits limits) =>
        $"câu hỏi dài {question.Length} ký tự, tối đa {limits.QuestionCharacters}; hãy hỏi ngắn hơn";
}
