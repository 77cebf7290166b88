using CpAssistant.Accounts;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;

namespace CpAssistant.Learning;

/// <summary>An office's answer with all its versions.</summary>
/// <param name="Versions">In their order, never empty.</param>
/// <param name="InUse">What people are given, unless it has expired; null for nothing.</param>
public sealed record OfficeAnswerHistory(int Number, IReadOnlyList<OfficeAnswerFile> Versions, OfficeAnswerFile? InUse)
{
    public OfficeAnswerFile Latest => Versions[^1];

    /// <summary>What a list shows of it: what is in use, else the latest.</summary>
    public OfficeAnswerFile Shown => InUse ?? Latest;

    public bool IsProposed => Latest.State == OfficeAnswerState.Proposed;
}

public enum OfficeAnswerChange
{
    Done,
    Unknown,

    /// <summary>It has changed since the officer saw it.</summary>
    Overtaken,

    /// <summary>In its state this means nothing.</summary>
    Refused,

    /// <summary>A second person has to review it.</summary>
    NeedsSecond,
}

/// <summary>Writes and reads the office's answers: a file a version, which is never changed. Each change is in the audit log.</summary>
public sealed class OfficeAnswerStore(KnowledgeSources sources, KnowledgeStore knowledge, LearningSettings settings, AuditLog audit, TimeProvider time) : IDisposable
{
    private const string Subject = "office_answer";

    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>What was read last, and of which files; people may change them too.</summary>
    private volatile ReadAnswers _read = new("", []);

    private string Folder => sources.OfficeAnswers ?? throw new InvalidOperationException("no folder of answers");

    /// <returns>The newest first.</returns>
    public IReadOnlyList<OfficeAnswerHistory> All()
    {
        var files = KnowledgeFingerprint.OfOfficeAnswers(sources);
        var read = _read;
        if (read.Files != files)
        {
            _read = read = new ReadAnswers(files, [.. OfficeAnswerFolder.Read(sources.OfficeAnswers, []).GroupBy(file => file.Number)
                .Select(versions => new OfficeAnswerHistory(versions.Key, [.. versions], OfficeAnswerFolder.InUse(versions))).OrderByDescending(answer => answer.Number)]);
        }

        return read.Answers;
    }

    public OfficeAnswerHistory? Find(int number) => All().FirstOrDefault(answer => answer.Number == number);

