namespace CpAssistant.Accounts;

/// <summary>RFC 4648, as authenticator keys are written; the framework keeps its own to itself.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Letters that are none of it are passed over.</summary>
    internal static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var value in text.ToUpperInvariant().Select(letter => Letters.IndexOf(letter, StringComparison.Ordinal)).Where(value => value >= 0))
        {
            (bits, count) = (((bits << 5) | value) & 0xfff, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
