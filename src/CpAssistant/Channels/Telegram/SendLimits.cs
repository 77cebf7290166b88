namespace CpAssistant.Channels.Telegram;

/// <summary>
/// How fast a bot may send (core.telegram.org/bots/faq: "My bot is hitting limits"), and when Telegram has told it to wait. Asks no
/// clock, sends nothing; for one thread.
/// </summary>
internal sealed class SendLimits
{
    private const int InAll = 30;
    private const int InGroup = 20;

    internal static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestForAll = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SlidingWindow _all = new(InAll, Second);
    private readonly Dictionary<long, ChatLimits> _chats = [];
    private DateTimeOffset _pausedUntil;

    /// <returns>When a message to this chat may go out; <see cref="DateTimeOffset.MaxValue"/> where first one on its way has to arrive.</returns>
    internal DateTimeOffset FreeAt(long chat, DateTimeOffset now)
    {
        var all = Later(_pausedUntil, _all.FreeAt(now));
        return Later(now, _chats.TryGetValue(chat, out var limits) ? Later(all, limits.FreeAt(now)) : all);
    }

    /// <returns>When the latest message to this chat arrived; long ago where that is not remembered.</returns>
    internal DateTimeOffset ServedAt(long chat) => _chats.TryGetValue(chat, out var limits) ? limits.ServedAt : default;

    internal void Start(long chat)
    {
        _all.Start();
        Of(chat).Start();
    }

    internal void End(long chat, DateTimeOffset at)
    {
        _all.End(at);
        Of(chat).End(at);
        Forget(at);
    }

    /// <summary>A send of an earlier process.</summary>
    internal void Remember(long chat, DateTimeOffset at)
    {
        _all.Remember(at);
        Of(chat).Remember(at);
    }

    /// <summary>A chat has to wait; a second one told so meanwhile may mean that the bot as a whole has to, which is found out before long.</summary>
    internal void Pause(long chat, DateTimeOffset until, DateTimeOffset now)
    {
        if (_chats.Any(other => other.Key != chat && other.Value.ToldUntil > now))
        {
            PauseAll(until < now + LongestForAll ? until : now + LongestForAll);
        }

        PauseChat(chat, until);
    }

    /// <summary>As an earlier process was told.</summary>
    internal void PauseChat(long chat, DateTimeOffset until)
    {
        Of(chat).ToldUntil = Later(Of(chat).ToldUntil, until);
    }

    /// <summary>A chat waits before it is tried again.</summary>
    internal void Retry(long chat, DateTimeOffset at) => Of(chat).RetryAt = at;

    internal bool IsPausedAt(DateTimeOffset now) => _pausedUntil > now;

    internal void PauseAll(DateTimeOffset until) => _pausedUntil = Later(_pausedUntil, until);

    private ChatLimits Of(long chat)
    {
        if (!_chats.TryGetValue(chat, out var limits))
        {
            _chats[chat] = limits = new ChatLimits(chat);
        }

        return limits;
    }

    private void Forget(DateTimeOffset now)
    {
        if (_chats.Count < 1000)
        {
            return;
        }

        foreach (var (chat, _) in _chats.Where(pair => pair.Value.IsOverAt(now)).ToList())
        {
            _chats.Remove(chat);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class ChatLimits(long chat)
    {
        private readonly SlidingWindow _second = new(1, Second);

        /// <summary>Groups have negative ids.</summary>
        private readonly SlidingWindow? _minute = chat < 0 ? new SlidingWindow(InGroup, Minute) : null;

        internal DateTimeOffset ToldUntil { get; set; }

        /// <summary>When its latest message arrived.</summary>
        internal DateTimeOffset ServedAt { get; private set; }

        internal DateTimeOffset RetryAt { get; set; }

        internal DateTimeOffset FreeAt(DateTimeOffset now) =>
            Later(Later(ToldUntil, RetryAt), Later(_second.FreeAt(now), _minute?.FreeAt(now) ?? now));

        internal bool IsOverAt(DateTimeOffset now) => ToldUntil <= now && RetryAt <= now && _second.IsEmptyAt(now) && _minute?.IsEmptyAt(now) != false;

        internal void Start()
        {
            _second.Start();
            _minute?.Start();
        }

        internal void End(DateTimeOffset at)
        {
            ServedAt = at;
            _second.End(at);
            _minute?.End(at);
        }

        internal void Remember(DateTimeOffset at)
        {
            _second.Remember(at);
            _minute?.Remember(at);
        }
    }
}
