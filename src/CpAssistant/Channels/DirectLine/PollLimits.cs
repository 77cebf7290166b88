using CpAssistant.Operations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>
/// What a poll that shows a valid token gets. Clients stop polling for good at the first refusal, so none is refused: within its rates it
/// reads; beyond them it waits some seconds, and where its rates have still nothing for it, is told that there is nothing new. What it
/// asked for comes with a later poll, by the watermark that it keeps. What waits holds a connection and memory, so the number of those is
/// bounded, of a conversation and of an address: further ones are told so at once, which costs neither a wait nor a look at the database.
/// </summary>
public sealed class PollLimits(DirectLineLimits rates, TimeProvider time)
{
    internal const int MostOfConversation = 4;
    internal const int MostOfAddress = 256;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Limiters give back what is due in steps of a tenth of a second.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(150);

    private readonly Occupancy _ofConversation = new(MostOfConversation);
    private readonly Occupancy _ofAddress = new(MostOfAddress);

    /// <returns>Whether the poll may read; false: its answer is an empty set.</returns>
    public async Task<bool> MayReadAsync(HttpContext context, string conversation)
    {
        if (Take(context, conversation) is not { } wait)
        {
            return true;
        }

        var address = Sender.Of(context);
        if (!_ofAddress.TryEnter(address))
        {
            return false;
        }

        try
        {
            return await WaitAsync(context, conversation, wait < LongestDelay ? wait + Step : LongestDelay);
        }
        finally
        {
            _ofAddress.Leave(address);
        }
    }

    private async Task<bool> WaitAsync(HttpContext context, string conversation, TimeSpan wait)
    {
        if (!_ofConversation.TryEnter(conversation))
        {
            return false;
        }

        try
        {
            await Task.Delay(wait, time, context.RequestAborted);
            return Take(context, conversation) is null;
        }
        finally
        {
            _ofConversation.Leave(conversation);
        }
    }

    /// <returns>Null where both rates have given their permit, else how long to wait.</returns>
    private TimeSpan? Take(HttpContext context, string conversation) => rates.Request(context) ?? rates.Poll(conversation);
}
