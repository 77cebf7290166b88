namespace CpAssistant.Accounts;

/// <summary>What became of a change in the register.</summary>
public abstract record OfficerOutcome
{
    private OfficerOutcome() { }

    /// <param name="Id">Of the officer.</param>
    public sealed record Done(long Id) : OfficerOutcome;

    public sealed record Refused(OfficerFault Fault) : OfficerOutcome;
}
