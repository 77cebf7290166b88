using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Core.Understanding;
using CpAssistant.Learning;
using CpAssistant.Tests.PersonalData;
using Microsoft.Extensions.DependencyInjection;
using static CpAssistant.Tests.Learning.UnmetLog;

namespace CpAssistant.Tests.Learning;

public sealed class GroupingTests : IDisposable
{
    private static readonly AuditEntry Entry = new(DateTimeOffset.UnixEpoch, null, AuditActions.GroupDismissed, "question_group", null, AuditOutcome.Done);

    private readonly UnmetLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task The_same_question_with_marks_without_and_abbreviated_is_one_group_named_by_its_newest_words()
    {
        await _log.AskUnmetAsync(Fee, Fee, Roof, FeeWithoutMarks, FeeInShort);

        var groups = await _log.GroupAsync();

        Assert.Equal([(FeeInShort, 4L), (Roof, 1L)], groups.Select(group => (group.Newest.Question, group.Count)));
        var wordings = _log.Groups.Find(groups[0].Id)!;
        Assert.Equal([(Fee, 2L), (FeeInShort, 1L), (FeeWithoutMarks, 1L)], wordings.Wordings.Select(wording => (wording.Question, wording.Count)));
        Assert.Equal(3, wordings.WordingCount);
    }

    [Theory]
    [InlineData("Mức phí nước thải bệnh viện năm 2026 là bao nhiêu?", "Mức phí nước thải bệnh viện năm 2025 là bao nhiêu?")]
    [InlineData("Quyết định 3182 còn hiệu lực không?", "Quyết định 86 còn hiệu lực không?")]
    [InlineData("Ai thu phí nước thải bệnh viện?", "Khi nào nộp phí nước thải bệnh viện?")]
    [InlineData("Đường đi tới Văn phòng sản xuất sạch hơn thế nào?", "Dương đi tới Văn phòng sản xuất sạch hơn thế nào?")]
    public async Task Another_year_number_thing_or_word_is_another_group(string one, string other)
    {
        await _log.AskUnmetAsync(one, other);

        Assert.Equal(2, (await _log.GroupAsync()).Count);
    }

    [Fact]
    public async Task Places_are_counted_within_a_group()
    {
        await _log.AskUnmetAsync("Mức phí nước thải bệnh viện ở Long An là bao nhiêu?", "Mức phí nước thải bệnh viện ở Bến Tre là bao nhiêu?", "muc phi nuoc thai benh vien o long an la bao nhieu");

        var group = Assert.Single(await _log.GroupAsync());
        Assert.Equal([new NamedCount("Long An", 2), new NamedCount("Bến Tre", 1)], group.Provinces);
        Assert.Equal(2, Assert.Single(await _log.GroupAsync(new GroupQuery { Province = "Long An" })).Count);
    }

