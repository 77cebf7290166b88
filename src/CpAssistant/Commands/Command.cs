namespace CpAssistant.Commands;

/// <summary>One row of the table of commands.</summary>
/// <param name="Syntax">What follows the name in the usage line.</param>
/// <param name="Summary">What it is for, in Vietnamese.</param>
/// <param name="Run">Returns the exit code.</param>
internal sealed record Command(
    string Name,
    string Syntax,
    string Summary,
    IReadOnlyCollection<string> Flags,
    IReadOnlyCollection<string> Options,
    Func<CommandContext, Arguments, CancellationToken, Task<int>> Run)
{
    /// <summary>Whether settings can be given as "--Section:Key value" or "--Section:Key=value".</summary>
    internal bool TakesSettings { get; init; }

    internal string Usage => $"usage: cp-assistant {Name} {Syntax}".TrimEnd();
}
