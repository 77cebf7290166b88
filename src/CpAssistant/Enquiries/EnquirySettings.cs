using CpAssistant.Configuration;

namespace CpAssistant.Enquiries;

/// <summary>Section <c>Enquiries</c>.</summary>
public sealed record EnquirySettings
{
    /// <summary>Within which the office promises an answer.</summary>
    public int AnswerWithinWorkingDays { get; init; } = 5;

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static EnquirySettings Read(IConfiguration configuration) => new()
    {
        AnswerWithinWorkingDays = configuration["Enquiries:AnswerWithinWorkingDays"] switch
        {
            null or "" => new EnquirySettings().AnswerWithinWorkingDays,
            var text when int.TryParse(text, out var days) && days is >= 1 and <= 60 => days,
            var text => throw new SettingsException("Enquiries:AnswerWithinWorkingDays", $"phải là số nguyên từ 1 đến 60, không phải \"{text}\""),
        },
    };
}
