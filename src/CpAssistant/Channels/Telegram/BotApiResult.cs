namespace CpAssistant.Channels.Telegram;

/// <summary>What became of one call of the Bot API. The bot's token is in none of it.</summary>
public abstract record BotApiResult<T>
{
    public sealed record Done(T Value) : BotApiResult<T>;

    /// <summary>The API has said no, and nothing was done.</summary>
    /// <param name="Code">As HTTP has it: 400 for a bad request, 401 for a wrong token, 403 for a person who blocked the bot, 429 for too many.</param>
    /// <param name="Description">In English, of the API; at most 300 characters.</param>
    /// <param name="RetryAfter">How long to wait before the next call; always there with 429, from 1 second to 24 hours.</param>
    /// <param name="MigratedTo">The supergroup that the group has become; null for none.</param>
    public sealed record Refused(int Code, string Description, TimeSpan? RetryAfter, long? MigratedTo) : BotApiResult<T>;

    /// <summary>No answer of the API has come.</summary>
    /// <param name="Reason">In English, for the log; at most 300 characters.</param>
    /// <param name="MayBeDone">The call may have reached the API; false where there was no connection.</param>
    /// <param name="Answered">A server has answered, though not as the API does: it can be reached.</param>
    public sealed record Failed(string Reason, bool MayBeDone, bool Answered = false) : BotApiResult<T>;

    private BotApiResult() { }

    internal BotApiResult<TOther> Then<TOther>(Func<T, BotApiResult<TOther>> next) => this switch
    {
        Done done => next(done.Value),
        Refused refused => new BotApiResult<TOther>.Refused(refused.Code, refused.Description, refused.RetryAfter, refused.MigratedTo),
        Failed failed => new BotApiResult<TOther>.Failed(failed.Reason, failed.MayBeDone, failed.Answered),
        _ => throw new InvalidOperationException("A fourth kind of result."),
    };
}
