namespace CpAssistant.Figures;

/// <summary>What figures know of one enquiry; "" where nothing is known.</summary>
internal sealed record EnquiryCell(DateTimeOffset OpenedAt, DateTimeOffset? AnsweredAt, bool IsLate, string Channel, string Province, string Industry);
