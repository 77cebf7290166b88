using CpAssistant.Core.Answering;
using CpAssistant.LookUp;
using CpAssistant.Pages;

namespace CpAssistant.Conversations;

/// <summary>A table of the look-up that a reply leads to.</summary>
/// <param name="Label">"Xem bảng chỉ tiêu: Long An, Đồng Tháp".</param>
/// <param name="Address">From the service's root on.</param>
public sealed record LinkedTable(string Label, string Address)
{
    /// <summary>More names make a label no button has room for.</summary>
    private const int MostNames = 3;

    internal static LinkedTable Of(TableReference table, Phrasebook say)
    {
        var label = say.Say(table is TableReference.Targets ? "tableOfTargets" : "tableOfResponsibilities");
        var names = table.Provinces.Count is > 0 and <= MostNames ? ": " + string.Join(", ", table.Provinces) : "";
        return new LinkedTable(label + names, AddressOf(table, say.English));
    }

    internal static string AddressOf(TableReference table, bool english)
    {
        var address = LookUpAddress.Of(table);
        return english ? address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + LanguageSwitch.Key + "=en" : address;
    }
}
