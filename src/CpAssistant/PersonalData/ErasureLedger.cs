using System.Text;
using CpAssistant.Storage;

namespace CpAssistant.PersonalData;

/// <summary>
/// What was erased, in a file apart from the database: so an old copy of the database that is put back does not bring it back. It names
/// nobody; a line is a time and the keyed hash of a conversation's id.
/// </summary>
public sealed class ErasureLedger(KeysFolder folder)
{
    internal const string FileName = "erasures.log";
    private const byte LineEnd = (byte)'\n';

    internal string FilePath { get; } = Path.Combine(folder.Path, FileName);

    /// <summary>Only within a transaction that writes: the database's lock is what keeps two processes from writing here at once.</summary>
    /// <returns>Its length in bytes before and after, once it is on disk.</returns>
    internal (long Before, long After) Append(IEnumerable<LedgerEntry> entries)
    {
        using var file = new FileStream(FilePath, ToWrite());
        var before = file.Length;
        // A line that was broken off, by a loss of power say, keeps the next one from being read with it.
        var text = (IsBrokenOff(file) ? "\n" : "") + string.Concat(entries.Select(entry => entry.Line));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
        return (before, file.Length);
    }

    /// <param name="position">In bytes: what stands before is not read, unless the file is not the one that it was.</param>
    /// <returns>What can be read, how many lines cannot, and the file's length in bytes.</returns>
    internal (IReadOnlyList<LedgerEntry> Entries, int Unread, long Length) ReadFrom(long position)
    {
        if (!File.Exists(FilePath))
        {
            return ([], 0, 0);
        }

        using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var length = file.Length;
        file.Position = StartsLine(file, position) ? position : 0;
        using var reader = new StreamReader(file, Encoding.ASCII);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        IReadOnlyList<LedgerEntry> entries = [.. lines.Select(LedgerEntry.Read).OfType<LedgerEntry>()];
        return (entries, lines.Count - entries.Count, length);
    }

    private static bool StartsLine(FileStream file, long position)
    {
        if (position == 0 || position > file.Length)
        {
            return false;
        }

        file.Position = position - 1;
        return file.ReadByte() == LineEnd || position == file.Length;
    }

    private static bool IsBrokenOff(FileStream file)
    {
        if (file.Length == 0)
        {
            return false;
        }

        file.Position = file.Length - 1;
        return file.ReadByte() != LineEnd;
    }

    private static FileStreamOptions ToWrite()
    {
        var options = DataFolder.NewFile;
        (options.Mode, options.Access, options.Share) = (FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        return options;
    }
}
