using System.Threading.RateLimiting;
using CpAssistant.Operations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Keeps one sender from taking all. Counted in this process: with more of them, each gives the full measure.</summary>
public sealed class DirectLineLimits(DirectLineSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _requests = Limiter(settings.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> _tokens = Limiter(settings.TokensPerMinute);
    private readonly PartitionedRateLimiter<string> _messages = Limiter(settings.MessagesPerMinute);
    private readonly PartitionedRateLimiter<string> _messagesOfAddress = Limiter(settings.MessagesPerMinutePerAddress);
    private readonly PartitionedRateLimiter<string> _polls = Limiter(settings.PollsPerMinute);

    /// <returns>Null where the call may go on, else how long to wait.</returns>
    public TimeSpan? Request(HttpContext context) => Take(_requests, Sender.Of(context));

    public TimeSpan? Token(HttpContext context) => Take(_tokens, Sender.Of(context));

    /// <summary>What is too much for its conversation does not count for the others of its address.</summary>
    public TimeSpan? Message(HttpContext context, string conversation) => Take(_messages, conversation) ?? Take(_messagesOfAddress, Sender.Of(context));

    public TimeSpan? Poll(string conversation) => Take(_polls, conversation);

    public void Dispose()
    {
        _requests.Dispose();
        _tokens.Dispose();
        _messages.Dispose();
        _messagesOfAddress.Dispose();
        _polls.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    /// <summary>A minute's worth may come at once; it comes back evenly.</summary>
    private static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
    {
        var atOnce = Math.Max(1, perMinute / 60);
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = atOnce,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * atOnce / perMinute,
            QueueLimit = 0,
        });
    });
}
