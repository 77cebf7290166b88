using System.Reflection;

namespace CpAssistant.Figures;

/// <summary>Chart.js as it was fetched by the build (ClientApp/ClientApp.targets).</summary>
internal static class ChartBundle
{
    private static string Version { get; } =
        typeof(ChartBundle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "ChartVersion").Value!;

    /// <summary>Where its folder lies under wwwroot; a file below it never changes.</summary>
    internal const string Folder = "/chartjs/";

    /// <summary>"~/chartjs/4.6.1/chart.umd.js".</summary>
    internal static string Address { get; } = $"~{Folder}{Version}/chart.umd.js";
}
