using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>
/// All that the assistant knows at one time: documents, facts, index, language. Immutable; a change of files makes a new one
/// that is swapped in whole.
/// </summary>
public sealed class KnowledgeSnapshot
{
    private KnowledgeSnapshot(string version, IReadOnlyList<Document> documents, LanguageData language, Office office)
    {
        Version = version;
        Language = language;
        Office = office;
        Gazetteer = new Gazetteer(language.Provinces, language.Agencies);
        Documents = DigestRule.InUse(documents);
        var reader = new FactReader(Gazetteer, language.Facts, language.Industries);
        Facts = [.. Documents.SelectMany(reader.Read)];
    }

    /// <summary>Name of this state of the knowledge; the same question gets the same answer with the same version.</summary>
    public string Version { get; }

    /// <summary>Documents in use, in order of file name; a digest whose original is loaded is not among them.</summary>
    public IReadOnlyList<Document> Documents { get; }

    public IReadOnlyList<Fact> Facts { get; }

    public LanguageData Language { get; }

    public Gazetteer Gazetteer { get; }

    public Office Office { get; }

    /// <summary>Builds everything that is derived from the files.</summary>
    /// <param name="version">A name for the content, such as a hash of the files.</param>
    public static KnowledgeSnapshot Build(string version, IReadOnlyList<Document> documents, LanguageData language, Office office) =>
        new(version, documents, language, office);
}
