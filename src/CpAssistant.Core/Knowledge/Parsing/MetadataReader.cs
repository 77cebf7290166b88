using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads what a text says of itself. What is not said stays null: nothing is taken from a document that is only cited.</summary>
internal static partial class MetadataReader
{
    /// <summary>Number and date stand in one letterhead and are cited together when no more than this lies between them, in units of text.</summary>
    private const int AdjacentUnits = 60;

    internal static DocumentMetadata Read(Outline outline, IReadOnlyList<Provision> provisions, IReadOnlyList<string> provinces)
    {
        var head = Head.Of(outline, provinces);
        var title = TitleReader.Read(head);
        var news = title?.Kind == DocumentKind.News;
        var attached = head.Cells.Concat(head.Attached).FirstOrDefault(cell => Attached().IsMatch(cell.Text) && DocumentNumber.Find(cell.Text) is not null);
        var number = news ? null : OwnNumber(head) ?? Said(attached, cell => DocumentNumber.Find(cell.Text));
        var date = OwnDate(head, news) ?? (attached is not null && DateText.Find(attached.Text) is { } given ? new Extracted<DateOnly>(given, attached.Span) : null);
        number = WithDate(outline.Text, number, date);
        var province = news ? NewsProvince(head) : OwnProvince(head, title, attached);
        var issuer = news ? null : IssuerReader.Read(head, province?.Value, number?.Value ?? OpenSign(head));
        var about = news ? NewsReader.About(outline, provisions) : null;
        return new DocumentMetadata
        {
            Title = title?.Title ?? "",
            Kind = title?.Kind ?? KindOf(number?.Value ?? OpenSign(head)),
            Source = SourceKind.Original,
            Number = number,
            About = about,
            Issuer = issuer,
            Province = issuer is not null && IssuerReader.IsNational(issuer.Value) ? null : province,
            Date = date,
            Subject = title?.Subject,
            LegalGrounds = news ? [] : GroundReader.Read(outline, provisions, number?.Value),
            Signer = news ? null : SignerReader.Read(head),
            Recipients = news ? [] : RecipientReader.Read(head),
            Period = title is null ? null : OwnPeriod(outline, provisions, title, about),
            InForce = provisions.SelectMany(provision => provision.Sentences).Select(span => new Extracted<string>(Words.Of(outline.Text, span), span))
                .FirstOrDefault(sentence => ComesIntoForce().IsMatch(sentence.Value)),
        };
    }

    private static Extracted<string>? OwnNumber(Head head)
    {
        var cell = head.Cells.FirstOrDefault(cell => DocumentNumber.OfLine(cell.Text) is { Length: > 0 });
        return Said(cell, found => DocumentNumber.OfLine(found.Text));
    }

    /// <summary>The letters of a number whose place was left open: "Số:    /CT-UBND".</summary>
    private static string OpenSign(Head head) =>
        head.Cells.FirstOrDefault(cell => DocumentNumber.OfLine(cell.Text) is { Length: 0 })?.Text ?? "";

    private static Extracted<DateOnly>? OwnDate(Head head, bool news)
    {
        if (news)
        {
            return NewsShape.DateLine(head.Outline.Lines) is { } found ? new Extracted<DateOnly>(found.Date, found.Line.Span) : null;
        }

        var lines = head.Outline.Nodes.Where(node => node.Label is null && node.Span.Length < 200)
            .SelectMany(node => node.Runs).Select(run => new SourceLine(0, run.Start, run.Slice(head.Outline.Text), false, false, 0)).SelectMany(Cell.Of);
        foreach (var cell in head.Cells.Concat(lines))
        {
            if (PlaceAndDate().Match(cell.Text) is { Success: true } match && DateText.ToDate(match) is { } date)
            {
                return new Extracted<DateOnly>(date, cell.Span);
            }
        }

        return null;
    }

    /// <summary>The place of a number, with that of the date where it is the next line.</summary>
    private static Extracted<string>? WithDate(string text, Extracted<string>? number, Extracted<DateOnly>? date)
    {
        if (number?.Span is not { } first || date?.Span is not { } second || second.Start < first.End || second.Start - first.End > AdjacentUnits)
        {
            return number;
        }

        return LineEnd().IsMatch(text.AsSpan(first.End, second.Start - first.End)) ? number with { Span = first.Union(second) } : number;
    }

