using CpAssistant.Configuration;

namespace CpAssistant.Exports.Report;

/// <summary>Section <c>Report</c>: what the head and the end of a report say. What is not known stays open in it, as dots.</summary>
public sealed record ReportSettings
{
    internal const string Dots = "……";

    private const int MostCharacters = 200;
    private const int MostRecipients = 20;

    /// <summary>Body above the issuer; empty for none.</summary>
    public string Superior { get; init; } = "";

    public string Issuer { get; init; } = Dots;

    public string Place { get; init; } = Dots;

    /// <summary>Of the issuer, in the number of a document: "BC-VPSXSH" has "VPSXSH".</summary>
    public string Abbreviation { get; init; } = Dots;

    public IReadOnlyList<string> Recipients { get; init; } = [Dots];

    /// <summary>Behind "Lưu:".</summary>
    public string Filing { get; init; } = "VT, " + Dots;

    /// <summary>Position of who signs.</summary>
    public string Signatory { get; init; } = Dots;

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static ReportSettings Read(IConfiguration configuration)
    {
        var (defaults, section) = (new ReportSettings(), configuration.GetSection("Report"));
        var recipients = section.GetSection("Recipients").GetChildren().Select(child => Line(child.Path, child.Value)).OfType<string>().ToList();
        return new ReportSettings
        {
            Superior = Text("Superior") ?? "",
            Issuer = Text("Issuer") ?? Line("Office:Name", configuration["Office:Name"]) ?? defaults.Issuer,
            Place = Text("Place") ?? defaults.Place,
            Abbreviation = Text("Abbreviation") ?? defaults.Abbreviation,
            Recipients = recipients.Count switch
            {
                0 => defaults.Recipients,
                <= MostRecipients => recipients,
                _ => throw new SettingsException("Report:Recipients", $"không quá {MostRecipients} nơi nhận"),
            },
            Filing = Text("Filing") ?? defaults.Filing,
            Signatory = Text("Signatory") ?? defaults.Signatory,
        };

        string? Text(string key) => Line("Report:" + key, section[key]);
    }

    /// <returns>Null for nothing.</returns>
    private static string? Line(string key, string? value) => value?.Trim() switch
    {
        null or "" => null,
        { Length: <= MostCharacters } text when !text.Any(char.IsControl) => text,
        _ => throw new SettingsException(key, $"phải là một dòng không quá {MostCharacters} ký tự"),
    };

    internal AdministrativeHead Head(string subject, DateOnly today) =>
        new(Superior, Issuer, $"{Dots}/BC-{Abbreviation}", Place, today, "Báo cáo", subject, Recipients, Filing, Signatory);
}
