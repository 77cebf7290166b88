using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CpAssistant.Tests.Exports;

internal static class OpenXmlFile
{
    /// <returns>What each version of Office from 2007 on would find fault with.</returns>
    internal static IReadOnlyList<string> Faults(OpenXmlPackage file) =>
    [
        .. new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2010, FileFormatVersions.Office2013, FileFormatVersions.Office2016, FileFormatVersions.Office2019, FileFormatVersions.Office2021, FileFormatVersions.Microsoft365 }
            .SelectMany(version => new OpenXmlValidator(version).Validate(file).Select(fault => $"{version}: {fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")),
    ];
}
