namespace CpAssistant.Enquiries.Notices;

/// <summary>A way on which officers are told of an enquiry.</summary>
public interface INoticeWay
{
    /// <summary>As the database names it: "mail", "telegram".</summary>
    string Name { get; }

    /// <exception cref="Exception">It could not be sent; it is tried again later.</exception>
    Task SendAsync(OfficeNotice notice, CancellationToken cancellation);
}

/// <summary>What officers are told: which enquiry, where, until when; nothing of the person or of the question.</summary>
/// <param name="Kind">"new", "added" or "overdue".</param>
/// <param name="Link">To the enquiry in the console; null where no address is set.</param>
public sealed record OfficeNotice(string Kind, string Reference, string? Province, DateOnly DueOn, string? Link)
{
    public string Subject => Kind switch
    {
        "new" => $"Phiếu mới {Reference} / New enquiry",
        "added" => $"Người hỏi bổ sung phiếu {Reference} / Added to an enquiry",
        _ => $"Phiếu quá hạn {Reference} / Overdue enquiry",
    };

    public string Body => string.Join('\n', new[]
    {
        $"{Subject}",
        Province is null ? null : $"Tỉnh / Province: {Province}",
        $"Hạn trả lời / Due: {DueOn:dd/MM/yyyy}",
        Link,
    }.OfType<string>());
}
