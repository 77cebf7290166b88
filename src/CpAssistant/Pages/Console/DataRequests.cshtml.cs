using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/du-lieu-ca-nhan</c>: the register of requests, whom one is about, a new one.</summary>
public sealed class DataRequestsModel(DataRequestStore requests, PersonSearch search) : ConsolePage
{
    internal const int MostCharacters = 100;

    /// <summary>Longer ago a request cannot have come in.</summary>
    private const int MostDaysAgo = 60;

    public IReadOnlyList<DataRequest> Requests { get; private set; } = [];

    public DateOnly Today => requests.Today;

    [BindProperty(Name = "hien", SupportsGet = true)]
    public string? Shown { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Of the form of a new request: what it is about.</summary>
    [BindProperty(Name = "ve", SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(Name = "ngay")]
    public string? ReceivedOn { get; set; }

    /// <summary>What was not right in the form.</summary>
    public string? Fault { get; private set; }

    internal FoundPeople? Found { get; private set; }

    internal DataRequestShown ShownNow => Stored.Read<DataRequestShown>(Shown) ?? DataRequestShown.Open;

    public void OnGet() => Load();

    /// <summary>Posted, not asked for by address: a telephone number belongs in no history and no log.</summary>
    public async Task OnPostFindAsync([FromForm(Name = "tim")] string? words)
    {
        await AuditAsync(AuditActions.PeopleSearched);
        Found = search.FindByContact(words is { Length: > 0 and <= MostCharacters } ? words : "");
        Load();
    }

    public async Task<IActionResult> OnPostRegisterAsync()
    {
        var kind = Stored.Read<DataRequestKind>(Kind);
        var subject = About is { Length: > 0 and <= MostCharacters } ? search.Find(About) : null;
        if (Day() is not { } received || kind is null || subject is null)
        {
            Fault = subject is null
                ? T("Không tìm thấy phiếu, lượt hỏi hoặc cuộc trao đổi này.", "There is no such enquiry, turn or conversation.")
                : T($"Hãy chọn loại yêu cầu và ngày nhận (không sau hôm nay, không quá {MostDaysAgo} ngày trước).", $"Choose a kind and a day of receipt (not after today, at most {MostDaysAgo} days ago).");
            Kind = Shown = null;
            Load();
            return Page();
        }

        var id = await requests.RegisterAsync(kind.Value, subject, received, Entry(AuditActions.DataRequestRegistered));
        return See(DataRequestModel.AddressOf(id), T("Đã ghi nhận yêu cầu.", "The request is registered."));
    }

    private void Load() => Requests = requests.List(new DataRequestQuery(ShownNow, Stored.Read<DataRequestKind>(Kind)));

    private DateOnly? Day() =>
        DateOnly.TryParseExact(ReceivedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= Today && day >= Today.AddDays(-MostDaysAgo) ? day : null;
}
