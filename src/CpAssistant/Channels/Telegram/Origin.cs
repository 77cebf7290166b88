using System.Globalization;
using System.Text.Json.Serialization;

namespace CpAssistant.Channels.Telegram;

/// <summary>Where an update comes from.</summary>
/// <param name="MessageId">Null where the update names none.</param>
/// <param name="ThreadId">Topic of a forum; null outside forums.</param>
/// <param name="Language">Language of the person's app, such as "vi"; null where it is not told.</param>
/// <param name="Edited">The message was sent before, with other words.</param>
public sealed record Origin(long ChatId, bool IsGroup, long UserId, long? MessageId, long? ThreadId, string? Language, bool Edited = false)
{
    /// <summary>The person, as conversations name them.</summary>
    [JsonIgnore]
    public string User => UserId.ToString(CultureInfo.InvariantCulture);
}
