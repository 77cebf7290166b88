namespace CpAssistant.Tests.Api;

/// <summary>One service over the sample plan for the tests of a class that change nothing in it; none of them comes near a limit.</summary>
public sealed class SampleService : IDisposable
{
    internal Service Service { get; } = new(("Limits:RequestsPerMinute", "1000000"));

    public void Dispose() => Service.Dispose();
}
