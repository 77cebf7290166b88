using System.Diagnostics;
using System.Text.Json;

namespace CpAssistant.Tests.Clients;

/// <summary>A test that needs Node and the packages in this folder; skipped, with the reason, where they are not there.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
        !HasNode() ? "there is no node"
        : !HasPackages() ? "the packages are not installed: npm ci --ignore-scripts in tests/CpAssistant.Tests/Clients"
        : null);

    public NodeFactAttribute() => Skip = Missing.Value;

    /// <summary>In the versions that are asked for: what was installed for an earlier list will not do.</summary>
    private static bool HasPackages() => Read("package.json").GetProperty("dependencies").EnumerateObject().All(package =>
        Path.Combine("node_modules", package.Name, "package.json") is var file
        && File.Exists(Path.Combine(NodeScript.Folder, file)) && Read(file).GetProperty("version").GetString() == package.Value.GetString());

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(NodeScript.Folder, file))).RootElement;

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
