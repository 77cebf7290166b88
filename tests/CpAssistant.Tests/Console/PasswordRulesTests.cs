using CpAssistant.Accounts;

namespace CpAssistant.Tests.Console;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("con trâu đi trước")]
    [InlineData("bốn con vịt xiêm")]
    [InlineData("correct horse battery")]
    [InlineData("x8Kq02mZpR7w")]
    public void A_long_password_needs_no_signs_or_capitals(string password) => Assert.Null(PasswordRules.Check(password, "hoa"));

    [Theory]
    [InlineData("mười một ký", OfficerFault.PasswordShort)]
    [InlineData("", OfficerFault.PasswordShort)]
    [InlineData("Nguyễn Thị Hòa", OfficerFault.PasswordIsName)]
    [InlineData("nguyễn thị hoà2026", OfficerFault.PasswordIsName)]
    [InlineData("Password1234", OfficerFault.PasswordCommon)]
    [InlineData("MATKHAU12345", OfficerFault.PasswordCommon)]
    [InlineData("aaaaaaaaaaaaaa", OfficerFault.PasswordCommon)]
    [InlineData("abababababab", OfficerFault.PasswordCommon)]
    [InlineData("abcdefghijklm", OfficerFault.PasswordCommon)]
    [InlineData("345678901234", OfficerFault.PasswordCommon)]
    public void What_everyone_tries_first_is_refused(string password, OfficerFault fault) => Assert.Equal(fault, PasswordRules.Check(password, "Nguyễn Thị Hòa"));

    [Fact]
    public void A_password_has_an_end() => Assert.Equal(OfficerFault.PasswordLong, PasswordRules.Check(string.Concat(Enumerable.Repeat("con trâu đi trước ", 8)), "hoa"));

    [Theory]
    [InlineData("Nguyễn Thị Hòa", true)]
    [InlineData("nguyen.van-a_2@cp", true)]
    [InlineData("Tra\u0302\u0300n", true)]
    [InlineData("a", false)]
    [InlineData("hai  dấu cách", false)]
    [InlineData(".an", false)]
    [InlineData("a\u202Eb", false)]
    [InlineData("a\nb", false)]
    public void A_name_can_be_read_aloud(string name, bool fits) => Assert.Equal(fits, OfficerName.Read(name) is not null);
}
