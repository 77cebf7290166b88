namespace CpAssistant.Storage;

/// <summary>Reads many rows without holding the database: while one batch is being written elsewhere nothing is open that a checkpoint would have to wait for.</summary>
internal static class Batches
{
    internal const int Rows = 500;

    /// <param name="read">At most <see cref="Rows"/> rows with smaller ids than the one it is given, the largest first.</param>
    internal static IEnumerable<T> Read<T>(Func<long, IReadOnlyList<T>> read, Func<T, long> id)
    {
        IReadOnlyList<T> batch;
        var before = long.MaxValue;
        do
        {
            batch = read(before);
            foreach (var row in batch)
            {
                yield return row;
            }

            before = batch.Count > 0 ? id(batch[^1]) : 0;
        }
        while (batch.Count == Rows);
    }
}
