using System.Text.Json.Serialization;

namespace CpAssistant.Channels.Telegram;

/// <summary>
/// What an update brings that concerns the bot. This, not the update, is what the inbox keeps, sealed, until it is worked off.
/// </summary>
[JsonDerivedType(typeof(Question), "question")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Unreadable), "unreadable")]
[JsonDerivedType(typeof(Membership), "membership")]
[JsonDerivedType(typeof(Migrated), "migrated")]
public abstract record Incoming(Origin From)
{
    /// <param name="Text">Without the mention of the bot, masked; never empty.</param>
    /// <param name="RepliesTo">Message of the bot that the person replied to; null for none.</param>
    /// <param name="HasFile">The text is the caption of something that cannot be read.</param>
    public sealed record Question(Origin From, string Text, long? RepliesTo, bool HasFile) : Incoming(From)
    {
        /// <summary>As it was written, where personal numbers stood in it; null where none did.</summary>
        public string? Unmasked { get; init; }

        /// <summary>The album that it is the caption of; null for none.</summary>
        public string? Album { get; init; }
    }

    /// <param name="Name">In small letters, without slash and bot: "tinh".</param>
    /// <param name="Arguments">What stands behind it; empty for nothing.</param>
    /// <param name="IsAddressed">It is for this bot for sure: it names it, or the chat has no other.</param>
    public sealed record Command(Origin From, string Name, string Arguments, bool IsAddressed) : Incoming(From);

    /// <summary>A pressed button; <see cref="Origin.MessageId"/> is the message that it stands under.</summary>
    /// <param name="Data">As it came, at most 64 bytes; whoever writes clients can send what they like.</param>
    public sealed record Button(Origin From, string CallbackId, string Data) : Incoming(From);

    /// <summary>A voice message, a sticker, a photo, a file …: something without words.</summary>
    /// <param name="Album">Its pieces come as one message each; null where it stands alone.</param>
    public sealed record Unreadable(Origin From, string? Album) : Incoming(From);

    /// <summary>The bot was added, unblocked, removed or blocked.</summary>
    public sealed record Membership(Origin From, bool IsMember) : Incoming(From);

    /// <summary>A group has become a supergroup, under another id.</summary>
    public sealed record Migrated(Origin From, long NewChatId) : Incoming(From);
}
