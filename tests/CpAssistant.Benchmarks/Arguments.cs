using CpAssistant.Benchmarks.Retrieval;
using System.Globalization;

namespace CpAssistant.Benchmarks;

/// <summary>The command line does not fit the command.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Options of a sub-command: a name and a value each, some of them repeatable.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> values = [];

    /// <param name="known">Names of the options the command takes.</param>
    public Arguments(string[] args, params string[] known)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!known.Contains(args[i]))
            {
                throw new UsageException($"unknown argument: {args[i]}");
            }

            if (i + 1 == args.Length)
            {
                throw new UsageException($"{args[i]} needs a value");
            }

            values.TryAdd(args[i], []);
            values[args[i]].Add(args[i + 1]);
        }
    }

    public string? Find(string name) => values.TryGetValue(name, out var given) ? given[^1] : null;

    public string Get(string name) => Find(name) ?? throw new UsageException($"{name} is missing");

    /// <returns>At least one.</returns>
    public IReadOnlyList<string> GetAll(string name) =>
        values.TryGetValue(name, out var given) ? given : throw new UsageException($"{name} is missing");

    /// <returns>At least 1.</returns>
    public int GetCount(string name) =>
        int.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new UsageException($"{name} is no count: {Get(name)}");

    /// <returns>Folders that exist, at least one.</returns>
    public IReadOnlyList<string> GetFolders(string name) =>
        GetAll(name).FirstOrDefault(static folder => !Directory.Exists(folder)) is { } wrong
            ? throw new UsageException($"{wrong} is no folder")
            : GetAll(name);

    /// <returns>Folders that hold a test collection, at least one.</returns>
    public IReadOnlyList<string> GetCollections(string name) =>
        GetFolders(name).FirstOrDefault(static folder => !Collection.Files.All(file => File.Exists(Path.Combine(folder, file)))) is { } wrong
            ? throw new UsageException($"{wrong} does not hold {string.Join(", ", Collection.Files)}")
            : GetAll(name);
}