    private static Extracted<string>? OwnProvince(Head head, TitleBlock? title, Cell? attached)
    {
        var letterhead = head.Cells.FirstOrDefault(cell => LineShape.IsCaps(cell.Text) && Level().IsMatch(cell.Text) && head.Provinces.FindNamed(cell.Text) is not null);
        var place = head.Cells.FirstOrDefault(cell => PlaceLine().IsMatch(cell.Text));
        var sentences = head.Outline.Nodes.TakeWhile(node => node.Label is null).SelectMany(node => node.Runs)
            .Concat(head.Outline.Nodes.Where(node => node.Kind == ProvisionKind.Signature).Select(node => node.Span));
        return Said(letterhead, cell => head.Provinces.FindNamed(cell.Text))
            ?? Said(attached, cell => head.Provinces.FindNamed(cell.Text))
            ?? Said(place, cell => head.Provinces.FindAtStart(cell.Text))
            ?? (title is null ? null : Said(title.Span, head.Provinces.FindNamed(Words.Of(head.Outline.Text, title.Span))))
            ?? sentences.Select(span => Said(span, head.Provinces.FindNamed(Words.Of(head.Outline.Text, span)))).FirstOrDefault(found => found is not null);
    }

    private static Extracted<string>? NewsProvince(Head head) =>
        head.Outline.Lines.Select(line => Said(line.Span, line == NewsShape.Headline(head.Outline.Lines) ? head.Provinces.FindAnywhere(line.Text) : head.Provinces.FindNamed(line.Text)))
            .FirstOrDefault(found => found is not null);

    private static Extracted<Period>? OwnPeriod(Outline outline, IReadOnlyList<Provision> provisions, TitleBlock title, Extracted<string>? about)
    {
        var report = title.Kind == DocumentKind.Report;
        var own = PeriodReader.Find(Words.Of(outline.Text, title.Span), report);
        var told = about?.Span is { } sentence ? PeriodReader.Find(Words.Of(outline.Text, sentence)) : null;

        // A headline says "đến năm 2027", the item itself "giai đoạn 2023 - 2027".
        if (told is not null && (own is null || (own.From is null && told.From is not null && own.To == told.To)))
        {
            return new Extracted<Period>(told, about!.Span);
        }

        if (own is not null)
        {
            return new Extracted<Period>(own, title.Subject?.Span ?? title.Span);
        }

        var heading = report ? provisions.FirstOrDefault(provision => provision.Kind == ProvisionKind.Part && PeriodReader.FindRange(provision.Heading) is not null) : null;
        return heading is null ? null : new Extracted<Period>(PeriodReader.FindRange(heading.Heading)!, heading.Span);
    }

    private static DocumentKind KindOf(string number) => SignKind().Match(number).Groups["kind"].Value switch
    {
        "QĐ" => DocumentKind.Decision,
        "CT" => DocumentKind.Directive,
        "KH" => DocumentKind.Plan,
        "CTr" => DocumentKind.Programme,
        "BC" => DocumentKind.Report,
        "HD" => DocumentKind.Guidance,
        "UBND" or "SCT" or "BCT" => DocumentKind.Letter,
        _ => DocumentKind.Other,
    };

    private static Extracted<string>? Said(Cell? cell, Func<Cell, string?> read) => cell is not null && read(cell) is { } value ? new Extracted<string>(value, cell.Span) : null;

    private static Extracted<string>? Said(TextSpan span, string? value) => value is null ? null : new Extracted<string>(value, span);

    [GeneratedRegex(@"^\(\s*(?:Ban hành )?[Kk]èm theo", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();

    [GeneratedRegex(@"^\p{Lu}[^,\d]{1,40},\s*ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^\p{Lu}[^,\d]{1,40},\s*ngày\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceLine();

    [GeneratedRegex(@"^[\s*_]*\n[\s*_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\b(?:TỈNH|THÀNH PHỐ|TP)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex(@"/\s?(?<kind>\p{Lu}[\p{L}]*)-", RegexOptions.CultureInvariant)]
    private static partial Regex SignKind();

    [GeneratedRegex(@"(?<!hết )có hiệu lực\b.*\b(?:từ|sau|kể|ngày|thi hành)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ComesIntoForce();
}
