using CpAssistant.Core.Knowledge;

namespace CpAssistant.Pages;

/// <summary>The own words of the pages that show documents, in one language.</summary>
internal sealed record DocumentText
{
    /// <summary>"vi" or "en".</summary>
    internal required string Language { get; init; }

    internal required string List { get; init; }

    internal required string ListPurpose { get; init; }

    internal required string Number { get; init; }

    internal required string Title { get; init; }

    internal required string Province { get; init; }

    internal required string Kind { get; init; }

    internal required string Period { get; init; }

    internal required string State { get; init; }

    internal required string Source { get; init; }

    internal required string Date { get; init; }

    /// <summary>The date of a news item.</summary>
    internal required string Published { get; init; }

    internal required string Issuer { get; init; }

    internal required string Signer { get; init; }

    internal required string InForce { get; init; }

    /// <summary>Of a news item: the number of the document it tells of.</summary>
    internal required string About { get; init; }

    internal required string Any { get; init; }

    internal required string Nationwide { get; init; }

    internal required string Filter { get; init; }

    internal required string ClearFilter { get; init; }

    /// <summary>{0} of {1} documents.</summary>
    internal required string Shown { get; init; }

    internal required string NoneFits { get; init; }

    internal required string SteppedBack { get; init; }

    internal required string SteppedBackWhy { get; init; }

    /// <summary>{0}: "tỉnh" or "thành phố", {1}: the province of today.</summary>
    internal required string NowIn { get; init; }

    internal required string Over { get; init; }

    internal required string Running { get; init; }

    internal required string NoEnd { get; init; }

    internal required string NotGiven { get; init; }

    internal required string Questions { get; init; }

    internal required string GivenUntil { get; init; }

    internal required string RestsOn { get; init; }

    internal required string AllProvinces { get; init; }

    internal required string Particulars { get; init; }

    internal required string Notes { get; init; }

    internal required string Outline { get; init; }

    internal required string Content { get; init; }

    internal required string Missing { get; init; }

    internal required string Warnings { get; init; }

    internal required string Original { get; init; }

    internal required string Digest { get; init; }

    internal required string DigestWhy { get; init; }

    internal required string OfficeAnswer { get; init; }

    internal required string OriginalIs { get; init; }

    internal required string MarkedHere { get; init; }

    internal required string GoToMark { get; init; }

    internal required string MarkFault { get; init; }

    internal required string BackToList { get; init; }

    internal required IReadOnlyDictionary<DocumentKind, string> Kinds { get; init; }

    internal bool IsEnglish => Language == "en";

    internal static DocumentText Of(string? language) => language == "en" ? English : Vietnamese;

    internal string NameOf(DocumentKind kind) => Kinds[kind];

    internal string NameOf(SourceKind source) => source switch
    {
        SourceKind.Original => Original,
        SourceKind.Digest => Digest,
        _ => OfficeAnswer,
    };

    internal string StateOf(bool? isOver) => isOver switch
    {
        true => Over,
        false => Running,
        null => NoEnd,
    };

