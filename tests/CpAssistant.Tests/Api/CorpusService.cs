namespace CpAssistant.Tests.Api;

/// <summary>One service over the corpus and the shipped digests for the tests of a class that change nothing in it; none of them comes near a limit.</summary>
public sealed class CorpusService : IDisposable
{
    internal Service Service { get; } = new(
        ("Knowledge:Documents:0", Repository.CorpusDocuments), ("Knowledge:Documents:1", Repository.ShippedDocuments), ("Limits:RequestsPerMinute", "1000000"));

    public void Dispose() => Service.Dispose();
}
