using System.Text;
using System.Text.RegularExpressions;
using CpAssistant.Configuration;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Channels.Telegram;
using Microsoft.Extensions.Configuration;

namespace CpAssistant.Tests.Enquiries;

/// <summary>Officers are told of enquiries by mail and in Telegram.</summary>
public sealed class NoticeTests
{
    private const string Question = "Lò hơi đốt trấu ở Lạng Sơn được hỗ trợ bao nhiêu?";

    [Fact]
    public async Task A_new_enquiry_is_told_by_mail_without_a_word_of_it()
    {
        using var mail = new FakeMailServer();
        using var service = Start(mail, new FastTime(20));

        await AskAsync(service);

        await WaitAsync(() => mail.Mails.Count == 1);
        var told = Decoded(mail.Mails.First());
        Assert.Contains("Phiếu mới CP-", told, StringComparison.Ordinal);
        Assert.Contains("https://sxsh.example.vn/quan-tri/phieu/CP-", told, StringComparison.Ordinal);
        Assert.DoesNotContain("trấu", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_was_refused_is_sent_again()
    {
        using var mail = new FakeMailServer { Refusals = 1 };
        using var service = Start(mail, new FastTime(120));

        await AskAsync(service);

        await WaitAsync(() => mail.Mails.Count == 1);
        Assert.Equal([1], service.Query<int>("SELECT attempts FROM notice"));
    }

    [Fact]
    public async Task What_is_overdue_is_told_once()
    {
        using var mail = new FakeMailServer();
        using var service = Start(mail, new FastTime(60));
        await AskAsync(service);
        await WaitAsync(() => mail.Mails.Count == 1);

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(service.Data.Path, "cp-assistant.db")};Pooling=False"))
        {
            connection.Open();
            Dapper.SqlMapper.Execute(connection, "UPDATE enquiry SET due_on = '2020-01-02'");
        }

        await WaitAsync(() => mail.Mails.Count == 2);
        await Task.Delay(500);
        Assert.Equal(2, mail.Mails.Count);
        Assert.Contains("Phiếu quá hạn", Decoded(mail.Mails.Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_enquiry_is_told_in_the_chat_of_the_office()
    {
        await using var service = TelegramService.Start(await FakeTelegram.StartAsync(), time: new FastTime(20), settings: [("Notices:TelegramChat", "-100500")]);
        foreach (var said in new[] { "/hoidap Bao giờ có lớp?", "Không, chỉ gửi câu hỏi" })
        {
            await service.AskAsync(7, said);
        }

        var told = await service.Telegram.WaitForMessageAsync(-100500, _ => true, TimeSpan.FromSeconds(30));

        Assert.Contains("Phiếu mới CP-", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lớp", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Notices:TelegramChat", "văn phòng")]
    [InlineData("Notices:Address", "sxsh")]
    [InlineData("Notices:Mail:Host", "mail.example.vn")]
    [InlineData("Enquiries:AnswerWithinWorkingDays", "0")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();

        var fault = Assert.Throws<SettingsException>(() => Settings.Read(configuration, Repository.Root));

        Assert.StartsWith(key.Split(':')[0], fault.Message, StringComparison.Ordinal);
    }

    private static Service Start(FakeMailServer mail, TimeProvider time) => new(
        time,
        listens: false,
        ("Notices:Address", "https://sxsh.example.vn"),
        ("Notices:Mail:Host", "127.0.0.1"),
        ("Notices:Mail:Port", mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Notices:Mail:Tls", "false"),
        ("Notices:Mail:From", "sxsh@example.vn"),
        ("Notices:Mail:To:0", "canbo@example.vn"));

    private static async Task AskAsync(Service service)
    {
        var talk = await Talk.OpenAsync(service);
        foreach (var said in new[] { Question, "Gửi câu hỏi cho Văn phòng SXSH", "Gửi câu này", "Không, chỉ gửi câu hỏi" })
        {
            await talk.SayAsync(said);
        }
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); !condition(); await Task.Delay(50))
        {
            Assert.True(DateTime.UtcNow < end, "waited in vain");
        }
    }

    /// <summary>Headers and body in the encodings that mail uses.</summary>
    private static string Decoded(string mail) =>
        mail + "\n" + Regex.Replace(mail, "=\\?utf-8\\?B\\?([^?]+)\\?=", word => Utf8(word.Groups[1].Value)) + "\n" + (Regex.Match(mail, "base64\\s+((?:[A-Za-z0-9+/=]+\\s*)+)") is { Success: true } body ? Utf8(body.Groups[1].Value) : "");

    private static string Utf8(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Replace(base64, "\\s", "")));
}