    private static DocumentText Vietnamese { get; } = new()
    {
        Language = "vi",
        List = "Văn bản",
        ListPurpose = "Các văn bản mà câu trả lời căn cứ vào. Bấm vào tên để đọc toàn văn.",
        Number = "Số, ký hiệu",
        Title = "Tên văn bản",
        Province = "Tỉnh, thành phố",
        Kind = "Loại",
        Period = "Giai đoạn",
        State = "Thời hạn",
        Source = "Bản đang có",
        Date = "Ngày ban hành",
        Published = "Ngày đăng",
        Issuer = "Cơ quan ban hành",
        Signer = "Người ký",
        InForce = "Hiệu lực",
        About = "Nói về văn bản",
        Any = "Tất cả",
        Nationwide = "Chung cả nước",
        Filter = "Lọc",
        ClearFilter = "Bỏ lọc",
        Shown = "{0} trong {1} văn bản",
        NoneFits = "Không có văn bản nào như vậy.",
        SteppedBack = "Bản tóm tắt đã có nguyên văn thay thế",
        SteppedBackWhy = "Các bản này không còn được dùng để trả lời.",
        NowIn = "nay thuộc {0} {1}",
        Over = "Đã hết giai đoạn",
        Running = "Trong giai đoạn",
        NoEnd = "Không ghi thời hạn",
        NotGiven = "Không ghi",
        Questions = "Trả lời câu hỏi",
        GivenUntil = "Dùng đến hết ngày",
        RestsOn = "Căn cứ",
        AllProvinces = "Mọi tỉnh, thành phố",
        Particulars = "Thông tin văn bản",
        Notes = "Lưu ý",
        Outline = "Mục lục",
        Content = "Nội dung",
        Missing = "Phần kèm theo không có trong kho",
        Warnings = "Tình trạng bản chữ",
        Original = "Nguyên văn",
        Digest = "Bản tóm tắt",
        DigestWhy = "Tóm tắt, không phải nguyên văn. Không trích dẫn như lời của văn bản.",
        OfficeAnswer = "Trả lời của Văn phòng",
        OriginalIs = "Bản này không còn dùng để trả lời, vì đã có nguyên văn:",
        MarkedHere = "Đoạn được trích đã được tô màu.",
        GoToMark = "Đến đoạn được trích",
        MarkFault = "Không tìm thấy đoạn được trích; có thể văn bản đã thay đổi từ khi có đường dẫn này.",
        BackToList = "Danh sách văn bản",
        Kinds = new Dictionary<DocumentKind, string>
        {
            [DocumentKind.Plan] = "Kế hoạch",
            [DocumentKind.Programme] = "Chương trình",
            [DocumentKind.Directive] = "Chỉ thị",
            [DocumentKind.Decision] = "Quyết định",
            [DocumentKind.Report] = "Báo cáo",
            [DocumentKind.News] = "Tin bài",
            [DocumentKind.Strategy] = "Chiến lược",
            [DocumentKind.Guidance] = "Tài liệu hướng dẫn",
            [DocumentKind.Letter] = "Công văn",
            [DocumentKind.Other] = "Văn bản khác",
        },
    };

    private static DocumentText English { get; } = new()
    {
        Language = "en",
        List = "Documents",
        ListPurpose = "The documents that answers stand on, in Vietnamese. Follow a title to read the whole text.",
        Number = "Number",
        Title = "Title",
        Province = "Province or city",
        Kind = "Kind",
        Period = "Period",
        State = "Term",
        Source = "Text at hand",
        Date = "Date",
        Published = "Published",
        Issuer = "Issuer",
        Signer = "Signed by",
        InForce = "In force",
        About = "Tells of document",
        Any = "All",
        Nationwide = "Nationwide",
        Filter = "Filter",
        ClearFilter = "Clear filter",
        Shown = "{0} of {1} documents",
        NoneFits = "There is no such document.",
        SteppedBack = "Summaries replaced by their originals",
        SteppedBackWhy = "These are no longer used for answers.",
        NowIn = "now part of {1}",
        Over = "Period over",
        Running = "Within its period",
        NoEnd = "No end given",
        NotGiven = "Not given",
        Questions = "Answers the question",
        GivenUntil = "Given until",
        RestsOn = "Rests on",
        AllProvinces = "All provinces",
        Particulars = "About the document",
        Notes = "Notes",
        Outline = "Contents",
        Content = "Text",
        Missing = "Attachments that are not at hand",
        Warnings = "State of the text",
        Original = "Original wording",
        Digest = "Summary",
        DigestWhy = "Tóm tắt, không phải nguyên văn (a summary, not the original words). Not to be quoted as the document's own wording.",
        OfficeAnswer = "Answer of the office",
        OriginalIs = "This text is no longer used for answers, since the original is at hand:",
        MarkedHere = "The cited words are highlighted.",
        GoToMark = "Go to the cited words",
        MarkFault = "The cited words were not found; the document may have changed since this link was made.",
        BackToList = "List of documents",
        Kinds = new Dictionary<DocumentKind, string>
        {
            [DocumentKind.Plan] = "Plan",
            [DocumentKind.Programme] = "Programme",
            [DocumentKind.Directive] = "Directive",
            [DocumentKind.Decision] = "Decision",
            [DocumentKind.Report] = "Report",
            [DocumentKind.News] = "News item",
            [DocumentKind.Strategy] = "Strategy",
            [DocumentKind.Guidance] = "Guidance",
            [DocumentKind.Letter] = "Official letter",
            [DocumentKind.Other] = "Other",
        },
    };
}
