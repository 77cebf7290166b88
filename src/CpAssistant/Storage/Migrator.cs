using System.Globalization;
using CpAssistant.Core.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Storage;

/// <summary>Brings a database to the newest schema: scripts <c>Schema/0001</c>, <c>0002</c> …, each in a transaction, counted in <c>user_version</c>.</summary>
internal static class Migrator
{
    private const string Prefix = "Schema/";

    /// <exception cref="StorageException">The database was written by a newer program.</exception>
    internal static void Run(SqliteConnection connection)
    {
        var scripts = Scripts();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (version > scripts.Count)
        {
            throw new StorageException($"cơ sở dữ liệu ở phiên bản {version}, chương trình này chỉ biết đến {scripts.Count}; hãy dùng bản mới hơn");
        }

        // For scripts that fill columns out of what stands there.
        connection.CreateFunction<string?, string?>("vi_normalize", text => text is null ? null : VietnameseText.Normalize(text), isDeterministic: true);
        connection.CreateFunction<string?, string?>("vi_fold", text => text is null ? null : VietnameseText.Fold(text), isDeterministic: true);
        for (var number = version + 1; number <= scripts.Count; number++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            // Another process may have been faster while this one waited for the lock.
            if (connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction) < number)
            {
                connection.Execute(scripts[number - 1], transaction: transaction);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"), transaction: transaction);
            }

            transaction.Commit();
        }
    }

    private static IReadOnlyList<string> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
