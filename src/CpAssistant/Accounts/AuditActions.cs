namespace CpAssistant.Accounts;

/// <summary>The actions of the audit log and what the page calls them. Whoever logs a new one adds a row.</summary>
internal static class AuditActions
{
    internal const string SignedIn = "session.begun";
    internal const string SignedOut = "session.ended";
    internal const string SignInFailed = "session.failed";
    internal const string SessionRejected = "session.rejected";
    internal const string AccessRefused = "access.refused";
    internal const string ForgeryRefused = "access.forged";
    internal const string OfficerAdded = "officer.added";
    internal const string OfficerRemoved = "officer.removed";
    internal const string OfficerLocked = "officer.locked";
    internal const string OfficerUnlocked = "officer.unlocked";
    internal const string RoleChanged = "officer.role";
    internal const string PasswordChanged = "officer.password";
    internal const string PasswordReset = "officer.reset";
    internal const string TwoFactorOn = "officer.twofactor.on";
    internal const string TwoFactorOff = "officer.twofactor.off";
    internal const string RecoveryCodesMade = "officer.codes";
    internal const string AuditSearched = "audit.searched";

    internal static IReadOnlyDictionary<string, (string Vietnamese, string English)> Names { get; } = new Dictionary<string, (string, string)>
    {
        [SignedIn] = ("Đăng nhập", "Signed in"),
        [SignedOut] = ("Đăng xuất", "Signed out"),
        [SignInFailed] = ("Đăng nhập không thành công", "Sign-in failed"),
        [SessionRejected] = ("Phiên làm việc bị từ chối", "Session rejected"),
        [AccessRefused] = ("Từ chối truy cập", "Access refused"),
        [ForgeryRefused] = ("Từ chối biểu mẫu không hợp lệ", "Form without a valid token refused"),
        [OfficerAdded] = ("Thêm tài khoản", "Account added"),
        [OfficerRemoved] = ("Xóa tài khoản", "Account removed"),
        [OfficerLocked] = ("Tài khoản bị tạm khóa", "Account locked"),
        [OfficerUnlocked] = ("Mở khóa tài khoản", "Account unlocked"),
        [RoleChanged] = ("Đổi vai trò", "Role changed"),
        [PasswordChanged] = ("Đổi mật khẩu", "Password changed"),
        [PasswordReset] = ("Đặt lại mật khẩu", "Password reset"),
        [TwoFactorOn] = ("Bật xác thực hai bước", "Two-step sign-in turned on"),
        [TwoFactorOff] = ("Tắt xác thực hai bước", "Two-step sign-in turned off"),
        [RecoveryCodesMade] = ("Tạo mã khôi phục", "Recovery codes made"),
        [AuditSearched] = ("Xem nhật ký", "Audit log viewed"),
    };
}
