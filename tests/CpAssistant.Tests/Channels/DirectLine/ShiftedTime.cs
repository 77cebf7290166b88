namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>A clock that can be put forward.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    internal TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
