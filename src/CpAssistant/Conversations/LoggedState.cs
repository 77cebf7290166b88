using System.Text.Json;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.Conversations;

/// <summary>The state that a logged turn was played from.</summary>
internal static class LoggedState
{
    /// <param name="json">Null where the turn was logged before states were: it is taken for the first of its conversation.</param>
    internal static ConversationState Read(string? json) => json is null ? ConversationState.Empty : JsonSerializer.Deserialize<ConversationState>(json, JsonText.Line)!;
}
