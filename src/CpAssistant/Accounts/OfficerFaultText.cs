using System.Globalization;

namespace CpAssistant.Accounts;

/// <summary>What people are told of an <see cref="OfficerFault"/>.</summary>
internal static class OfficerFaultText
{
    internal static (string Vietnamese, string English) Of(OfficerFault fault) => fault switch
    {
        OfficerFault.NameShape => (
            $"Tên gồm {OfficerName.LeastCharacters} đến {OfficerName.MostCharacters} ký tự: chữ, số, dấu cách và . - _ @, bắt đầu và kết thúc bằng chữ hoặc số.",
            $"A name has {OfficerName.LeastCharacters} to {OfficerName.MostCharacters} characters: letters, digits, spaces and . - _ @, with a letter or digit at both ends."),
        OfficerFault.NameTaken => ("Đã có tài khoản mang tên này.", "There is an account of this name already."),
        OfficerFault.PasswordShort => (
            $"Mật khẩu phải có ít nhất {PasswordRules.LeastCharacters} ký tự.",
            string.Create(CultureInfo.InvariantCulture, $"A password has at least {PasswordRules.LeastCharacters} characters.")),
        OfficerFault.PasswordLong => (
            $"Mật khẩu có tối đa {PasswordRules.MostCharacters} ký tự.",
            string.Create(CultureInfo.InvariantCulture, $"A password has at most {PasswordRules.MostCharacters} characters.")),
        OfficerFault.PasswordIsName => ("Mật khẩu không được là tên tài khoản.", "The password must not be the name of the account."),
        OfficerFault.PasswordCommon => ("Mật khẩu này quá phổ biến hoặc quá đơn điệu; hãy chọn mật khẩu khác.", "This password is too common or too uniform; please choose another."),
        OfficerFault.NotThere => ("Không có tài khoản này.", "There is no such account."),
        _ => ("Đây là quản trị viên cuối cùng; phải còn ít nhất một quản trị viên.", "This is the last administrator; there must always be one."),
    };
}
