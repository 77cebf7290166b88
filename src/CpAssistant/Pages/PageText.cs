namespace CpAssistant.Pages;

/// <summary>The page's own words in one language.</summary>
public sealed record PageText
{
    /// <summary>"vi" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Name of the whole, at the top of every page: its parts, between which alone it may be broken.</summary>
    public required IReadOnlyList<string> ProductParts { get; init; }

    public string Product => string.Join(' ', ProductParts);

    public required string SkipToMain { get; init; }

    /// <summary>What the links at the top are called for those who do not see them.</summary>
    public required string Navigation { get; init; }

    /// <summary>What unfolds them on a narrow screen.</summary>
    public required string Menu { get; init; }

    /// <summary>Before a telephone number.</summary>
    public required string Phone { get; init; }

    /// <summary>Before the day on which a page was printed.</summary>
    public required string Printed { get; init; }

    /// <summary>What the entries to look-up and search are called for those who do not see them.</summary>
    public required string LookUp { get; init; }

    /// <summary>Entries to look-up and search: address, name, what is found there.</summary>
    public required IReadOnlyList<(string Address, string Name, string Purpose)> Entries { get; init; }

    public required string Title { get; init; }

    public required string Purpose { get; init; }

    public required string QuestionLabel { get; init; }

    public required string QuestionHint { get; init; }

    public required string Ask { get; init; }

    public required string StartOver { get; init; }

    public required string Asked { get; init; }

    public required string Answer { get; init; }

    public required string Sources { get; init; }

    public required string Digest { get; init; }

    public required string OfficeAnswer { get; init; }

    public required string Section { get; init; }

    public required string Notes { get; init; }

    public required string Suggestions { get; init; }

    public required string Examples { get; init; }

    public required IReadOnlyList<string> ExampleQuestions { get; init; }

    public required string TooLong { get; init; }

    public required string Empty { get; init; }

    public required string Covered { get; init; }

    public required string Caution { get; init; }

    /// <summary>Name of the other language in that language.</summary>
    public required string OtherLanguage { get; init; }

    public static PageText Of(string? language) => language == "en" ? English : Vietnamese;

    private static PageText Vietnamese { get; } = new()
    {
        Language = "vi",
        ProductParts = ["Trợ lý", "Sản xuất sạch hơn"],
        SkipToMain = "Đến nội dung chính",
        Navigation = "Trang",
        Menu = "Trình đơn",
        Phone = "ĐT:",
        Printed = "In ngày",
        LookUp = "Tra cứu",
        Entries =
        [
            (SiteNavigation.Responsibilities, "Ai làm gì", "Việc giao cho từng cơ quan, theo tỉnh"),
            (SiteNavigation.Targets, "Chỉ tiêu", "Con số, tỷ lệ phải đạt, theo năm"),
            (SiteNavigation.Search, "Tìm kiếm", "Từng đoạn trong toàn văn các văn bản"),
        ],
        Title = "Hỏi đáp về sản xuất sạch hơn",
        Purpose = "Trả lời theo các kế hoạch, chương trình, chỉ thị về sản xuất sạch hơn, kèm trích dẫn đúng chỗ trong văn bản.",
        QuestionLabel = "Câu hỏi của bạn",
        QuestionHint = "Có dấu hay không dấu đều được. Nên nêu tên tỉnh và năm.",
        Ask = "Hỏi",
        StartOver = "Bắt đầu lại",
        Asked = "Bạn đã hỏi",
        Answer = "Trả lời",
        Sources = "Căn cứ",
        Digest = "Tóm tắt, không phải nguyên văn",
        OfficeAnswer = "Trả lời của Văn phòng",
        Section = "mục",
        Notes = "Lưu ý",
        Suggestions = "Có thể hỏi tiếp",
        Examples = "Ví dụ",
        ExampleQuestions = ["Sở Công Thương Long An phải làm gì?", "Đến năm 2020 Đồng Tháp phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?", "Có những văn bản nào?"],
        TooLong = "Câu hỏi dài quá {0} ký tự; hãy hỏi ngắn hơn.",
        Empty = "Hãy nhập câu hỏi.",
        Covered = "{0} văn bản đang dùng",
        Caution = "Câu trả lời do máy tìm và trích từ văn bản; khi cần làm theo, hãy đối chiếu với văn bản gốc.",
        OtherLanguage = "English",
    };

    private static PageText English { get; } = new()
    {
        Language = "en",
        ProductParts = ["Cleaner Production", "Assistant"],
        SkipToMain = "Skip to main content",
        Navigation = "Site",
        Menu = "Menu",
        Phone = "Tel.",
        Printed = "Printed",
        LookUp = "Look-up",
        Entries =
        [
            (SiteNavigation.Responsibilities, "Who does what", "Tasks of each agency, by province"),
            (SiteNavigation.Targets, "Targets", "Figures and shares to reach, by year"),
            (SiteNavigation.Search, "Search", "Passages in the whole text of documents"),
        ],
        Title = "Questions on cleaner production",
        Purpose = "Answers from Vietnamese plans, programmes and directives on cleaner production, with citations of their exact place.",
        QuestionLabel = "Your question",
        QuestionHint = "Vietnamese or English. Naming a province and a year helps.",
        Ask = "Ask",
        StartOver = "Start over",
        Asked = "You asked",
        Answer = "Answer",
        Sources = "Sources",
        Digest = "Tóm tắt, không phải nguyên văn (a summary, not the original words)",
        OfficeAnswer = "Answer of the office",
        Section = "section",
        Notes = "Notes",
        Suggestions = "You may ask next",
        Examples = "Examples",
        ExampleQuestions = ["Which agency leads training in industrial parks in Long An?", "What is the 2020 adoption target in Dong Thap?", "Which documents are there?"],
        TooLong = "The question is longer than {0} characters; please ask a shorter one.",
        Empty = "Please type a question.",
        Covered = "{0} documents in use",
        Caution = "Answers are found and quoted by a machine; before acting on one, compare it with the original document.",
        OtherLanguage = "Tiếng Việt",
    };
}
