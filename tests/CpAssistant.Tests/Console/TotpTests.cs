using System.Text;
using CpAssistant.Accounts;

namespace CpAssistant.Tests.Console;

public sealed class TotpTests
{
    /// <summary>RFC 6238, appendix B; the last six digits of its eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "12345678901234567890")]
    [InlineData("mzxw 6ytb oi", "foobar")]
    [InlineData("", "")]
    public void Keys_are_read_as_apps_read_them(string written, string bytes) => Assert.Equal(bytes, Encoding.ASCII.GetString(Base32.Decode(written)));
}