    [Fact]
    public async Task What_is_counted_is_what_is_counted_by_hand()
    {
        var helped = await _log.AskAsync("Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");
        await _log.AskAsync("xin chào", "cảm ơn");
        var voted = await _log.AskAsync("Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");
        var asked = await _log.AskUnmetAsync(Fee, FeeWithoutMarks, Roof);
        await _log.Conversations.GiveFeedbackAsync(helped, 2, new Feedback(true, null));
        await _log.Conversations.GiveFeedbackAsync(voted, 2, new Feedback(false, null));
        // Counts for two reasons, and once.
        await _log.Conversations.GiveFeedbackAsync(asked, 2, new Feedback(false, null));
        await _log.WriteAsync("UPDATE turn SET at = 1767200399999 WHERE id = 1 + (SELECT max(id) - 3 FROM turn); UPDATE turn SET at = 1767200400000 WHERE id = (SELECT max(id) - 1 FROM turn); UPDATE turn SET outcome = 'clarification' WHERE id = (SELECT max(id) - 1 FROM turn)");

        var groups = await _log.GroupAsync();

        var counts = groups.ToDictionary(group => group.Newest.Question, group => (group.Count, group.NotFound, group.Clarifications, group.Unhelpful));
        Assert.Equal(3, counts.Count);
        Assert.Equal((2, 1, 1, 0), counts[FeeWithoutMarks]);
        Assert.Equal((1, 1, 0, 1), counts[Roof]);
        Assert.Equal((1, 0, 0, 1), counts.Single(pair => pair.Key.StartsWith("Lạng Sơn", StringComparison.Ordinal)).Value);
        Assert.Equal((4, 3), (_log.Groups.State().Turns, _log.Groups.State().Groups));
        Assert.Equal([Roof, Fee], Asked(new GroupQuery { Reason = UnmetReason.NotFound }));
        Assert.Equal([FeeWithoutMarks], Asked(new GroupQuery { Reason = UnmetReason.Clarification }));
        Assert.Contains(Roof, Asked(new GroupQuery { Reason = UnmetReason.Unhelpful }));
        Assert.Equal(2, Asked(new GroupQuery { Reason = UnmetReason.Unhelpful }).Count);
        // Midnight in Việt Nam stands between the two of the fee.
        Assert.Equal([Fee], Asked(new GroupQuery { To = DateTimeOffset.FromUnixTimeMilliseconds(1767200400000) }));
        Assert.Equal(FeeWithoutMarks, Asked(new GroupQuery { From = DateTimeOffset.FromUnixTimeMilliseconds(1767200400000), To = DateTimeOffset.FromUnixTimeMilliseconds(1767200400001) }).Single());
        Assert.Equal([new OpenQuestion(Fee, 1, new DateOnly(2025, 12, 31), new DateOnly(2025, 12, 31), null)], _log.Groups.Top(new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 31), null, 5));
        Assert.Empty(_log.Groups.Top(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), null, 5));

        IReadOnlyList<string> Asked(GroupQuery query) => [.. _log.Groups.Search(query, 0, 10).Groups.Select(group => group.Newest.Question).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Steps_of_the_form_and_talk_are_no_questions()
    {
        await _log.AskAsync("Gửi câu hỏi cho Văn phòng", "Mức phí lắp đặt ống khói là bao nhiêu?", "xin chào", "cảm ơn");
        await _log.AskAsync(new string('a', 3000), "<br>");
        await _log.WriteAsync("UPDATE turn SET helpful = 0");

        Assert.Empty(await _log.GroupAsync());

        // Not when they are read anew either.
        await _log.WriteAsync("UPDATE turn SET gist_version = NULL");
        Assert.Empty(await _log.GroupAsync());
    }

    [Fact]
    public async Task Reading_anew_comes_to_what_was_read_at_first()
    {
        await _log.AskAsync("Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm?", "còn ai chủ trì tập huấn?", "cảm ơn", "<b>nước thải</b> bệnh viện thì sao");
        await _log.AskUnmetAsync(Fee, FeeInShort);
        var first = _log.Service.Query<string?>("SELECT gist FROM turn ORDER BY id");
        await _log.WriteAsync("UPDATE turn SET gist = 'x', gist_version = CASE id % 3 WHEN 0 THEN NULL WHEN 1 THEN '0' ELSE 'zzz' END");

        await _log.GroupAsync();

        Assert.Equal(first, _log.Service.Query<string?>("SELECT gist FROM turn ORDER BY id"));
        Assert.Equal([_log.Knowledge.Current.Language.Version], _log.Service.Query<string>("SELECT DISTINCT gist_version FROM turn"));
        Assert.True(first.OfType<string>().Distinct().Count() > 3);
    }

    [Fact]
    public async Task Other_language_data_has_questions_read_anew()
    {
        await _log.AskUnmetAsync(Fee);
        var before = _log.Knowledge.Current.Language.Version;
        await _log.GroupAsync();
        Assert.False(_log.Grouping.IsDue());
        _log.Service.Language.Write("synonyms.yaml", File.ReadAllText(Path.Combine(_log.Service.Language.Path, "synonyms.yaml")) + "\n# more\n");
        _log.Knowledge.Reload();

        var isDue = _log.Grouping.IsDue();
        await _log.GroupAsync();

        Assert.True(isDue);
        Assert.Matches("^[0-9a-f]{12}$", before);
        Assert.NotEqual(before, Assert.Single(_log.Service.Query<string>("SELECT gist_version FROM turn")));
    }

    [Fact]
    public async Task Is_due_when_turns_or_votes_have_come_and_not_otherwise()
    {
        var id = await _log.AskUnmetAsync(Fee);
        Assert.True(_log.Grouping.IsDue());
        await _log.GroupAsync();
        Assert.False(_log.Grouping.IsDue());

        await _log.Conversations.GiveFeedbackAsync(id, 2, new Feedback(false, null));
        Assert.True(_log.Grouping.IsDue());
        await _log.GroupAsync();

        await _log.AskAsync(Roof);
        Assert.True(_log.Grouping.IsDue());
    }

    [Fact]
    public async Task A_group_keeps_its_address_over_runs_and_only_the_latest_run_is_kept()
    {
        await _log.AskUnmetAsync(Fee, Roof);
        var first = await _log.GroupAsync();
        await _log.AskUnmetAsync(FeeWithoutMarks);

        var second = await _log.GroupAsync();

        Assert.Equal(first.Select(group => group.Id).Order(), second.Select(group => group.Id).Order());
        Assert.Equal(3, _log.Service.Query<long>("SELECT count(*) FROM question_group_member").Single());
    }

    [Fact]
    public async Task What_was_dismissed_stays_so_over_new_runs_also_where_another_wording_is_asked_more()
    {
        await _log.AskUnmetAsync("Mức phí nước thải bệnh viện là bao nhiêu?", Roof);
        var dismissed = (await _log.GroupAsync()).Single(group => group.Newest.Question != Roof);

        Assert.True(await _log.Groups.DismissAsync(dismissed.Id, Entry));
        await _log.AskUnmetAsync("Mức phí nước thải bệnh viện nhỏ là bao nhiêu?", "Mức phí nước thải bệnh viện nhỏ là bao nhiêu?");

        Assert.Equal([Roof], (await _log.GroupAsync()).Select(group => group.Newest.Question));
        var shown = (await _log.GroupAsync(new GroupQuery { WithDismissed = true })).Single(group => group.Id == dismissed.Id);
        Assert.Equal((3, DateTimeOffset.UnixEpoch), (shown.Count, shown.DismissedAt));
        Assert.DoesNotContain(_log.Groups.Top(DateOnly.MinValue.AddYears(2000), DateOnly.MaxValue, null, 10), question => question.Question != Roof);
        Assert.True(await _log.Groups.RestoreAsync(dismissed.Id, Entry));
        Assert.Equal(2, (await _log.GroupAsync()).Count);
    }

    [Fact]
    public async Task An_erased_conversation_takes_its_words_out_of_the_groups()
    {
        await _log.AskUnmetAsync(Fee);
        var erased = await _log.AskUnmetAsync("Mức phí lòsấyvảithiều chạy trấuépviên là bao nhiêu?");
        await _log.GroupAsync();
        string[] words = ["lòsấyvảithiều", "losayvaithieu", "trấuépviên", "trauepvien"];
        Assert.NotEmpty(Files.Found(Files.Of(_log.Service.Data).Values, words));

        await _log.Conversations.EraseAsync(erased);

        Assert.Equal([Fee], _log.Groups.Search(new GroupQuery(), 0, 10).Groups.Select(group => group.Newest.Question));
        Assert.Empty(Files.Found(Files.Of(_log.Service.Data).Values, words));
        Assert.Single(await _log.GroupAsync());
    }

    [Fact]
    public async Task A_group_is_called_by_the_newest_turn_that_is_still_there()
    {
        await _log.AskUnmetAsync(Fee);
        var erased = await _log.AskUnmetAsync(FeeWithoutMarks);
        var group = Assert.Single(await _log.GroupAsync());

        await _log.Conversations.EraseAsync(erased);

        var left = Assert.Single(_log.Groups.Search(new GroupQuery(), 0, 10).Groups);
        Assert.Equal((FeeWithoutMarks, group.Id), (group.Newest.Question, left.Id));
        Assert.Equal((Fee, 1), (left.Newest.Question, left.Count));
    }

    [Fact]
    public async Task Turns_that_come_and_go_while_a_run_is_under_way_do_it_no_harm()
    {
        var gone = await _log.AskUnmetAsync(Roof);
        for (var i = 0; i < 3; i++)
        {
            await _log.AskUnmetAsync([.. Enumerable.Repeat(Fee, 20)]);
        }

        using var written = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        // The writer is held, so that what is asked and erased meanwhile comes between the run's reading and its writing.
        var held = _log.Database.Writer.WriteAsync(_ =>
        {
            written.Set();
            goOn.Wait();
            return true;
        });
        written.Wait();
        var run = Task.Run(() => _log.Grouping.RunAsync(CancellationToken.None));
        Assert.True(SpinWait.SpinUntil(() => _log.Grouping.Progress is { Stage: GroupingStage.Comparing, Of: > 0 }, TimeSpan.FromSeconds(30)));
        Assert.False(await _log.Grouping.RunAsync(CancellationToken.None));
        var erasing = _log.Conversations.EraseAsync(gone);
        var asking = _log.AskUnmetAsync(FeeWithoutMarks);
        goOn.Set();
        await Task.WhenAll(held, erasing, asking, run);

        Assert.True(await run);
        Assert.Equal(60, Assert.Single(_log.Groups.Search(new GroupQuery(), 0, 10).Groups, group => group.Newest.Question != Roof).Count);
        Assert.DoesNotContain(_log.Groups.Search(new GroupQuery(), 0, 10).Groups, group => group.Newest.Question == Roof);
        Assert.True(_log.Grouping.IsDue());
        Assert.Equal(61, Assert.Single(await _log.GroupAsync()).Count);
    }

    [Fact]
    public async Task A_run_that_fails_leaves_the_groups_of_before_and_says_so()
    {
        await _log.AskUnmetAsync(Fee);
        await _log.GroupAsync();
        await _log.AskUnmetAsync(Roof);
        await _log.WriteAsync("CREATE TRIGGER broken BEFORE INSERT ON question_group_member BEGIN SELECT RAISE(ABORT, 'broken'); END");

        await Assert.ThrowsAnyAsync<Exception>(() => _log.Grouping.RunAsync(CancellationToken.None));

        Assert.Equal(new GroupingProgress(GroupingStage.Idle, 0, 0, HasFailed: true), _log.Grouping.Progress);
        Assert.Equal([Fee], _log.Groups.Search(new GroupQuery(), 0, 10).Groups.Select(group => group.Newest.Question));
        await _log.WriteAsync("DROP TRIGGER broken");
        Assert.Equal(2, (await _log.GroupAsync()).Count);
        Assert.False(_log.Grouping.Progress.HasFailed);
    }

    [Fact]
    public async Task A_run_that_is_broken_off_leaves_the_groups_of_before()
    {
        await _log.AskUnmetAsync(Fee);
        await _log.GroupAsync();
        await _log.AskUnmetAsync(Roof);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _log.Grouping.RunAsync(new CancellationToken(canceled: true)));

        Assert.Equal(new GroupingProgress(GroupingStage.Idle, 0, 0, HasFailed: false), _log.Grouping.Progress);
        Assert.Single(_log.Groups.Search(new GroupQuery(), 0, 10).Groups);
    }

    [Fact]
    public async Task An_officer_who_asks_is_told_how_far_it_is_and_gets_the_groups()
    {
        await _log.AskUnmetAsync(Fee);
        var job = _log.Service.Services.GetRequiredService<GroupingJob>();

        job.Ask();

        Assert.True(SpinWait.SpinUntil(() => _log.Groups.State().EndedAt is not null && !job.Progress.IsUnderWay, TimeSpan.FromSeconds(30)));
        Assert.Single(_log.Groups.Search(new GroupQuery(), 0, 10).Groups);
    }

    [Fact]
    public async Task A_turn_keeps_what_its_question_comes_down_to()
    {
        await _log.AskAsync(Fee, "xin chào");

        var gist = QuestionGist.Of(_log.Knowledge.Current.Questions.Read(Fee)).ToString();
        Assert.Equal([gist, null], _log.Service.Query<string?>("SELECT gist FROM turn ORDER BY id"));
    }

    [Fact]
    public async Task Groups_hold_no_words()
    {
        await _log.AskUnmetAsync("Mức phí lòsấyvảithiều là bao nhiêu?");
        var group = Assert.Single(await _log.GroupAsync());
        await _log.Groups.DismissAsync(group.Id, Entry);

        var values = _log.Service.Query<string>("SELECT group_concat(run || group_id || turn_id || at || outcome || ifnull(helpful, '') || ifnull(province, '')) FROM question_group_member UNION ALL SELECT group_concat(group_id || at) FROM question_group_dismissed UNION ALL SELECT seen FROM question_grouping");

        Assert.DoesNotContain(values, value => value.Contains("vải", StringComparison.Ordinal) || value.Contains("phí", StringComparison.Ordinal));
        Assert.InRange(group.Id, 1, 1L << 53);
    }
}
