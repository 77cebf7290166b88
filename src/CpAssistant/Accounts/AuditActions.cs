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
    internal const string TurnViewed = "turn.viewed";
    internal const string TurnsSearched = "turns.searched";
    internal const string GroupsListed = "question_groups.listed";
    internal const string GroupViewed = "question_group.viewed";
    internal const string GroupDismissed = "question_group.dismissed";
    internal const string GroupRestored = "question_group.restored";
    internal const string GroupingAsked = "question_groups.renewed";
    internal const string TurnsExported = "turns.exported";
    internal const string EnquiriesExported = "enquiries.exported";
    internal const string GroupsExported = "question_groups.exported";
    internal const string AnswersExported = "office_answers.exported";
    internal const string FiguresExported = "figures.exported";
    internal const string DataRequestsExported = "data_requests.exported";
    internal const string AuditExported = "audit.exported";
    internal const string ReportMade = "report.made";
    internal const string DataRequestRegistered = "data_request.registered";
    internal const string DataRequestAcknowledged = "data_request.acknowledged";
    internal const string DataRequestDone = "data_request.done";
    internal const string DataRequestRefused = "data_request.refused";
    internal const string PeopleSearched = "personal.searched";
    internal const string PersonalDataViewed = "personal.viewed";
    internal const string PersonalDataCorrected = "personal.corrected";
    internal const string PersonalDataExported = "personal.exported";
    internal const string ConsentWithdrawn = "personal.withdrawn";
    internal const string PersonalDataErased = "personal.erased";
    internal const string AnswerProposed = "office_answer.proposed";
    internal const string AnswerApproved = "office_answer.approved";
    internal const string AnswerReturned = "office_answer.returned";
    internal const string AnswerWithdrawn = "office_answer.withdrawn";

    /// <returns>The action itself where nobody gave it a name.</returns>
    internal static (string Vietnamese, string English) Name(string action) => Names.TryGetValue(action, out var name) ? name : (action, action);

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
        ["enquiries.searched"] = ("Lọc hộp thư", "Inbox filtered"),
        ["enquiry.viewed"] = ("Xem phiếu", "Enquiry viewed"),
        ["enquiry.assigned"] = ("Giao phiếu", "Enquiry assigned"),
        ["enquiry.noted"] = ("Ghi chú vào phiếu", "Enquiry noted"),
        ["enquiry.replied"] = ("Trả lời phiếu", "Enquiry answered"),
        ["enquiry.replied_closed"] = ("Trả lời và đóng phiếu", "Enquiry answered and closed"),
        ["enquiry.closed"] = ("Đóng phiếu", "Enquiry closed"),
        ["enquiry.reopened"] = ("Mở lại phiếu", "Enquiry opened again"),
        ["canned.kept"] = ("Lưu mẫu trả lời", "Canned text kept"),
        ["canned.removed"] = ("Xóa mẫu trả lời", "Canned text removed"),
        [TurnViewed] = ("Xem lượt hỏi", "Turn viewed"),
        [TurnsSearched] = ("Tìm lượt hỏi", "Turns searched"),
        [GroupsListed] = ("Xem câu hỏi chưa đáp ứng", "Unmet questions listed"),
        [GroupViewed] = ("Xem một nhóm câu hỏi", "Group of questions viewed"),
        [GroupDismissed] = ("Bỏ qua nhóm câu hỏi", "Group of questions dismissed"),
        [GroupRestored] = ("Lấy lại nhóm câu hỏi đã bỏ qua", "Group of questions taken back"),
        [GroupingAsked] = ("Gom lại câu hỏi", "Questions grouped anew"),
        [TurnsExported] = ("Kết xuất danh sách lượt hỏi", "List of turns exported"),
        [EnquiriesExported] = ("Kết xuất danh sách phiếu", "List of enquiries exported"),
        [GroupsExported] = ("Kết xuất câu hỏi chưa đáp ứng", "Unmet questions exported"),
        [AnswersExported] = ("Kết xuất câu trả lời của Văn phòng", "Office's answers exported"),
        [FiguresExported] = ("Kết xuất số liệu", "Figures exported"),
        [DataRequestsExported] = ("Kết xuất danh sách yêu cầu về dữ liệu cá nhân", "List of data requests exported"),
        [AuditExported] = ("Kết xuất nhật ký", "Audit log exported"),
        [ReportMade] = ("Lập báo cáo", "Report made"),
        [DataRequestRegistered] = ("Ghi nhận yêu cầu về dữ liệu cá nhân", "Data request registered"),
        [DataRequestAcknowledged] = ("Phản hồi tiếp nhận yêu cầu", "Data request acknowledged"),
        [DataRequestDone] = ("Hoàn thành yêu cầu về dữ liệu cá nhân", "Data request done"),
        [DataRequestRefused] = ("Từ chối yêu cầu về dữ liệu cá nhân", "Data request refused"),
        [PeopleSearched] = ("Tìm theo thông tin liên hệ", "Searched by contact"),
        [PersonalDataViewed] = ("Xem dữ liệu cá nhân", "Personal data viewed"),
        [PersonalDataCorrected] = ("Chỉnh sửa dữ liệu cá nhân", "Personal data corrected"),
        [PersonalDataExported] = ("Kết xuất dữ liệu cá nhân", "Personal data exported"),
        [ConsentWithdrawn] = ("Rút lại sự đồng ý", "Consent withdrawn"),
        [AnswerProposed] = ("Soạn câu trả lời của Văn phòng", "Office's answer written"),
        [AnswerApproved] = ("Duyệt câu trả lời của Văn phòng", "Office's answer approved"),
        [AnswerReturned] = ("Trả lại câu trả lời của Văn phòng", "Office's answer returned"),
        [AnswerWithdrawn] = ("Thu hồi câu trả lời của Văn phòng", "Office's answer withdrawn"),
        [PersonalDataErased] = ("Xóa dữ liệu cá nhân", "Personal data erased"),
    };
}
