using System.Globalization;
using System.Text;
using System.Text.Json;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.PersonalData;

/// <summary>The copy that a person is given: the whole record as JSON, or the same to be read.</summary>
internal static class PersonalExport
{
    internal static byte[] Json(PersonalRecord record, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new { ExportedAt = at, record.Conversation, record.Enquiries, record.Messages, record.Turns }, JsonText.Indented);

    /// <summary>In Vietnamese: it is a document of the office.</summary>
    internal static byte[] Text(PersonalRecord record, DateTimeOffset at)
    {
        var text = new StringBuilder();
        text.Append("DỮ LIỆU CÁ NHÂN ĐANG LƯU GIỮ\n").Append(CultureInfo.InvariantCulture, $"Kết xuất lúc {VietnamTime.Text(at)}\n");
        if (record.Conversation is { } conversation)
        {
            Line(text, "\nKênh trao đổi", conversation.Channel);
            Line(text, "Mã cuộc trao đổi", conversation.Id);
            Line(text, "Mã người dùng trên kênh", conversation.UserId);
            Line(text, "Ngôn ngữ", conversation.Locale);
            Line(text, "Bắt đầu", VietnamTime.Text(conversation.StartedAt));
            Line(text, "Lần trao đổi cuối", VietnamTime.Text(conversation.ChangedAt));
            Line(text, "Tỉnh, thành phố đã chọn", conversation.Choices?.Province);
            Line(text, "Khu, cụm công nghiệp đã chọn", conversation.Choices?.Park);
        }

        foreach (var enquiry in record.Enquiries)
        {
            Write(text, enquiry);
        }

        text.Append("\nNỘI DUNG TRAO ĐỔI\n");
        foreach (var message in record.Messages)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{VietnamTime.Text(message.At)}] {DataRequestText.Of(message.Author).Vietnamese}: {Indented(message.Text)}\n");
        }

        text.Append("\nNHẬT KÝ LƯỢT HỎI\n");
        foreach (var turn in record.Turns)
        {
            Write(text, turn);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, KeptEnquiry enquiry)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nPHIẾU {enquiry.Reference}\n");
        Line(text, "Tình trạng", DataRequestText.OfEnquiryStatus(enquiry.Status).Vietnamese);
        Line(text, "Gửi lúc", VietnamTime.Text(enquiry.OpenedAt));
        Line(text, "Tỉnh, thành phố", enquiry.Province);
        Line(text, "Khu, cụm công nghiệp", enquiry.Park);
        Line(text, "Ngành", enquiry.Industry);
        Line(text, "Câu hỏi", enquiry.Question);
        Line(text, "Tên", enquiry.Contact?.Name);
        Line(text, "Liên hệ", enquiry.Contact?.Contact);
        foreach (var consent in enquiry.Consents)
        {
            var withdrawn = consent.WithdrawnAt is { } at ? $"; rút lại lúc {VietnamTime.Text(at)}" : "";
            Line(text, $"{DataRequestText.Of(consent.Purpose).Vietnamese}", $"{(consent.Given ? "đồng ý" : "không đồng ý")} lúc {VietnamTime.Text(consent.At)}{withdrawn}");
            Line(text, "  Lời đã hỏi", consent.Wording);
        }

        foreach (var note in enquiry.Notes)
        {
            Line(text, "Ghi chú của cán bộ", note);
        }
    }

    private static void Write(StringBuilder text, KeptTurn turn)
    {
        text.Append(CultureInfo.InvariantCulture, $"[{VietnamTime.Text(turn.At)}] {Indented(turn.Question)} — {turn.Outcome}");
        text.Append(turn.Helpful switch { true => "; đánh giá: hữu ích", false => "; đánh giá: chưa hữu ích", null => "" });
        text.Append(turn.Comment is { } comment ? $" ({Indented(comment)})\n" : "\n");
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {Indented(value)}\n");
        }
    }

    /// <summary>So that no line of a person's words can pass for one of ours.</summary>
    private static string Indented(string words) => words.ReplaceLineEndings("\n    ");
}
