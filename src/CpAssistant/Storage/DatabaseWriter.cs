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

    private readonly SqliteConnection _connection;
    private readonly BlockingCollection<Job> _jobs = [];
    private readonly Thread _thread;

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
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < MostInOneCommit && _jobs.TryTake(out var next))
            {
                batch.Add(next);
            }

            Commit(batch);
        }
    }

    private void Commit(List<Job> batch)
    {
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            batch.ForEach(RunInSavepoint);
            _connection.Execute("COMMIT");
        }
        catch (SqliteException fault)
        {
            // A full disk, say: nothing of the batch has happened, and everyone who waits for it is told.
            RollBack();
            batch.ForEach(job => job.Fault = fault);
        }

        EmptyLog(batch.FindAll(job => job.Erases && job.Fault is null));
        batch.ForEach(job => job.Settle());
    }

    /// <summary>The write-ahead log keeps old pages until it is emptied.</summary>
    private void EmptyLog(List<Job> erasing)
    {
        if (erasing.Count == 0)
        {
            return;
        }

        try
        {
            _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException fault)
        {
            erasing.ForEach(job => job.Fault = fault);
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

        internal Exception? Fault { get; set; }

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
                _done.SetResult(_result!);
            }
            else
            {
                _done.SetException(Fault);
            }
        }
    }
}
