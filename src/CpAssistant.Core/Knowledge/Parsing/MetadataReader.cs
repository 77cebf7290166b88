namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads what a text says of itself.</summary>
internal static class MetadataReader
{
    internal static DocumentMetadata Read(Outline outline, IReadOnlyList<Provision> provisions, IReadOnlyList<string> provinces)
    {
        _ = outline;
        _ = provisions;
        _ = provinces;
        return new DocumentMetadata { Title = "", Kind = DocumentKind.Other, Source = SourceKind.Original };
    }
}