    /// <summary>Keeps a new answer, or a new version of one; nobody is given it yet.</summary>
    /// <param name="draft">Without faults.</param>
    /// <param name="number">Null for a new one.</param>
    /// <param name="seen">The version that it was made from; of no meaning for a new one.</param>
    /// <returns>The number of the answer.</returns>
    public async Task<(OfficeAnswerChange Change, int Number)> ProposeAsync(OfficeAnswerDraft draft, int? number, int seen, SignedInOfficer officer)
    {
        await _writing.WaitAsync();
        try
        {
            var (given, change) = (number ?? NextNumber(), number is null ? OfficeAnswerChange.Done : Check(number.Value, seen, _ => true));
            if (change == OfficeAnswerChange.Done)
            {
                change = Keep(draft.ToFile(given, number is null ? 1 : seen + 1, Sign(officer)));
            }

            await AuditAsync(AuditActions.AnswerProposed, officer, given, change);
            return (change, given);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Whether this officer may approve what was proposed.</summary>
    /// <remarks>Whoever wrote any of the versions since the last approval is one of its authors.</remarks>
    public bool MayApprove(OfficeAnswerHistory answer, SignedInOfficer officer) => !settings.SecondReviewer
        || (officer.Role >= Role.Reviewer && answer.Versions.Reverse().TakeWhile(version => version.State != OfficeAnswerState.Approved).All(version => version.Author.Id != officer.Id));

    /// <summary>From now on people are given it.</summary>
    /// <param name="seen">The version that is approved.</param>
    public Task<OfficeAnswerChange> ApproveAsync(int number, int seen, SignedInOfficer officer) =>
        DecideAsync(number, seen, officer, AuditActions.AnswerApproved, OfficeAnswerState.Approved, remark: null);

    public Task<OfficeAnswerChange> ReturnAsync(int number, int seen, string? remark, SignedInOfficer officer) =>
        DecideAsync(number, seen, officer, AuditActions.AnswerReturned, OfficeAnswerState.Returned, remark);

    /// <summary>From now on people are given it no more.</summary>
    public Task<OfficeAnswerChange> WithdrawAsync(int number, int seen, string? remark, SignedInOfficer officer) =>
        DecideAsync(number, seen, officer, AuditActions.AnswerWithdrawn, OfficeAnswerState.Withdrawn, remark);

    public void Dispose() => _writing.Dispose();

    private async Task<OfficeAnswerChange> DecideAsync(int number, int seen, SignedInOfficer officer, string action, OfficeAnswerState state, string? remark)
    {
        await _writing.WaitAsync();
        try
        {
            var change = Check(number, seen, answer => state == OfficeAnswerState.Withdrawn ? answer.InUse is not null : answer.IsProposed);
            if (change == OfficeAnswerChange.Done)
            {
                var answer = Find(number)!;
                // What is withdrawn is what was in force, whatever has been proposed since.
                var decided = state == OfficeAnswerState.Withdrawn ? answer.InUse! : answer.Latest;
                change = state == OfficeAnswerState.Approved && !MayApprove(answer, officer)
                    ? OfficeAnswerChange.NeedsSecond
                    : Keep(decided with { Version = seen + 1, State = state, Reviewer = Sign(officer), Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim() });
            }

            await AuditAsync(action, officer, number, change);
            if (change == OfficeAnswerChange.Done)
            {
                knowledge.ReloadOfficeAnswers();
            }

            return change;
        }
        finally
        {
            _writing.Release();
        }
    }

    private OfficeAnswerChange Check(int number, int seen, Func<OfficeAnswerHistory, bool> fits) =>
        Find(number) is not { } answer ? OfficeAnswerChange.Unknown
        : answer.Latest.Version != seen ? OfficeAnswerChange.Overtaken
        : fits(answer) ? OfficeAnswerChange.Done
        : OfficeAnswerChange.Refused;

    /// <summary>A file is there whole or not at all; one that is there is never written over, by another process either.</summary>
    private OfficeAnswerChange Keep(OfficeAnswerFile file)
    {
        var text = file.Write();
        if (System.Text.Encoding.UTF8.GetByteCount(text) > OfficeAnswerFolder.MaxBytes)
        {
            return OfficeAnswerChange.Refused;
        }

        // What could not be read again must not take the place of what can.
        _ = OfficeAnswerFile.Parse(file.Number, file.Version, text).ToAnswer(new Core.Answering.Office());
        DataFolder.Make("Data:Folder", Folder);
        var path = Path.Combine(Folder, file.Name);
        var unfinished = Path.Combine(Folder, $".{file.Name}.{Guid.NewGuid():N}");
        try
        {
            using (var stream = new FileStream(unfinished, DataFolder.NewFile))
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            if (File.Exists(path))
            {
                return OfficeAnswerChange.Overtaken;
            }

            File.Move(unfinished, path, overwrite: false);
            return OfficeAnswerChange.Done;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Numbers are given once, also where a file cannot be read.</summary>
    private int NextNumber() =>
        OfficeAnswerFolder.PathsOf(Folder).Select(path => OfficeAnswerFile.ReadName(Path.GetFileName(path))?.Number ?? 0).DefaultIfEmpty(0).Max() + 1;

    private OfficeSignature Sign(SignedInOfficer officer) => new(officer.Id, officer.Name, time.GetUtcNow());

    private Task AuditAsync(string action, SignedInOfficer officer, int number, OfficeAnswerChange change) => audit.AppendAsync(new AuditEntry(
        time.GetUtcNow(), officer.Id, action, Subject, number.ToString(System.Globalization.CultureInfo.InvariantCulture), change == OfficeAnswerChange.Done ? AuditOutcome.Done : AuditOutcome.Refused));

    private sealed record ReadAnswers(string Files, IReadOnlyList<OfficeAnswerHistory> Answers);
}
