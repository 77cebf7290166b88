using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.LookUp;
using CpAssistant.Facts;

namespace CpAssistant.LookUp;

/// <summary>Reads what an address asks for, and remembers what in it nobody can read. Values come from outside and may be anything.</summary>
internal sealed class LookUpReader(KnowledgeSnapshot knowledge)
{
    /// <summary>No name of a body, a province or an indicator is longer.</summary>
    private const int LongestValue = 300;

    /// <summary>More provinces than there ever were.</summary>
    private const int MostProvinces = 100;

    private readonly List<LookUpFault> _faults = [];

    internal IReadOnlyList<LookUpFault> Faults => _faults;

    internal ResponsibilityFilter Responsibilities((string Name, string? Value) agency, (string Name, IEnumerable<string?> Values) provinces, (string Name, string? Value) role, (string Name, string? Value) task)
    {
        var chosen = Read(agency, text => AgencyChoice.Find(text, knowledge.Gazetteer, knowledge.Facts.OfType<Responsibility>().SelectMany(fact => fact.Partners.Prepend(fact.Agency))));
        return new ResponsibilityFilter
        {
            Agency = chosen,
            // "Sở Công Thương Long An" names its province.
            Provinces = Provinces(provinces) is { Count: > 0 } named ? named : chosen?.Place is { } place ? [place] : [],
            Role = Read(role, FactWords.Roles.Find)?.Value,
            Task = Read(task, text => knowledge.Language.Tasks.Tasks.FirstOrDefault(kind => kind.Id == text)),
        };
    }

    internal TargetFilter Targets((string Name, string? Value) indicator, (string Name, IEnumerable<string?> Values) provinces, (string Name, string? Value) period, (string Name, string? Value) nature) => new()
    {
        Indicator = Read(indicator, text => TargetFilter.Find(text, knowledge)),
        Provinces = Provinces(provinces),
        Period = Read(period, PeriodFilter.Read),
        Nature = Read(nature, FactWords.Natures.Find)?.Value,
    };

    /// <summary>Several provinces may be given, and several in one value with commas.</summary>
    private IReadOnlyList<ProvinceFilter> Provinces((string Name, IEnumerable<string?> Values) given)
    {
        var names = given.Values.SelectMany(value => (value ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        if (names.Count > MostProvinces)
        {
            _faults.Add(new LookUpFault(given.Name, string.Join(", ", names.Take(3)) + "…"));
            return [];
        }

        return [.. names.Select(name => Read((given.Name, name), text => ProvinceFilter.Find(text, knowledge.Gazetteer))).OfType<ProvinceFilter>().DistinctBy(filter => filter.Province.Name)];
    }

    private T? Read<T>((string Name, string? Value) given, Func<string, T?> find)
        where T : class
    {
        if (given.Value?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        // As it was typed; else as it was meant, without slips and with short forms in full.
        var found = text.Length <= LongestValue ? find(text) ?? find(knowledge.Utterances.Read(text).Text) : null;
        if (found is null)
        {
            _faults.Add(new LookUpFault(given.Name, text.Length <= ShownValue ? text : text[..ShownValue] + "…"));
        }

        return found;
    }

    /// <summary>UTF-16 units of a value that are shown where it cannot be read.</summary>
    private const int ShownValue = 60;
}

/// <summary>A value that nobody can read.</summary>
/// <param name="Name">Of the value in the address.</param>
/// <param name="Value">Its beginning, as it was given.</param>
internal sealed record LookUpFault(string Name, string Value)
{
    internal (string Vietnamese, string English) Words => Name switch
    {
        LookUpAddress.Agency or "agency" => ($"Không có cơ quan nào tên “{Value}” trong các văn bản.", $"No body called “{Value}” is named in the documents."),
        LookUpAddress.Province or "province" => ($"Không có tỉnh, thành phố nào tên “{Value}”.", $"There is no province called “{Value}”."),
        LookUpAddress.Year or "period" => ($"Không đọc được “{Value}”: cần một năm (2020) hoặc một giai đoạn (2016-2020).", $"“{Value}” is neither a year (2020) nor a period (2016-2020)."),
        LookUpAddress.Role or "role" => ($"Không có vai trò “{Value}”; chọn {Of(FactWords.Roles, Name)}.", $"“{Value}” is no role; one of {Of(FactWords.Roles, Name)}."),
        LookUpAddress.Nature or "nature" => ($"Không có loại “{Value}”; chọn {Of(FactWords.Natures, Name)}.", $"“{Value}” is no nature; one of {Of(FactWords.Natures, Name)}."),
        LookUpAddress.Indicator or "indicator" => ($"“{Value}” không khớp với chỉ tiêu nào, hoặc khớp với nhiều chỉ tiêu; hãy chọn trong danh sách.", $"“{Value}” fits no indicator, or several; please choose one of the list."),
        _ => ($"Không có loại việc “{Value}”; hãy chọn trong danh sách.", $"“{Value}” is no kind of task; please choose one of the list."),
    };

    private static string Of<T>(IReadOnlyList<FactWord<T>> words, string name) =>
        string.Join(", ", words.Select(word => name is "role" or "nature" ? word.Name : word.Slug));
}
