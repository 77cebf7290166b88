using CpAssistant.Core.Dialogue;
using CpAssistant.LookUp;

namespace CpAssistant.Tests.LookUp;

/// <summary>Which table an answer leads to.</summary>
public class TableReferenceTests
{
    [Theory]
    [InlineData("Đến năm 2020 Long An phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?", "/tra-cuu/muc-tieu?chi-tieu=adoption&nam=2020&tinh=Long%20An")]
    [InlineData("so sánh mục tiêu nhận thức năm 2020 của Long An và Đồng Tháp", "/tra-cuu/muc-tieu?chi-tieu=awareness&nam=2020&tinh=Long%20An&tinh=%C4%90%E1%BB%93ng%20Th%C3%A1p")]
    [InlineData("Sở TN&MT Bến Tre phải làm gì?", "/tra-cuu/co-quan?co-quan=S%E1%BB%9F%20T%C3%A0i%20nguy%C3%AAn%20v%C3%A0%20M%C3%B4i%20tr%C6%B0%E1%BB%9Dng&tinh=B%E1%BA%BFn%20Tre")]
    [InlineData("cong ty toi o kcn long an muon duoc tap huan thi lien he ai?", "/tra-cuu/co-quan?viec=training&tinh=Long%20An")]
    [InlineData("Chỉ thị của Bến Tre đặt mục tiêu bao nhiêu phần trăm cơ sở áp dụng?", "/tra-cuu/muc-tieu?chi-tieu=adoption&tinh=B%E1%BA%BFn%20Tre")]
    [InlineData("xin chào", null)]
    [InlineData("Kế hoạch 50/KH-UBND do ai ký?", null)]
    public void An_answer_leads_to_the_table_that_holds_it(string question, string? address)
    {
        var outcome = Assistant.Reply(new Turn(question, ConversationState.Empty, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7))), TestKnowledge.Shipped);

        Assert.Equal(address, outcome.Answer.Table is { } table ? LookUpAddress.Of(table) : null);
    }
}
