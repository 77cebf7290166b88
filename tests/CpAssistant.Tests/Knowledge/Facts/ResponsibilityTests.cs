using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge.Facts;

public class ResponsibilityTests
{
    private const string Plan = "KẾ HOẠCH\nÁp dụng sản xuất sạch hơn trên địa bàn tỉnh Hà Nam\n\nI. MỤC TIÊU\n\nNâng cao nhận thức về sản xuất sạch hơn trong công nghiệp của tỉnh.\n\nII. TỔ CHỨC THỰC HIỆN\n\n";

    [Theory]
    [InlineData("Ủy ban nhân dân các huyện, thị xã Duy Tiên và thành phố Phủ Lý", "ubnd-huyen")]
    [InlineData("Ủy ban nhân dân các xã, phường và đặc khu Cồn Cỏ", "ubnd-xa")]
    [InlineData("Ban Quản lý Khu kinh tế Vân Đồn và các khu công nghiệp Quảng Ninh", "ban-quan-ly-khu-kinh-te-va-cac-khu-cong-nghiep")]
    [InlineData("Ban Quản lý các khu công nghiệp tỉnh", "ban-quan-ly-cac-khu-cong-nghiep")]
    [InlineData("Báo Hà Nam", "bao-tinh")]
    [InlineData("Trường Đại học Hà Nam", "vien-truong")]
    [InlineData("Chi cục Bảo vệ môi trường", "chi-cuc-bao-ve-moi-truong")]
    public void Reads_the_name_of_an_agency_to_its_end(string name, string id)
    {
        var fact = Assert.Single(ReadFacts.Of<Responsibility>(Plan + $"1. {name} chủ trì tập huấn cho các cơ sở.\n"));

        Assert.Equal((name, id), (fact.Agency.Name, fact.Agency.Id));
    }

    [Fact]
    public void Each_sentence_and_part_has_its_own_agency()
    {
        var charges = ReadFacts.Charges(Plan + "1. Sở Công Thương chủ trì tập huấn; Sở Tài chính bố trí kinh phí. Sở Khoa học và Công nghệ phối hợp với Sở Công Thương chọn đề tài.\n");

        Assert.Equal(
            [
                "Sở Công Thương | Lead | 1. Sở Công Thương chủ trì tập huấn;", "Sở Tài chính | Own | Sở Tài chính bố trí kinh phí.",
                "Sở Khoa học và Công nghệ | Support | Sở Khoa học và Công nghệ phối hợp với Sở Công Thương chọn đề tài.",
            ],
            charges);
    }

    [Fact]
    public void What_one_agency_does_in_one_role_stays_one_fact()
    {
        var charges = ReadFacts.Charges(Plan + "1. Sở Công Thương chủ trì tập huấn; mời chuyên gia đến các cơ sở. Hằng năm lập kế hoạch cho năm sau.\n");

        Assert.Equal(["Sở Công Thương | Lead | 1. Sở Công Thương chủ trì tập huấn; mời chuyên gia đến các cơ sở. Hằng năm lập kế hoạch cho năm sau."], charges);
    }

    [Theory]
    [InlineData("phối hợp với Sở Tài chính rà soát chính sách. Đồng thời, tuyên truyền đến các cơ sở.", "Support", "Own")]
    [InlineData("tuyên truyền đến các cơ sở. Đồng thời, phối hợp với Sở Tài chính rà soát chính sách.", "Own", "Support")]
    public void A_sentence_behind_another_role_has_its_own(string tasks, params string[] roles) =>
        Assert.Equal(roles, ReadFacts.Charges(Plan + $"1. Sở Công Thương\n\n- {char.ToUpperInvariant(tasks[0])}{tasks[1..]}\n").Select(charge => charge.Split(" | ")[1]));

    [Theory]
    [InlineData("1. Sở Công Thương chủ trì tập huấn cho các cơ sở; phối hợp với Sở Tài chính.", "Sở Công Thương Lead", "Sở Tài chính Support")]
    [InlineData("1. Sở Công Thương thẩm định dự án của các cơ sở trong khu, cụm công nghiệp trên địa bàn, phối hợp với Sở Tài chính.", "Sở Công Thương Own", "Sở Tài chính Support")]
    public void Partners_named_last_support(string sentence, params string[] roles) =>
        Assert.Equal(roles, ReadFacts.Of<Responsibility>(Plan + sentence + "\n").Select(fact => $"{fact.Agency.Name} {fact.Role}"));

    [Fact]
    public void A_request_to_a_ministry_charges_nobody() =>
        Assert.Equal("Sở Công Thương", Assert.Single(ReadFacts.Of<Responsibility>(Plan + "1. Sở Công Thương chủ trì tập huấn cho các cơ sở.\n\nIII. ĐỀ XUẤT, KIẾN NGHỊ\n\n1. Đề nghị Bộ Công Thương hỗ trợ kinh phí cho tỉnh.\n")).Agency.Name);

    [Fact]
    public void A_region_belongs_to_the_name_with_its_number() =>
        Assert.Equal("Ngân hàng Nhà nước Chi nhánh Khu vực 8", Assert.Single(ReadFacts.Of<Responsibility>(Plan + "1. Ngân hàng Nhà nước Chi nhánh Khu vực 8 chủ trì hướng dẫn vay vốn.\n")).Agency.Name);

    [Fact]
    public void Another_role_at_the_start_of_a_part_is_another_fact()
    {
        var charges = ReadFacts.Charges(Plan + "1. Sở Tài nguyên và Môi trường phối hợp với Sở Công Thương rà soát các cơ sở; chủ trì thanh tra cơ sở vi phạm.\n");

        Assert.Equal(["Support", "Lead"], charges.Select(charge => charge.Split(" | ")[1]));
    }

    [Fact]
    public void An_item_that_begins_with_an_agency_is_its_own()
    {
        var charges = ReadFacts.Charges(Plan + "1. Trách nhiệm của các sở, ngành\n\na) Sở Tài chính: bố trí kinh phí hằng năm cho kế hoạch;\n\nb) Sở Xây dựng: hướng dẫn các cơ sở gạch ngói áp dụng.\n");

        Assert.Equal(["Sở Tài chính", "Sở Xây dựng"], charges.Select(charge => charge.Split(" | ")[0]));
    }

    [Fact]
    public void A_task_that_is_handed_on_belongs_to_both()
    {
        var charges = ReadFacts.Charges(Plan + "1. Sở Công Thương\n\na) Giao Trung tâm Khuyến công tiếp nhận hồ sơ của các cơ sở;\n\nb) Cử một công chức làm đầu mối.\n");

        Assert.Equal(["Sở Công Thương | Own", "Trung tâm Khuyến công | Own", "Sở Công Thương | Own"], charges.Select(charge => string.Join(" | ", charge.Split(" | ").Take(2))));
    }
}
