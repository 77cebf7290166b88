namespace CpAssistant.Exports;

/// <summary>What stands in a column of a list.</summary>
public enum ListKind
{
    /// <summary>A few words.</summary>
    Text,

    /// <summary>Sentences; a spreadsheet wraps them.</summary>
    LongText,

    /// <summary>A number that names something, written without separators.</summary>
    Id,

    Number,

    /// <summary>0 to 1, shown in percent.</summary>
    Share,

    Day,

    /// <summary>Day and time, in Việt Nam.</summary>
    Time,
}
