using System.Diagnostics;

namespace CpAssistant.Tests.Clients;

/// <summary>A test that needs Node and the packages in this folder; skipped, with the reason, where they are not there.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
        !HasNode() ? "there is no node"
        : !Directory.Exists(Path.Combine(NodeScript.Folder, "node_modules")) ? "the packages are not installed: npm ci --ignore-scripts in tests/CpAssistant.Tests/Clients"
        : null);

    public NodeFactAttribute() => Skip = Missing.Value;

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            return node?.WaitForExit(TimeSpan.FromSeconds(20)) == true && node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
