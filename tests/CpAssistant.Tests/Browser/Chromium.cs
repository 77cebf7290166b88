using System.Runtime.CompilerServices;

namespace CpAssistant.Tests.Browser;

/// <summary>The browser that the tests drive: $CHROMIUM, or Debian's. tests/run installs it where it can.</summary>
internal static class Chromium
{
    /// <summary>In milliseconds, for one test: much more than any takes. Some calls to a browser wait for ever for an answer that was lost, and with them all tests behind.</summary>
    internal const int Longest = 240_000;

    internal const string Absent = "no Chromium at $CHROMIUM or /usr/bin/chromium";

    internal static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));
}

/// <summary>A test in a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerMemberName] string name = "")
    {
        Timeout = Chromium.Longest;
        if (Chromium.Path is null)
        {
            (Skip, DisplayName) = (Chromium.Absent, $"{name} (skipped: {Chromium.Absent})");
        }
    }
}

/// <summary>A test in a browser, with several inputs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute([CallerMemberName] string name = "")
    {
        Timeout = Chromium.Longest;
        if (Chromium.Path is null)
        {
            (Skip, DisplayName) = (Chromium.Absent, $"{name} (skipped: {Chromium.Absent})");
        }
    }
}
