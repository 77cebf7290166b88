using CpAssistant.Conversations;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Web chat: the transcript is what is sent. Open streams are woken; who is away reads it when they come back.</summary>
public sealed class DirectLineChannel(Streams streams) : IChannel
{
    public bool Serves(string channel) => channel is "webchat" or "directline";

    public void Send(SqliteConnection connection, Conversation conversation, Message message) { }

    public void Wake(string conversationId) => streams.Wake(conversationId);

    public string? ObstacleOf(string conversationId) => null;
}
