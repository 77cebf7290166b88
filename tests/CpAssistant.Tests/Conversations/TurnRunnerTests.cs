using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using CpAssistant.Tests.PersonalData;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace CpAssistant.Tests.Conversations;

public sealed class TurnRunnerTests : IDisposable
{
    private const string Id = "c1";

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();
    private readonly KnowledgeStore _knowledge;
    private Database _database;

    public TurnRunnerTests()
    {
        _documents.Write("plan.txt", SamplePlan.Text());
        _knowledge = new KnowledgeStore(new KnowledgeSources([_documents.Path], Repository.Language, new Office()), TimeProvider.System, NullLogger<KnowledgeStore>.Instance);
        _database = Open();
    }

    private ConversationStore Conversations => StoreOf(_database);

    private TurnRunner Runner => RunnerOf(_database);

    public void Dispose()
    {
        _database.Dispose();
        _documents.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Message_and_reply_stand_in_the_transcript_in_order()
    {
        await Start();

        var result = await Ask("m1", "Sở Công Thương phải làm gì?");

        var messages = Conversations.MessagesAfter(Id, 0, 10);
        Assert.Equal(new TurnResult.Done(1, false), result);
        Assert.Equal([(1L, MessageAuthor.User, (long?)null), (2L, MessageAuthor.Assistant, 1L)], messages.Select(message => (message.Sequence, message.Author, message.ReplyTo)));
        Assert.True(messages[1].At > messages[0].At);
        Assert.Equal(Outcome.Answered, messages[1].Reply!.Outcome);
        Assert.StartsWith("/van-ban/", messages[1].Reply!.Sources[0].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_came_before_is_answered_once()
    {
        await Start();
        await Ask("m1", "Sở Công Thương phải làm gì?");

        var again = await Ask("m1", "Sở Công Thương phải làm gì?");

        Assert.Equal(new TurnResult.Done(1, true), again);
        Assert.Equal(2, Conversations.MessagesAfter(Id, 0, 10).Count);
        Assert.Equal(1, Count("turn"));
    }

    [Fact]
    public async Task The_same_message_sent_many_times_at_once_is_answered_once()
    {
        await Start();
        var runner = Runner;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => runner.RunAsync(Id, new IncomingMessage("m1", "Có những văn bản nào?"), CancellationToken.None))));

        Assert.Equal(2, Conversations.MessagesAfter(Id, 0, 10).Count);
    }

