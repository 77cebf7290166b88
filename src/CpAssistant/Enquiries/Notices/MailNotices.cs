using System.Net;
using System.Net.Mail;

namespace CpAssistant.Enquiries.Notices;

/// <summary>Notices by e-mail, through the office's mail server.</summary>
public sealed class MailNotices(NoticeSettings settings) : INoticeWay
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Name => "mail";

    public async Task SendAsync(OfficeNotice notice, CancellationToken cancellation)
    {
        var mail = settings.Mail ?? throw new InvalidOperationException("no mail server is set");
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Tls, Credentials = mail.User is null ? null : new NetworkCredential(mail.User, mail.Password) };
        using var message = new MailMessage { From = new MailAddress(mail.From), Subject = notice.Subject, Body = notice.Body };
        mail.To.ToList().ForEach(message.To.Add);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        await client.SendMailAsync(message, limit.Token);
    }
}
