using Microsoft.Data.Sqlite;

namespace CpAssistant.Conversations;

/// <summary>The way back to a person: what an officer writes goes out over the channel that the enquiry came in by.</summary>
public interface IChannel
{
    /// <param name="channel">As conversations name it.</param>
    bool Serves(string channel);

    /// <summary>Within the transaction that writes an officer's message: whatever the channel needs to show it later.</summary>
    void Send(SqliteConnection connection, Conversation conversation, Message message);

    /// <summary>After that transaction.</summary>
    void Wake(string conversationId);

    /// <returns>Why nothing can be shown to the person at present; null where nothing is known to be in the way.</returns>
    string? ObstacleOf(string conversationId);
}
