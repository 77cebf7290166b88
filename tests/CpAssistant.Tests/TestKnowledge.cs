using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests;

/// <summary>Snapshots that several tests share; they are immutable.</summary>
internal static class TestKnowledge
{
    private static readonly Lazy<KnowledgeSnapshot> LazyShipped = new(() => Load(Path.Combine(Repository.Root, "knowledge", "documents")));
    private static readonly Lazy<KnowledgeSnapshot> LazyCorpus = new(() => Load(Repository.CorpusDocuments));

    /// <summary>What the program ships with: digests only.</summary>
    internal static KnowledgeSnapshot Shipped => LazyShipped.Value;

    /// <summary>The five documents of the tests' corpus.</summary>
    internal static KnowledgeSnapshot Corpus => LazyCorpus.Value;

    private static KnowledgeSnapshot Load(string documents) =>
        Assert.IsType<KnowledgeLoad.Loaded>(KnowledgeLoader.Load(new KnowledgeSources([documents], Repository.Language, new Office()))).Snapshot;
}
