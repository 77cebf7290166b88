using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Tests.Knowledge.Facts;

namespace CpAssistant.Tests.LookUp;

public class TaskWordsTests
{
    private const string Plan = "KẾ HOẠCH\nÁp dụng sản xuất sạch hơn trên địa bàn tỉnh Hà Nam\n\nI. MỤC TIÊU\n\nNâng cao nhận thức về sản xuất sạch hơn trong công nghiệp của tỉnh.\n\nII. TỔ CHỨC THỰC HIỆN\n\n";

    [Theory]
    [InlineData("Việc biên soạn tài liệu hướng dẫn cho ngành gỗ do Sở Khoa học và Công nghệ chủ trì, Sở Tài chính phối hợp.", "Việc biên soạn tài liệu hướng dẫn cho ngành gỗ do Sở Khoa học và Công nghệ chủ trì, Sở Tài chính phối hợp.")]
    [InlineData("Sở Tài chính bố trí kinh phí do tỉnh giao.", "bố trí kinh phí do tỉnh giao.")]
    [InlineData("Sở Công Thương, Sở Tài chính, Sở Khoa học và Công nghệ lập kế hoạch.", "lập kế hoạch.")]
    public void Tell_what_is_to_be_done(string sentence, string words)
    {
        var fact = ReadFacts.Of<Responsibility>(Plan + "1. " + sentence + "\n")[0];

        Assert.EndsWith(words, fact.Document.Quote(TaskWords.Of(fact)), StringComparison.Ordinal);
        Assert.True(fact.Document.Quote(TaskWords.Of(fact)).Length <= words.Length + 3);
    }
}
