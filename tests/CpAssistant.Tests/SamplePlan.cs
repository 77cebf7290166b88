namespace CpAssistant.Tests;

/// <summary>A short plan of a province, not a real one.</summary>
internal static class SamplePlan
{
    internal static string Text(string province = "Lạng Sơn", int percent = 40) => $"""
        ỦY BAN NHÂN DÂN
        TỈNH {province.ToUpperInvariant()}

        Số: 64/KH-UBND

        {province}, ngày 08 tháng 5 năm 2018

        KẾ HOẠCH
        Sản xuất sạch hơn trong công nghiệp tỉnh {province} đến năm 2020

        I. MỤC TIÊU

        1. Đến năm 2020: {percent}% cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn.

        II. TỔ CHỨC THỰC HIỆN

        1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính tổ chức tập huấn kiến thức về sản xuất sạch hơn cho các cơ sở sản xuất.

        2. Sở Tài chính cân đối nguồn vốn từ ngân sách hằng năm để thực hiện kế hoạch này.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Hoàng Văn Điệp
        """;
}
