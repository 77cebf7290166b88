namespace CpAssistant.Commands;

internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>Something was refused or is not there.</summary>
    internal const int Failed = 1;

    /// <summary>The command was called wrongly.</summary>
    internal const int Usage = 2;
}
