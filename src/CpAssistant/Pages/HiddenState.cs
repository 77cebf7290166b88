using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.Pages;

/// <summary>The conversation as a form carries it. It comes back from outside, so it is bounded and checked like any question.</summary>
internal static class HiddenState
{
    private const int MaxAgencies = 200;

    internal static string Write(ConversationState state) => JsonSerializer.Serialize(state, JsonText.Line);

    /// <returns>An empty state where the text is none of ours.</returns>
    internal static ConversationState Read(string? text, Limits limits)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 2 * Assistant.RememberedUtterances * (limits.QuestionCharacters + 3000))
        {
            return ConversationState.Empty;
        }

        try
        {
            var state = JsonSerializer.Deserialize<ConversationState>(text, JsonText.Line);
            return state is { Utterances: { Count: <= Assistant.RememberedUtterances } utterances, Agencies: { Count: <= MaxAgencies } agencies }
                && utterances.All(utterance => utterance is { } said && said.Length <= limits.QuestionCharacters)
                && agencies.All(agency => agency is { Length: <= 200 })
                ? state
                : ConversationState.Empty;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return ConversationState.Empty;
        }
    }
}
