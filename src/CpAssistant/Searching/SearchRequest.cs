using System.Globalization;
using CpAssistant.Configuration;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.Documents;
using CpAssistant.Pages;

namespace CpAssistant.Searching;

/// <summary>What to search for, read from the values of an address.</summary>
/// <param name="Page">From 1 on.</param>
/// <param name="Faults">What cannot be read, in Vietnamese and English; nothing is to be searched then, since a list that seems filtered and is not would mislead.</param>
internal sealed record SearchRequest(string Query, ProvisionFilter Filter, int Page, IReadOnlyList<Bilingual> Faults)
{
    internal const int PageLength = 20;

    /// <summary>A page beyond any that a search could have.</summary>
    private const int LastPage = 99_999_999;

    private const int ShownOfFault = 60;

    internal static SearchRequest Read(SearchValues values, KnowledgeSnapshot knowledge, Limits limits)
    {
        var faults = new List<Bilingual>();
        var query = values.Query ?? "";
        if (query.Length > limits.QuestionCharacters)
        {
            faults.Add(new Bilingual($"Từ cần tìm dài quá {limits.QuestionCharacters} ký tự; hãy tìm ngắn hơn.", $"The words are longer than {limits.QuestionCharacters} characters; please search for fewer."));
        }

        var isNationwide = values.InProvince is { } province && VietnameseText.Fold(province) == DocumentShelf.Nationwide;
        var filter = new ProvisionFilter
        {
            NationwideOnly = isNationwide,
            Province = isNationwide ? null : Value(values.InProvince, name => ProvinceFilter.Find(name, knowledge.Gazetteer), "Không có tỉnh, thành phố nào tên như vậy", "There is no such province or city"),
            Kind = Choice(values.OfKind, KindOf, "Không có loại văn bản này", "There is no such kind of document"),
            Agency = Value(values.OfAgency, knowledge.Provisions.FindAgency, "Không biết cơ quan này", "This agency is not known"),
            Period = Value(values.OfPeriod, PeriodOf, "Không đọc được giai đoạn; hãy viết như 2016-2020", "The period cannot be read; write it as 2016-2020"),
            Year = Choice(values.OfYear, YearOf, "Không đọc được năm", "The year cannot be read"),
        };
        return new SearchRequest(query, filter, Choice(values.OnPage, PageOf, "Không đọc được số trang", "The number of the page cannot be read") ?? 1, faults);

        T? Value<T>(string? value, Func<string, T?> find, string vi, string en)
            where T : class
        {
            var found = value is null || value.Length > limits.QuestionCharacters ? null : find(value);
            Check(value, found is not null, vi, en);
            return found;
        }

        T? Choice<T>(string? value, Func<string, T?> find, string vi, string en)
            where T : struct
        {
            var found = value is null ? null : find(value);
            Check(value, found is not null, vi, en);
            return found;
        }

        void Check(string? value, bool isRead, string vi, string en)
        {
            if (value is not null && !isRead)
            {
                var shown = value.Length > ShownOfFault ? string.Concat(value.AsSpan(0, ShownOfFault), "…") : value;
                faults.Add(new Bilingual($"{vi}: “{shown}”.", $"{en}: “{shown}”."));
            }
        }
    }

    internal ProvisionResults Find(KnowledgeSnapshot knowledge) => knowledge.Provisions.Find(Query, Filter, (Page - 1) * PageLength, PageLength);

    /// <returns>How many pages so many provisions fill; 0 for none.</returns>
    internal static int PagesOf(int total) => (total + PageLength - 1) / PageLength;

    /// <returns>"2016-2020", "2020", "-2020", "2020-", as <see cref="Read"/> takes it.</returns>
    internal static string NameOf(Period period) => period.From == period.To ? $"{period.From}" : $"{period.From}-{period.To}";

    /// <returns>"plan", as <see cref="Read"/> takes it.</returns>
    internal static string NameOf(DocumentKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>By its name in code or in Vietnamese: "plan", "Kế hoạch", "ke-hoach".</summary>
    private static DocumentKind? KindOf(string text)
    {
        var folded = VietnameseText.Fold(text).Replace('-', ' ');
        return Enum.GetValues<DocumentKind>().Where(kind => NameOf(kind) == folded || VietnameseText.Fold(DocumentText.Of("vi").NameOf(kind)) == folded).Select(kind => (DocumentKind?)kind).FirstOrDefault();
    }

    private static Period? PeriodOf(string text)
    {
        var words = VietnameseText.Fold(text).Replace("den ", "-", StringComparison.Ordinal).Replace('–', '-').Replace('—', '-').Replace(" ", "", StringComparison.Ordinal);
        words = words.StartsWith("tu", StringComparison.Ordinal) ? words[2..] + "-" : words;
        return words.Split('-') switch
        {
            [var year] when YearOf(year) is { } one => new Period(one, one),
            ["", var to] when YearOf(to) is { } end => new Period(null, end),
            [var from, ""] when YearOf(from) is { } start => new Period(start, null),
            [var from, var to] when YearOf(from) is { } start && YearOf(to) is { } end && start <= end => new Period(start, end),
            _ => null,
        };
    }

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year : null;

    private static int? PageOf(string text) =>
        text.All(char.IsAsciiDigit) && text.Any(digit => digit != '0')
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, LastPage) : LastPage
            : null;
}
