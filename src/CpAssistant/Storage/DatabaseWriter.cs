using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Storage;

/// <summary>
/// The one that writes. Work that comes in while a commit is on its way to the disk shares the next one (group commit), each
/// piece within a savepoint of its own: one that fails takes none with it.
/// </summary>
public sealed class DatabaseWriter : IDisposable
{
    private const int MostInOneCommit = 1000;

    /// <summary>Longest that an erasure waits for readers.</summary>
    private const int MostAttempts = 100;

    private static readonly TimeSpan EmptyingInterval = TimeSpan.FromMilliseconds(50);

    private readonly SqliteConnection _connection;
    private readonly BlockingCollection<Job> _jobs = [];
    private readonly Thread _thread;

    /// <summary>What is deleted, and may still stand in the log.</summary>
    private readonly List<Job> _erasing = [];

    internal DatabaseWriter(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Run) { IsBackground = true, Name = "database writer" };
        _thread.Start();
    }

    /// <param name="work">Runs on the writer's thread, inside a transaction; must be short.</param>
    /// <param name="erases">Whether what is deleted must be gone from the write-ahead log too.</param>
    /// <returns>When it is on disk.</returns>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, bool erases = false)
    {
        var job = new Job<T>(work, erases);
        _jobs.Add(job);
        return job.Done;
    }

    /// <summary>For what SQLite does outside transactions only. All other writing waits for it.</summary>
    /// <returns>When it is on disk, and in the write-ahead log no more.</returns>
    public Task RunAloneAsync(Action<SqliteConnection> work)
    {
        var job = new Job<bool>(
            connection =>
            {
                work(connection);
                return true;
            },
            erases: true)
        {
            StandsAlone = true,
        };
        _jobs.Add(job);
        return job.Done;
    }

    /// <summary>Waits for the work that was handed in, then ends.</summary>
    public void Dispose()
    {
        if (_jobs.IsAddingCompleted)
        {
            return;
        }

        _jobs.CompleteAdding();
        _thread.Join();
        _connection.Dispose();
    }

    private void Run()
    {
        var batch = new List<Job>();
        while (!_jobs.IsCompleted)
        {
            // Where the log still has to be emptied, waiting for work has an end.
            if (_jobs.TryTake(out var first, _erasing.Count > 0 ? EmptyingInterval : Timeout.InfiniteTimeSpan))
            {
                Work(first, batch);
            }

            EmptyLog();
        }

        _erasing.ForEach(job => job.Settle());
    }

    /// <summary>A job that stands alone ends the batch.</summary>
    private void Work(Job first, List<Job> batch)
    {
        batch.Clear();
        Job? next = first;
        while (next is { StandsAlone: false })
        {
            batch.Add(next);
            next = batch.Count < MostInOneCommit && _jobs.TryTake(out var taken) ? taken : null;
        }

        if (batch.Count > 0)
        {
            Commit(batch);
        }

        if (next is not null)
        {
            RunAlone(next);
        }
    }

    private void RunAlone(Job job)
    {
        try
        {
            job.Run(_connection);
        }
        catch (Exception fault)
        {
            job.Fault = fault;
        }

        SettleOrEmpty(job);
    }

    private void Commit(List<Job> batch)
    {
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            batch.ForEach(RunInSavepoint);
            _connection.Execute("COMMIT");
        }
        catch (Exception fault)
        {
            // A full disk, say: nothing of the batch has happened, and everyone who waits for it is told.
            RollBack();
            batch.ForEach(job => job.Fault = fault);
        }

        batch.ForEach(SettleOrEmpty);
    }

    private void SettleOrEmpty(Job job)
    {
        if (job.Erases && job.Fault is null)
        {
            _erasing.Add(job);
        }
        else
        {
            job.Settle();
        }
    }

    /// <summary>
    /// The write-ahead log keeps old pages until it is emptied, and a reader can be in the way of that. Who erases waits until it
    /// is done, or so long that the reader cannot be ours; then it is tried on.
    /// </summary>
    private void EmptyLog()
    {
        if (_erasing.Count == 0)
        {
            return;
        }

        var emptied = TryEmptyLog();
        _erasing.ForEach(job => job.SettleErased(emptied));
        if (emptied)
        {
            _erasing.Clear();
        }
    }

    private bool TryEmptyLog()
    {
        try
        {
            // Busy is 1 in the first column, and no error.
            return _connection.ExecuteScalar<int>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException)
        {
            // The disk fails, say; it is tried again.
            return false;
        }
    }

    private void RunInSavepoint(Job job)
    {
        _connection.Execute("SAVEPOINT job");
        try
        {
            job.Run(_connection);
        }
        catch (Exception fault)
        {
            job.Fault = fault;
            // Where SQLite has given up the whole transaction there is no such savepoint: that ends the batch.
            _connection.Execute("ROLLBACK TO job");
        }

        _connection.Execute("RELEASE job");
    }

    private void RollBack()
    {
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself.
        }
    }

    private abstract class Job(bool erases)
    {
        internal bool Erases => erases;

        internal bool StandsAlone { get; init; }

        internal Exception? Fault { get; set; }

        private int _attempts;

        internal void SettleErased(bool emptied)
        {
            if (emptied || ++_attempts == MostAttempts)
            {
                Settle();
            }
        }

        internal abstract void Run(SqliteConnection connection);

        internal abstract void Settle();
    }

    private sealed class Job<T>(Func<SqliteConnection, T> work, bool erases) : Job(erases)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        internal Task<T> Done => _done.Task;

        internal override void Run(SqliteConnection connection) => _result = work(connection);

        internal override void Settle()
        {
            if (Fault is null)
            {
                _done.TrySetResult(_result!);
            }
            else
            {
                _done.TrySetException(Fault);
            }
        }
    }
}
