using CpAssistant.Conversations;
using CpAssistant.Enquiries;
using CpAssistant.Enquiries.Notices;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CpAssistant.Tests.PersonalData;

/// <summary>The service's stores over a folder, without the service.</summary>
internal static class Stores
{
    internal static EnquiryIntake Intake(Database database) => new(database, new EphemeralDataProtectionProvider(), new NoticeBook(database, new NoticeSettings()), new EnquirySettings());

    internal static Pseudonyms Pseudonyms(TemporaryFolder data) => new(new KeysFolder(data.Keys));

    internal static ConversationStore Conversations(Database database, TemporaryFolder data, TimeProvider? time = null) =>
        new(database, Pseudonyms(data), Intake(database), Erasure(data, time), time ?? TimeProvider.System);

    internal static Erasure Erasure(TemporaryFolder data, TimeProvider? time = null) => new(Ledger(data), Pseudonyms(data), time ?? TimeProvider.System);

    internal static ErasureLedger Ledger(TemporaryFolder data) => new(new KeysFolder(data.Keys));
}
