using CpAssistant.Configuration;

namespace CpAssistant.PersonalData;

/// <summary>Section <c>Retention</c>. Nothing can be kept for ever: personal data are kept no longer than their purpose needs.</summary>
public sealed record RetentionSettings
{
    /// <summary>A conversation in which nothing was said for so long is erased.</summary>
    public int ConversationDays { get; init; } = 730;

    /// <summary>Contact and officers' notes of an enquiry that was closed so long ago are removed.</summary>
    public int ContactDays { get; init; } = 365;

    /// <summary>An enquiry that was begun and left lying for so long is removed.</summary>
    public int DraftHours { get; init; } = 24;

    /// <exception cref="SettingsException">A value cannot be used.</exception>
    internal static RetentionSettings Read(IConfiguration configuration)
    {
        var defaults = new RetentionSettings();
        return new RetentionSettings
        {
            ConversationDays = Number("ConversationDays", defaults.ConversationDays, 3650),
            ContactDays = Number("ContactDays", defaults.ContactDays, 3650),
            DraftHours = Number("DraftHours", defaults.DraftHours, 24 * 30),
        };

        int Number(string key, int unset, int most) => configuration["Retention:" + key] switch
        {
            null or "" => unset,
            var text when int.TryParse(text, out var number) && number >= 1 && number <= most => number,
            var text => throw new SettingsException("Retention:" + key, $"phải là số nguyên từ 1 đến {most} (không giữ vô thời hạn), không phải \"{text}\""),
        };
    }
}
