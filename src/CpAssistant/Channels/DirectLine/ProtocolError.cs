using System.Globalization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>An error as clients of Direct Line read it: <c>{"error":{"code","message"}}</c>.</summary>
/// <param name="RetryAfter">When asking again may help.</param>
public sealed record ProtocolError(int Status, string Code, string Message, TimeSpan? RetryAfter = null) : IResult
{
    internal static ProtocolError NoToken { get; } = new(401, "Unauthorized", "Thiếu mã truy cập. / The Authorization header carries no token.");

    /// <summary>Clients tell an expired token by 403 with this code, not by 401.</summary>
    internal static ProtocolError TokenExpired { get; } = new(403, "TokenExpired", "Mã truy cập đã hết hạn. / The token has expired.");

    internal static ProtocolError BadToken { get; } = new(403, "BadArgument", "Mã truy cập không hợp lệ. / The token is not valid.");

    internal static ProtocolError BadSecret { get; } = new(403, "BadArgument", "Khóa bí mật không đúng. / The secret is not valid.");

    internal static ProtocolError NoSecret { get; } =
        new(403, "SecretNotConfigured", "Dịch vụ không cấp mã cho trang khác (chưa đặt DirectLine:Secret). / Tokens for other sites are not issued: DirectLine:Secret is not set.");

    internal static ProtocolError OtherConversation { get; } =
        new(403, "BadArgument", "Mã truy cập thuộc cuộc trò chuyện khác. / The token belongs to another conversation.");

    internal static ProtocolError ForeignOrigin { get; } =
        new(403, "OriginNotAllowed", "Trang này không được phép gọi dịch vụ. / Pages of this origin may not call the service.");

    internal static ProtocolError NoConversation { get; } =
        new(404, "NotFound", "Cuộc trò chuyện chưa bắt đầu hoặc đã bị xóa. / The conversation has not been started, or has been erased.");

    internal static ProtocolError NoFiles { get; } =
        new(415, "NotSupported", "Trợ lý chưa nhận tệp đính kèm, xin gửi câu hỏi bằng chữ. / Attachments are not taken; please ask in words.");

    internal static ProtocolError NoStream { get; } = new(400, "BadArgument", "Địa chỉ này chỉ mở bằng WebSocket. / This address is opened by a WebSocket.");

    internal static ProtocolError NoJson { get; } = Bad("Nội dung không phải JSON hợp lệ. / The body is not valid JSON.");

    internal static ProtocolError BadWatermark { get; } = Bad("Watermark không hợp lệ. / The watermark is not valid.");

    internal static ProtocolError Full { get; } = new(503, "ServiceUnavailable", "Quá nhiều kết nối đang mở. / Too many open streams.", TimeSpan.FromSeconds(20));

    internal static ProtocolError Bad(string message) => new(400, "BadArgument", message);

    internal static ProtocolError TooLarge(int limit) => new(413, "RequestTooLarge", $"Yêu cầu dài quá {limit} byte. / The request is longer than {limit} bytes.");

    internal static ProtocolError TooMany(TimeSpan retryAfter) =>
        new(429, "TooManyRequests", "Quá nhiều yêu cầu, hãy thử lại sau giây lát. / Too many requests, try again in a moment.", retryAfter);

    /// <summary>What a status says that was set without a word.</summary>
    internal static ProtocolError Of(int status) => status switch
    {
        404 => new(404, "NotFound", "Không có địa chỉ này. / There is nothing at this address."),
        405 => new(405, "MethodNotAllowed", "Địa chỉ này không nhận lệnh đó. / The address does not take this method."),
        413 => new(413, "RequestTooLarge", "Yêu cầu quá dài. / The request is too long."),
        415 => new(415, "UnsupportedMediaType", "Nội dung phải là JSON. / The body has to be JSON."),
        >= 500 => new(status, "ServiceError", "Dịch vụ gặp lỗi, xin thử lại sau. / The service failed; please try again later."),
        _ => new(status, "BadArgument", "Yêu cầu không hợp lệ. / The request is not valid."),
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await response.WriteAsJsonAsync(new Body(new Detail(Code, Message)), JsonText.Line, httpContext.RequestAborted);
    }

    private sealed record Body(Detail Error);

    private sealed record Detail(string Code, string Message);
}
