using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Pages;

/// <summary>Words about a document.</summary>
internal static class DocumentView
{
    /// <returns>"nay thuộc tỉnh Tây Ninh"; null where the document's province is still one.</returns>
    internal static string? NowIn(Document document, Gazetteer gazetteer, DocumentText words) =>
        DocumentNotes.Merged(document, gazetteer) is { } province ? NowIn(province, words) : null;

    internal static string NowIn(Province province, DocumentText words) =>
        string.Format(CultureInfo.InvariantCulture, words.NowIn, province.Today.Kind, province.Today.Name);

    /// <returns>"Nguyễn Văn A, KT. Chủ tịch, Phó Chủ tịch".</returns>
    internal static string Of(Signer signer) =>
        string.Join(", ", new[] { signer.Name, signer.Position, signer.For, signer.OnBehalfOf is { } body ? "TM. " + body : null }.OfType<string>());

    internal static string Of(Period? period, DocumentText words) => period switch
    {
        null => "",
        { From: null, To: { } to } when words.IsEnglish => $"to {to}",
        { From: { } from, To: null } when words.IsEnglish => $"from {from}",
        _ => PeriodText.Of(period),
    };
}
