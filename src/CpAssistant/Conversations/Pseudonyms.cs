using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace CpAssistant.Conversations;

/// <summary>Names under which the log knows people: the same person has the same one, and without the key no one can tell whose it is.</summary>
public sealed class Pseudonyms
{
    private const int KeyBytes = 32;
    private const int NameBytes = 12;

    private readonly byte[] _key;

    /// <exception cref="StorageException">The key cannot be read or made.</exception>
    public Pseudonyms(KeysFolder folder) => _key = ReadOrMake(Path.Combine(folder.Path, "pseudonyms.key"));

    public string Of(string channel, string userId) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{channel}\n{userId}")).AsSpan(0, NameBytes));

    /// <summary>Under which what was erased is known again in an old copy of the database. Never the same as a person's: no channel has this name.</summary>
    /// <returns>43 characters.</returns>
    internal string OfConversation(string id) => Name($"erased conversation\n{id}");

    /// <summary>Under which an enquiry whose contact was removed is known again; see <see cref="OfConversation"/>.</summary>
    internal string OfEnquiry(string reference) => Name($"erased contact\n{reference}");

    /// <summary>Under which a group of like questions is known, so that it tells nothing of the words.</summary>
    /// <param name="gist">Of the question that leads the group.</param>
    /// <returns>Above 0, exact as a number of JavaScript.</returns>
    internal long OfGroup(string gist) => 1 + (long)(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"question group\n{gist}"))) >> 12);

    private string Name(string text) => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private static byte[] ReadOrMake(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                // With another key nothing in the ledger is known again, and an old database would bring back what was erased.
                if (new FileInfo(Path.Combine(Path.GetDirectoryName(path)!, ErasureLedger.FileName)) is { Exists: true, Length: > 0 } ledger)
                {
                    throw new StorageException($"thiếu {path}, trong khi {ledger.FullName} đã có dữ liệu xóa; hãy đặt lại đúng tệp khóa từ bản sao lưu");
                }

                Make(path);
            }

            return File.ReadAllBytes(path) is { Length: KeyBytes } key ? key : throw new StorageException($"{path} hỏng: phải có {KeyBytes} byte");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"không đọc hoặc không tạo được {path}: {exception.Message}", exception);
        }
    }

    /// <summary>Two processes that start at once agree on the key of the faster: it is put in place whole or not at all.</summary>
    private static void Make(string path)
    {
        var own = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(own, DataFolder.NewFile))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
                file.Flush(flushToDisk: true);
            }

            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other's key is as good.
        }
        finally
        {
            File.Delete(own);
        }
    }
}
