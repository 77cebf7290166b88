using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using Microsoft.Extensions.Logging.Abstractions;

namespace CpAssistant.Tests.KnowledgeBase;

public sealed class KnowledgeStoreTests : IDisposable
{
    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _language = new TemporaryFolder().With(Repository.Language);

    public KnowledgeStoreTests() => _documents.Write("plan.txt", SamplePlan.Text());

    public void Dispose()
    {
        _documents.Dispose();
        _language.Dispose();
    }

    [Fact]
    public void A_changed_document_is_taken_up()
    {
        var store = Open();
        var before = store.Current.Version;
        _documents.Write("plan.txt", SamplePlan.Text(percent: 55));

        store.Reload();

        Assert.NotEqual(before, store.Current.Version);
        Assert.Contains("55%", Assert.Single(store.Current.Documents).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_between_reading_and_watching_is_taken_up()
    {
        var store = Open();
        _documents.Write("plan-2.txt", SamplePlan.Text("Bến Tre").Replace("64/KH", "65/KH", StringComparison.Ordinal));
        using var watcher = new KnowledgeWatcher(store, Sources, TimeProvider.System, NullLogger<KnowledgeWatcher>.Instance);

        await watcher.StartAsync(CancellationToken.None);
        for (var tries = 0; tries < 100 && store.Current.Documents.Count < 2; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.2));
        }

        await watcher.StopAsync(CancellationToken.None);
        Assert.Equal(2, store.Current.Documents.Count);
    }

    [Fact]
    public void The_same_files_make_the_same_version()
    {
        var store = Open();
        var before = store.Current.Version;

        store.Reload();

        Assert.Equal(before, store.Current.Version);
    }

    [Fact]
    public void A_document_that_can_no_longer_be_read_leaves_the_knowledge_as_it_was()
    {
        var store = Open();
        var before = store.Current;
        _documents.Write("plan.txt", "");

        store.Reload();

        Assert.Same(before, store.Current);
        Assert.Contains("plan.txt", Assert.Single(store.State.Failure!.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_language_data_leaves_the_knowledge_as_it_was()
    {
        var store = Open();
        var before = store.Current;
        _language.Write("agencies.yaml", "agencies:\n  - id: x\n");

        store.Reload();

        Assert.Same(before, store.Current);
        Assert.Equal("agencies.yaml:2: agencies[0]: thiếu name", Assert.Single(store.State.Failure!.Reasons));
    }

    [Fact]
    public void Once_mended_the_failure_is_forgotten()
    {
        var store = Open();
        _documents.Write("plan.txt", "");
        store.Reload();
        _documents.Write("plan.txt", SamplePlan.Text(percent: 55));

        store.Reload();

        Assert.Null(store.State.Failure);
    }

    [Fact]
    public void A_new_file_that_cannot_be_read_does_not_hold_up_the_others()
    {
        var store = Open();
        _documents.Write("scan.pdf", "%PDF-1.7");
        _documents.Write("more.txt", SamplePlan.Text("Bến Tre"));

        store.Reload();

        Assert.Equal(2, store.Current.Documents.Count);
        Assert.Equal("scan.pdf", Assert.Single(store.State.Load.Refused).File);
    }

    [Fact]
    public void Entries_that_contradict_one_another_are_a_failure_and_no_crash()
    {
        var store = Open();
        _language.Write("agencies.yaml", "agencies:\n  - { id: x, name: Một }\n  - { id: x, name: Hai }\n");

        store.Reload();

        Assert.NotNull(store.State.Failure);
    }

    [Fact]
    public void There_is_no_start_without_language_data()
    {
        File.Delete(Path.Combine(_language.Path, "provinces.yaml"));

        Assert.Contains("provinces.yaml", Assert.Throws<KnowledgeException>(Open).Message, StringComparison.Ordinal);
    }

    private KnowledgeSources Sources => new([_documents.Path], _language.Path, new Office());

    private KnowledgeStore Open() => new(Sources, TimeProvider.System, NullLogger<KnowledgeStore>.Instance);
}
