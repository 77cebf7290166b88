using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CpAssistant.Accounts;

/// <summary>Codes of authenticator apps: RFC 6238 with HMAC-SHA-1, 6 digits, steps of 30 seconds, which all of them speak.</summary>
/// <remarks>Identity has them too, but neither tells which step a code was of, so that one can be used again, nor asks our clock.</remarks>
internal static class Totp
{
    private const int SecondsInStep = 30;

    /// <summary>So many steps either way a phone's clock may be wrong.</summary>
    private const int Tolerance = 1;

    /// <returns>The step of time whose code this is; null where it is of none around <paramref name="now"/>.</returns>
    /// <param name="code">Six digits; spaces do not matter.</param>
    internal static long? StepOf(string code, ReadOnlySpan<byte> key, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / SecondsInStep;
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        long? found = null;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            found = Code(key, step) == typed ? step : found;
        }

        return found;
    }

    /// <returns>The code that is shown at this time.</returns>
    internal static string CodeAt(ReadOnlySpan<byte> key, DateTimeOffset at) => Code(key, at.ToUnixTimeSeconds() / SecondsInStep);

    private static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238; authenticator apps know no other, and collisions of SHA-1 do not touch HMAC.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
