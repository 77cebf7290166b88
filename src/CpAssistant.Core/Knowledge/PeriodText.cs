using System.Globalization;

namespace CpAssistant.Core.Knowledge;

/// <summary>Shows years.</summary>
public static class PeriodText
{
    /// <returns>"2016-2020", "2010", "đến 2015", "từ 2020".</returns>
    public static string Of(Period period) => period switch
    {
        { From: { } from, To: { } to } when from == to => from.ToString(CultureInfo.InvariantCulture),
        { From: { } from, To: { } to } => $"{from}-{to}",
        { To: { } to } => $"đến {to}",
        { From: { } from } => $"từ {from}",
        _ => "",
    };
}
