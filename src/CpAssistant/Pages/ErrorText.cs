namespace CpAssistant.Pages;

/// <summary>What is said when there is no page to show, in both languages.</summary>
internal sealed record ErrorText(string Title, string Vietnamese, string English)
{
    /// <summary>A form of the office's console that did not carry the token it has to.</summary>
    internal static ErrorText OldForm { get; } = new(
        "Biểu mẫu đã hết hạn",
        "Biểu mẫu này không còn hiệu lực, có thể vì bạn đã đăng nhập lại ở một thẻ khác. Hãy quay lại, tải lại trang rồi gửi lại.",
        "This form is valid no more, perhaps because you have signed in again in another tab. Please go back, reload the page and send it again.");

    /// <param name="status">Status code of HTTP.</param>
    internal static ErrorText Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => new(
            "Không tìm thấy",
            "Không có trang hoặc văn bản nào ở địa chỉ này. Có thể văn bản đã được đổi tên hoặc gỡ bỏ.",
            "There is no page or document at this address. A document may have been renamed or removed."),
        StatusCodes.Status401Unauthorized => new(
            "Cần đăng nhập",
            "Bạn chưa đăng nhập hoặc phiên làm việc đã kết thúc; nội dung vừa gửi chưa được lưu. Hãy đăng nhập rồi gửi lại.",
            "You are not signed in, or your session is over; what you sent was not saved. Please sign in and send it again."),
        StatusCodes.Status403Forbidden => new(
            "Không có quyền", "Vai trò của bạn không được mở trang này.", "Your role may not open this page."),
        StatusCodes.Status413PayloadTooLarge => new(
            "Nội dung gửi quá dài", "Nội dung bạn gửi dài quá mức cho phép. Hãy gửi ngắn hơn.", "What you sent is too long. Please send less."),
        StatusCodes.Status429TooManyRequests => new(
            "Quá nhiều yêu cầu", "Có quá nhiều yêu cầu từ địa chỉ của bạn. Hãy thử lại sau một phút.", "There were too many requests from your address. Please try again in a minute."),
        < StatusCodes.Status500InternalServerError => new(
            "Yêu cầu không hợp lệ", "Máy chủ không hiểu yêu cầu này.", "The server could not make sense of this request."),
        _ => new(
            "Có lỗi", "Máy chủ gặp lỗi. Hãy thử lại sau.", "Something went wrong on the server. Please try again later."),
    };
}
