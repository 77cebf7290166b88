using CpAssistant.Configuration;

namespace CpAssistant.Learning;

/// <summary>Section <c>Learning</c>: the office's own answers.</summary>
public sealed record LearningSettings
{
    /// <summary>Whether a reviewer who did not write it has to approve an answer before it is given.</summary>
    public bool SecondReviewer { get; init; }

    /// <summary>How long an answer holds unless its author says otherwise.</summary>
    public int ValidMonths { get; init; } = 12;

    /// <summary>An answer that expires within so many days is listed for renewal.</summary>
    public int RenewalDays { get; init; } = 30;

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static LearningSettings Read(IConfiguration configuration)
    {
        var defaults = new LearningSettings();
        return new LearningSettings
        {
            SecondReviewer = configuration["Learning:SecondReviewer"] switch
            {
                null or "" => defaults.SecondReviewer,
                var text when bool.TryParse(text, out var flag) => flag,
                var text => throw new SettingsException("Learning:SecondReviewer", $"phải là true hoặc false, không phải \"{text}\""),
            },
            ValidMonths = Number("ValidMonths", defaults.ValidMonths, OfficeAnswerDraft.MostMonths),
            RenewalDays = Number("RenewalDays", defaults.RenewalDays, 365),
        };

        int Number(string key, int unset, int most) => configuration["Learning:" + key] switch
        {
            null or "" => unset,
            var text when int.TryParse(text, out var number) && number >= 1 && number <= most => number,
            var text => throw new SettingsException("Learning:" + key, $"phải là số nguyên từ 1 đến {most}, không phải \"{text}\""),
        };
    }
}