    [Fact]
    public async Task Turns_of_two_processes_in_one_conversation_do_not_mix()
    {
        await Start();
        using var other = Open();
        var runners = new[] { Runner, RunnerOf(other) };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => runners[i % 2].RunAsync(Id, new IncomingMessage($"m{i}", "Có những văn bản nào?"), CancellationToken.None))));

        var messages = Conversations.MessagesAfter(Id, 0, 100);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), messages.Select(message => message.Sequence));
        Assert.All(messages.Where(message => message.Author == MessageAuthor.Assistant), message => Assert.Equal(message.Sequence - 1, message.ReplyTo));
        Assert.Equal(20, messages.Select(message => message.MessageId).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart_and_the_conversation_goes_on()
    {
        await Start();
        await Ask("m1", "Đến năm 2020 Đồng Tháp đặt mục tiêu gì?");
        _database.Dispose();
        _database = Open();

        await Ask("m2", "còn ai chịu trách nhiệm?");

        Assert.Equal(4, Conversations.MessagesAfter(Id, 0, 10).Count);
        Assert.Equal(["Đến năm 2020 Đồng Tháp đặt mục tiêu gì?", "còn ai chịu trách nhiệm?"], Conversations.Find(Id)!.State.Utterances);
    }

    [Fact]
    public async Task Personal_numbers_are_nowhere_in_the_file()
    {
        await Start();
        await Ask("m1", "Gọi tôi 0912 345 678, thu ten.nguoi@congty.vn, CCCD 079203004512. Sở Công Thương phải làm gì?");
        await Conversations.GiveFeedbackAsync(Id, 2, new Feedback(false, "gọi lại 0987654321"));
        _database.Dispose();

        var bytes = File.ReadAllText(Path.Combine(_data.Path, "cp-assistant.db"));

        Assert.Contains("[số điện thoại]", bytes, StringComparison.Ordinal);
        Assert.All(["0912", "345 678", "ten.nguoi", "079203004512", "0987654321"], number => Assert.DoesNotContain(number, bytes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_says_what_was_asked_and_what_became_of_it()
    {
        await Start();
        await Ask("m1", "Sở Công Thương phải làm gì?");
        await Conversations.GiveFeedbackAsync(Id, 2, new Feedback(true, "rõ ràng"));

        using var connection = _database.Read();
        var row = connection.QuerySingle("SELECT * FROM turn");

        Assert.Equal("directline", row.channel);
        Assert.Equal("Sở Công Thương phải làm gì?", row.question);
        Assert.Equal(("vi", "AgencyDuties", "answered", 1L, "rõ ràng"), ((string)row.language, (string)row.intent, (string)row.outcome, (long)row.helpful, (string)row.comment));
        Assert.Equal(_knowledge.Current.Version, row.knowledge_version);
        Assert.Contains("\"section\"", (string)row.citations, StringComparison.Ordinal);
        Assert.DoesNotContain("dl_someone", (string)row.user, StringComparison.Ordinal);
        Assert.True((double)row.milliseconds > 0);
    }

    [Fact]
    public async Task Erasing_leaves_no_word_in_any_file()
    {
        await Start();
        await Ask("m1", "tôi muốn hỏi về hạt điều rang muối");
        await Conversations.GiveFeedbackAsync(Id, 2, new Feedback(false, "chưa thấy hạt điều"));

        var erased = await Conversations.EraseAsync(Id);

        Assert.True(erased);
        Assert.Null(Conversations.Find(Id));
        Assert.Equal(0, Count("message") + Count("turn"));
        Assert.All(Directory.GetFiles(_data.Path), file => Assert.DoesNotContain("hạt điều", ReadShared(file), StringComparison.Ordinal));
        Assert.IsType<TurnResult.Unknown>(await Ask("m2", "Có những văn bản nào?"));
    }

    [Fact]
    public async Task Erasing_waits_for_a_reader_that_is_in_the_way()
    {
        await Start();
        await Ask("m1", "tôi muốn hỏi về hạt điều rang muối");
        using var reader = _database.Read();
        reader.Execute("BEGIN DEFERRED");
        reader.ExecuteScalar<int>("SELECT count(*) FROM message");

        var erasing = Conversations.EraseAsync(Id);
        await Task.Delay(300);
        var waited = !erasing.IsCompleted;
        reader.Execute("COMMIT");

        Assert.True(await erasing);
        Assert.True(waited);
        Assert.All(Directory.GetFiles(_data.Path), file => Assert.DoesNotContain("hạt điều", ReadShared(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_files_are_for_the_services_user_alone()
    {
        await Start();
        await Ask("m1", "Có những văn bản nào?");

        Assert.All(
            Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories),
            file => Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) == 0, file));
    }

    [Fact]
    public async Task A_conversation_in_which_nothing_was_said_makes_room_after_a_day()
    {
        await Start();
        await Ask("m1", "Có những văn bản nào?");
        await Conversations.StartAsync(new NewConversation("silent", "directline", "dl_other", "vi-VN", null));
        await _database.Writer.WriteAsync(connection => connection.Execute("UPDATE conversation SET changed_at = changed_at - 86400001"));

        await Conversations.StartAsync(new NewConversation("new", "directline", "dl_third", "vi-VN", null));

        Assert.Null(Conversations.Find("silent"));
        Assert.NotNull(Conversations.Find(Id));
        Assert.NotNull(Conversations.Find("new"));
    }

    [Fact]
    public void A_damaged_key_is_told_at_the_start()
    {
        File.WriteAllText(Path.Combine(new KeysFolder(_data.Keys).Path, "pseudonyms.key"), "short");

        Assert.Throws<StorageException>(() => new Pseudonyms(new KeysFolder(_data.Keys)));
    }

    [Fact]
    public async Task A_chosen_province_counts_from_then_on_whatever_was_asked_before()
    {
        _documents.Write("plan-2.txt", SamplePlan.Text("Bến Tre", percent: 33).Replace("64/KH", "65/KH", StringComparison.Ordinal));
        _knowledge.Reload();
        await Start();
        await Ask("m1", "Ai ký kế hoạch Đồng Tháp?");

        await Conversations.ChooseProvinceAsync(Id, "Bến Tre");
        await Ask("m2", "ai ký?");

        Assert.Equal(["Bến Tre"], Conversations.MessagesAfter(Id, 3, 1)[0].Reply!.Sources.Select(source => source.Citation.Province).Distinct());
    }

    [Fact]
    public async Task A_chosen_province_stands_in_for_one_that_is_not_named()
    {
        _documents.Write("plan-2.txt", SamplePlan.Text("Bến Tre", percent: 33).Replace("64/KH", "65/KH", StringComparison.Ordinal));
        _knowledge.Reload();
        await Conversations.StartAsync(new NewConversation(Id, "directline", "dl_someone", "vi-VN", "Bến Tre"));
        await Ask("m1", "Mục tiêu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");

        await Conversations.ChooseProvinceAsync(Id, null);

        Assert.Equal(["Bến Tre"], Conversations.MessagesAfter(Id, 1, 1)[0].Reply!.Sources.Select(source => source.Citation.Province).Distinct());
        Assert.Null(Conversations.Find(Id)!.State.Province);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        _database.Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_data.Path, "cp-assistant.db")};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA user_version = 999");
        }

        var fault = Assert.Throws<StorageException>(Open);

        Assert.Contains("999", fault.Message, StringComparison.Ordinal);
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private ConversationStore StoreOf(Database database) => Stores.Conversations(database, _data);

    private TurnRunner RunnerOf(Database database) => new(StoreOf(database), Stores.Intake(database), _knowledge, TimeProvider.System, NullLogger<TurnRunner>.Instance);

    private Database Open() => new(new DataFolder(_data.Path));

    private Task<bool> Start() => Conversations.StartAsync(new NewConversation(Id, "directline", "dl_someone", "vi-VN", null));

    private Task<TurnResult> Ask(string messageId, string text) => Runner.RunAsync(Id, new IncomingMessage(messageId, text), CancellationToken.None);

    private int Count(string table)
    {
        using var connection = _database.Read();
        return connection.ExecuteScalar<int>($"SELECT count(*) FROM {table}");
    }
}
