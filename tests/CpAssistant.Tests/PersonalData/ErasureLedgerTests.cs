using CpAssistant.Conversations;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.PersonalData;

/// <summary>What was erased stays erased, whatever copy of the database is put back.</summary>
public sealed class ErasureLedgerTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _copy = new();
    private readonly ShiftedTime _time = new();

    private string LedgerFile => Path.Combine(_data.Keys, "erasures.log");

    public void Dispose()
    {
        _data.Dispose();
        _copy.Dispose();
    }

    [Fact]
    public async Task What_was_erased_is_erased_from_an_old_copy_of_the_database_before_anything_is_served()
    {
        Person erased;
        string kept;
        using (var service = Start())
        {
            erased = await Person.EnquireAsync(service);
            await erased.AnswerAsync();
            kept = (await Talk.OpenAsync(service)).Id;
        }

        Copy(_data, _copy);
        using (var service = Start())
        {
            Assert.True(await service.Services.GetRequiredService<ConversationStore>().EraseAsync(erased.Conversation));
        }

        Assert.Empty(Files.Found(Files.Of(_data).Values, Person.Traces()));
        Copy(_copy, _data);
        Assert.Equal(Person.Words(), Files.Found(Files.Of(_data).Values, Person.Words()));
        using (var service = Start())
        {
            var conversations = service.Services.GetRequiredService<ConversationStore>();
            Assert.Null(conversations.Find(erased.Conversation));
            Assert.NotNull(conversations.Find(kept));
            Assert.Empty(Files.Found(Files.Of(_data).Values, [.. Person.Traces(), erased.Conversation]));
        }
    }

    [Fact]
    public async Task A_contact_that_was_withdrawn_does_not_come_back_with_an_old_copy()
    {
        Person person;
        using (var service = Start())
        {
            person = await Person.EnquireAsync(service);
        }

        Copy(_data, _copy);
        using (var service = Start())
        {
            await service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection =>
            {
                service.Services.GetRequiredService<Erasure>().RemoveContact(connection, 1);
                return true;
            });
        }

        Copy(_copy, _data);
        using (var service = Start())
        {
            Assert.Equal([0], DatabaseFile.Query<int>(_data.Path, "SELECT contact IS NOT NULL FROM enquiry"));
            Assert.Equal(["answer"], DatabaseFile.Query<string>(_data.Path, "SELECT purpose FROM consent WHERE withdrawn_at IS NOT NULL"));
            Assert.NotNull(service.Services.GetRequiredService<ConversationStore>().Find(person.Conversation));
        }
    }

    [Fact]
    public async Task Who_has_begun_anew_under_the_same_id_keeps_that()
    {
        using (var service = Start())
        {
            await StartAsync(service, "telegram|1|7");
            await service.Services.GetRequiredService<ConversationStore>().EraseAsync("telegram|1|7");
            _time.Shift += TimeSpan.FromMinutes(1);
            await StartAsync(service, "telegram|1|7");
            // As if this database had never heard of it.
            await service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => Dapper.SqlMapper.Execute(connection, "UPDATE erasure_state SET applied = 0"));
        }

        using var later = Start();

        Assert.NotNull(later.Services.GetRequiredService<ConversationStore>().Find("telegram|1|7"));
    }

    [Fact]
    public async Task A_line_that_was_broken_off_keeps_nothing_from_starting_or_from_being_read()
    {
        using (var service = Start())
        {
            await StartAsync(service, "c1");
            await StartAsync(service, "c2");
        }

        Copy(_data, _copy);
        using (var service = Start())
        {
            await service.Services.GetRequiredService<ConversationStore>().EraseAsync("c1");
        }

        // Two losses of power: before the end of a line, before and after another erasure.
        File.AppendAllText(LedgerFile, "2026-11-22T05:4");
        using (var service = Start())
        {
            await service.Services.GetRequiredService<ConversationStore>().EraseAsync("c2");
        }

        File.AppendAllText(LedgerFile, "2026-11-22T05:48:45.123Z abc");
        Copy(_copy, _data);
        using var later = Start();

        var conversations = later.Services.GetRequiredService<ConversationStore>();
        Assert.Equal((null, null), (conversations.Find("c1"), conversations.Find("c2")));
    }

    [Fact]
    public async Task An_erasure_that_could_not_be_committed_is_made_good_at_the_next_start()
    {
        using (var service = Start())
        {
            await StartAsync(service, "c1");
            await StartAsync(service, "c2");
            var erasure = service.Services.GetRequiredService<Erasure>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => service.Services.GetRequiredService<Database>().Writer.WriteAsync<int>(connection =>
            {
                erasure.Erase(connection, ["c1"]);
                throw new InvalidOperationException("the disk is full");
            }));
            // What comes after must not make the database believe that it has applied all.
            await service.Services.GetRequiredService<ConversationStore>().EraseAsync("c2");
            Assert.NotNull(service.Services.GetRequiredService<ConversationStore>().Find("c1"));
        }

        using var later = Start();

        Assert.Null(later.Services.GetRequiredService<ConversationStore>().Find("c1"));
    }

    [Fact]
    public async Task The_ledger_names_nobody()
    {
        using var service = Start();
        await StartAsync(service, "telegram|1|8123456789");

        await service.Services.GetRequiredService<ConversationStore>().EraseAsync("telegram|1|8123456789");

        var line = Assert.Single(File.ReadAllLines(LedgerFile));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [A-Za-z0-9_-]{43}$", line);
        Assert.DoesNotContain("8123456789", line, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(LedgerFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_ledger_that_is_not_the_one_it_was_is_read_from_its_beginning()
    {
        var ledger = Stores.Ledger(_data);
        var entry = new LedgerEntry(DateTimeOffset.FromUnixTimeMilliseconds(1), new string('a', 43));
        var (_, length) = ledger.Append([entry, entry with { Name = new string('b', 43) }]);

        Assert.Single(ledger.ReadFrom(length / 2).Entries);
        Assert.Empty(ledger.ReadFrom(length).Entries);
        Assert.Equal(2, ledger.ReadFrom(length + 100).Entries.Count);
        Assert.Equal(2, ledger.ReadFrom(length - 5).Entries.Count);
    }

    private Service Start() => new(_time, listens: false, ("Data:Folder", _data.Path));

    private static Task<bool> StartAsync(Service service, string id) =>
        service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation(id, "telegram", "7", "vi", null));

    private static void Copy(TemporaryFolder from, TemporaryFolder to)
    {
        foreach (var file in Directory.GetFiles(to.Path))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.GetFiles(from.Path))
        {
            File.Copy(file, Path.Combine(to.Path, Path.GetFileName(file)));
        }
    }
}
