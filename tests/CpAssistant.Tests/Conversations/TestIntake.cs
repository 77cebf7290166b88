using CpAssistant.Enquiries;
using CpAssistant.Enquiries.Notices;
using CpAssistant.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CpAssistant.Tests.Conversations;

/// <summary>The intake of enquiries, with keys that live as long as the test.</summary>
internal static class TestIntake
{
    internal static EnquiryIntake Of(Database database) => new(database, new EphemeralDataProtectionProvider(), new NoticeBook(database, new NoticeSettings()), new EnquirySettings());
}
