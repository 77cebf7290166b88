using System.Security.Cryptography;
using System.Text;
using CpAssistant.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace CpAssistant.Conversations;

/// <summary>Names under which the log knows people: the same person has the same one, and without the key no one can tell whose it is.</summary>
public sealed class Pseudonyms(DataFolder folder)
{
    private const int KeyBytes = 32;
    private const int NameBytes = 12;

    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(Path.Combine(folder.Inner("keys"), "pseudonyms.key")));

    public string Of(string channel, string userId) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{channel}\n{userId}")).AsSpan(0, NameBytes));

    /// <summary>Two processes that start at once agree on the key of the faster: it is put in place whole or not at all.</summary>
    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            var own = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllBytes(own, RandomNumberGenerator.GetBytes(KeyBytes));
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }

        return File.ReadAllBytes(path) is { Length: KeyBytes } key ? key : throw new StorageException($"{path} hỏng: phải có {KeyBytes} byte");
    }
}
