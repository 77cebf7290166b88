namespace CpAssistant.Pages;

/// <summary>The words of the chat in one language.</summary>
public sealed record ChatText
{
    public required string Locale { get; init; }

    public required string Chat { get; init; }

    public required string Covers { get; init; }

    public required string Province { get; init; }

    public required string AnyProvince { get; init; }

    public required string About { get; init; }

    public required string Automatic { get; init; }

    public required string Kept { get; init; }

    public required string Erase { get; init; }

    public required string EraseQuestion { get; init; }

    public required string EraseYes { get; init; }

    public required string Cancel { get; init; }

    public required string CommentLabel { get; init; }

    public required string CommentSend { get; init; }

    public required string CommentClose { get; init; }

    public required string TryAgain { get; init; }

    /// <summary>What the script says, by name.</summary>
    public required IReadOnlyDictionary<string, string> Script { get; init; }

    public static ChatText Of(string language) => language == "en" ? English : Vietnamese;

    private static ChatText Vietnamese { get; } = new()
    {
        Locale = "vi-VN",
        Chat = "Khung trò chuyện",
        Covers = "Hiện có {0} văn bản của {1} tỉnh, thành phố.",
        Province = "Tỉnh, thành phố của bạn",
        AnyProvince = "Chưa chọn",
        About = "Cần biết",
        Automatic = "Câu trả lời là tự động: máy tìm và trích từ văn bản, không phải ý kiến của cơ quan nhà nước. Khi cần làm theo, hãy đối chiếu với văn bản gốc.",
        Kept = "Không cần tài khoản. Tin nhắn của cuộc trò chuyện được lưu lại để trả lời tiếp, cán bộ Văn phòng xem được; số điện thoại, số giấy tờ và thư điện tử trong đó được che đi. Bạn xóa được bất cứ lúc nào.",
        Erase = "Xóa cuộc trò chuyện",
        EraseQuestion = "Xóa mọi tin nhắn của cuộc trò chuyện này, cả phiếu đã gửi Văn phòng từ đây? Phiếu chưa trả lời sẽ không được trả lời nữa. Xóa rồi không lấy lại được.",
        EraseYes = "Xóa",
        Cancel = "Thôi",
        CommentLabel = "Cảm ơn bạn. Bạn muốn nói thêm điều gì về câu trả lời này? (không bắt buộc)",
        CommentSend = "Gửi góp ý",
        CommentClose = "Bỏ qua",
        TryAgain = "Thử lại",
        Script = new Dictionary<string, string>
        {
            ["placeholder"] = "Nhập câu hỏi của bạn",
            ["newTab"] = "Mở trong thẻ mới.",
            ["offline"] = "Mất kết nối mạng. Câu hỏi sẽ được gửi khi có mạng trở lại.",
            ["reconnecting"] = "Mất kết nối với máy chủ, đang nối lại…",
            ["connected"] = "Đã kết nối lại.",
            ["failed"] = "Chưa mở được khung trò chuyện.",
            ["startedAnew"] = "Cuộc trò chuyện trước không còn nữa; đây là cuộc trò chuyện mới.",
            ["erased"] = "Đã xóa cuộc trò chuyện. Bạn có thể hỏi câu mới.",
            ["notErased"] = "Chưa xóa được, hãy thử lại.",
            ["provinceSet"] = "Đã chọn {0}.",
            ["provinceUnset"] = "Đã bỏ chọn tỉnh.",
            ["atLimit"] = "Câu hỏi dài tối đa {0} ký tự; phần vượt quá đã bị cắt.",
            ["rated"] = "Đã ghi nhận ý kiến của bạn.",
            ["commented"] = "Cảm ơn góp ý của bạn.",
        },
    };

    private static ChatText English { get; } = new()
    {
        Locale = "en-US",
        Chat = "Chat",
        Covers = "At present {0} documents of {1} provinces and cities.",
        Province = "Your province or city",
        AnyProvince = "None chosen",
        About = "Good to know",
        Automatic = "Answers are automatic: a machine finds and quotes them from documents; they are not statements of an authority. Before acting on one, compare it with the original.",
        Kept = "No account is needed. The messages of the conversation are kept so that it can go on, and officers of the office can read them; phone numbers, identity numbers and e-mail addresses in them are masked. You can erase it at any time.",
        Erase = "Erase the conversation",
        EraseQuestion = "Erase all messages of this conversation, and what was sent to the office from here? An enquiry that is not answered yet will not be. This cannot be undone.",
        EraseYes = "Erase",
        Cancel = "Cancel",
        CommentLabel = "Thank you. Would you like to say more about this answer? (optional)",
        CommentSend = "Send comment",
        CommentClose = "Skip",
        TryAgain = "Try again",
        Script = new Dictionary<string, string>
        {
            ["placeholder"] = "Type your question",
            ["newTab"] = "Opens in a new tab.",
            ["offline"] = "No network. Questions are sent once it is back.",
            ["reconnecting"] = "The connection was lost, reconnecting…",
            ["connected"] = "Connected again.",
            ["failed"] = "The chat could not be opened.",
            ["startedAnew"] = "The earlier conversation is no longer there; this is a new one.",
            ["erased"] = "The conversation has been erased. You can ask anew.",
            ["notErased"] = "It could not be erased; please try again.",
            ["provinceSet"] = "{0} chosen.",
            ["provinceUnset"] = "No province chosen.",
            ["atLimit"] = "A question has at most {0} characters; anything beyond has been cut off.",
            ["rated"] = "Your vote has been noted.",
            ["commented"] = "Thank you for your comment.",
        },
    };
}
