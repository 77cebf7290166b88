using CpAssistant.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Text;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("gọi 0912345678 nhé", "gọi [số điện thoại] nhé")]
    [InlineData("sdt: 0912 345 678", "sdt: [số điện thoại]")]
    [InlineData("(0272) 3.826.789 gặp chị Hoa", "([số điện thoại] gặp chị Hoa")]
    [InlineData("+84 912-345-678", "[số điện thoại]")]
    [InlineData("84912345678", "[số điện thoại]")]
    [InlineData("０912345678", "[số điện thoại]")]
    [InlineData("09\u200B1234\u200B5678", "[số điện thoại]")]
    [InlineData("01234567890", "[số điện thoại]")]
    [InlineData("mail toi: nguyen.van-a@congty.com.vn.", "mail toi: [email].")]
    [InlineData("ten (at) congty.vn", "[email]")]
    [InlineData("CCCD 079203004512", "CCCD [số định danh]")]
    [InlineData("số 079 203 004 512 cấp", "số [số định danh] cấp")]
    [InlineData("CMND số 301234567", "CMND số [số định danh]")]
    [InlineData("301234567", "[số định danh]")]
    [InlineData("hộ chiếu B1234567", "hộ chiếu [số định danh]")]
    [InlineData("0912345678/0987654321", "[số điện thoại]/[số điện thoại]")]
    [InlineData("1/0912345678", "1/[số điện thoại]")]
    [InlineData("0912/345/678", "[số điện thoại]")]
    [InlineData("0912,345,678", "[số điện thoại]")]
    [InlineData("0912  -  345  -  678", "[số điện thoại]")]
    [InlineData("0912—345—678", "[số điện thoại]")]
    [InlineData("0_912_345_678", "[số điện thoại]")]
    [InlineData("٠٩١٢٣٤٥٦٧٨", "[số điện thoại]")]
    [InlineData("𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 nhé", "[số điện thoại] nhé")]
    [InlineData("0790 8500 1234", "[số định danh]")]
    [InlineData("271 234 567", "[số định danh]")]
    [InlineData("STK 19036512345678 Techcombank", "STK [số định danh] Techcombank")]
    [InlineData("thẻ 4111 1111 1111 1111", "thẻ [số định danh]")]
    [InlineData("C1234567", "[số định danh]")]
    [InlineData("nguyen.van.a @ gmail . com", "[email]")]
    [InlineData("nguyen [at] gmail [dot] com", "[email]")]
    [InlineData("nguyen＠gmail．com nhé", "[email] nhé")]
    [InlineData("nguyen a còng gmail.com", "[email]")]
    [InlineData("nguyen​@​gmail.com", "[email]")]
    public void Masks_what_tells_who_a_person_is(string text, string masked) => Assert.Equal(masked, PersonalNumbers.Mask(text));

    [Theory]
    [InlineData("Quyết định 86/QĐ-UBND ngày 04/01/2013 giai đoạn 2013-2020")]
    [InlineData("04-01-2013 25 cơ sở")]
    [InlineData("kinh phí 2.400.000.000 đồng, hay 150000000 đồng")]
    [InlineData("tiết kiệm 150 000 000 kWh")]
    [InlineData("đến năm 2020 50 % cơ sở áp dụng, giảm 5-8%")]
    [InlineData("1419/QĐ-TTg và 3182/QĐ-UBND")]
    [InlineData("VI.9 và III.1.2")]
    [InlineData("từ 01/01/2021-31/12/2025 và 01/07/2025 có 25 cơ sở")]
    [InlineData("giảm 0,05 0,10 0,15 0,20 %")]
    [InlineData("QĐ 02/2013/QĐ-UBND và 150/2025/NĐ-CP")]
    [InlineData("kinh phí 150 000 000 hay 2,5 tỷ")]
    public void Leaves_dates_documents_and_sums(string text) => Assert.Equal(text, PersonalNumbers.Mask(text));

    [Fact]
    public void Masking_twice_is_masking_once() => RandomText.Holds(text => PersonalNumbers.Mask(PersonalNumbers.Mask(text)) == PersonalNumbers.Mask(text));

    [Fact]
    public void No_grouping_of_its_digits_hides_a_telephone_number() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements("", " ", ".", "-", " - "), 9).ToArbitrary(),
        gaps =>
        {
            var number = "0" + string.Concat(gaps.Zip("912345678", (gap, digit) => gap + digit));

            return !PersonalNumbers.Mask($"xin gọi {number} ạ").Any(char.IsDigit);
        }).QuickCheckThrowOnFailure();
}
