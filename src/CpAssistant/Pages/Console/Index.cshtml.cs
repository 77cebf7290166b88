using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Enquiries;
using CpAssistant.Enquiries.Notices;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The inbox, at <c>/quan-tri</c>: the enquiries, those that wait longest first.</summary>
public sealed class IndexModel(EnquiryStore enquiries, NoticeBook notices, OfficerRegister officers) : ConsolePage
{
    private const int OnPage = 25;

    [BindProperty(Name = "trang", SupportsGet = true)]
    public int Number { get; set; } = 1;

    internal InboxFilter Filter { get; private set; } = null!;

    internal IReadOnlyList<Enquiry> Enquiries { get; private set; } = [];

    internal int Count { get; private set; }

    internal int Pages => Math.Max(1, (Count + OnPage - 1) / OnPage);

    internal EnquiryCounts Counts { get; private set; } = null!;

    internal (IReadOnlyList<string> Provinces, IReadOnlyList<string> Industries, IReadOnlyList<string> Channels) Choices { get; private set; }

    internal IReadOnlyList<ListedOfficer> Officers { get; private set; } = [];

    /// <summary>Signs alone were typed: there is nothing to look for.</summary>
    internal bool HasEmptyText { get; private set; }

    /// <summary>Notices to officers that could not be sent so far.</summary>
    internal int FailingNotices { get; private set; }

    internal DateOnly Today => enquiries.Today;

    public async Task OnGetAsync()
    {
        Filter = new InboxFilter(Request.Query);
        var text = TurnTextQuery.Read(Filter["q"]);
        HasEmptyText = text.HasFault;
        Number = Math.Clamp(Number, 1, 100_000);
        (Enquiries, Count) = enquiries.Search(Filter.ToQuery(Today, text), (Number - 1) * OnPage, OnPage);
        Counts = enquiries.Count();
        FailingNotices = notices.CountFailing();
        Choices = enquiries.Choices();
        Officers = await officers.ListAsync();
        if (Filter.IsNarrowed)
        {
            await AuditAsync("enquiries.searched");
        }
    }

    internal string CountText => T(
        string.Create(CultureInfo.InvariantCulture, $"{Count} phiếu · đang chờ {Counts.Open}, chưa giao {Counts.New}, quá hạn {Counts.Overdue}"),
        string.Create(CultureInfo.InvariantCulture, $"{Count} enquiries · {Counts.Open} waiting, {Counts.New} not assigned, {Counts.Overdue} overdue"));
}
