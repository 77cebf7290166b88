using System.Globalization;
using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>
/// Names provisions for addresses by their numbers: mục VI.9 is "vi-9", its second dash "vi-9-y2". They stay the same
/// while the numbering above them does, whatever the words.
/// </summary>
internal static class Anchors
{
    /// <summary>Of more than so many characters only the end of the path is kept.</summary>
    private const int Longest = 60;

    /// <returns>One for each provision, in their order: letters a to z, digits, "-", "." and "_", beginning with a letter or digit.</returns>
    internal static IReadOnlyList<string> Of(Document document)
    {
        var anchors = new List<string>(document.Provisions.Count);
        var taken = new HashSet<string>();
        var counts = new Dictionary<(int Parent, string Step), int>();
        var repeats = new Dictionary<string, int>();
        foreach (var provision in document.Provisions)
        {
            var step = Step(document, provision);
            if (Ordinal(provision) is { } name)
            {
                var key = (provision.Parent ?? -1, name);
                counts[key] = counts.GetValueOrDefault(key) + 1;
                step = name + counts[key].ToString(CultureInfo.InvariantCulture);
            }

            var path = provision.Parent is { } parent && anchors[parent].Length + step.Length < Longest ? $"{anchors[parent]}-{step}" : step;
            anchors.Add(Unique(path, taken, repeats));
        }

        return anchors;
    }

    /// <summary>What nodes without a number of their own are counted as; null where the number names them.</summary>
    private static string? Ordinal(Provision provision) => provision.Kind switch
    {
        ProvisionKind.Preamble => "dau",
        ProvisionKind.Signature => "ky",
        ProvisionKind.Recipients => "noi-nhan",
        ProvisionKind.Item => "y",
        ProvisionKind.Annex when Slug(provision.Label).Length == 0 => "phu-luc",
        _ when Slug(provision.Label).Length == 0 => "doan",
        _ => null,
    };

    private static string Step(Document document, Provision provision)
    {
        var above = provision.Parent is { } parent ? document.Provisions[parent].Label + "." : "";
        var label = above.Length > 1 && provision.Label.StartsWith(above, StringComparison.Ordinal) ? provision.Label[above.Length..] : provision.Label;
        return provision.Kind switch
        {
            ProvisionKind.Article => "dieu-" + Slug(label),
            ProvisionKind.Annex => Slug(label) is var slug && slug.StartsWith("phu-luc", StringComparison.Ordinal) ? slug : "phu-luc-" + slug,
            _ => Slug(label),
        };
    }

    /// <summary>"đ" stands beside "d" in an alphabet of points, so it has to stay another letter.</summary>
    private static string Slug(string label)
    {
        var slug = new StringBuilder();
        foreach (var character in VietnameseText.Fold(label.ToLowerInvariant().Replace("đ", "dd", StringComparison.Ordinal)))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static string Unique(string path, HashSet<string> taken, Dictionary<string, int> repeats)
    {
        var anchor = path;
        while (!taken.Add(anchor))
        {
            repeats[path] = repeats.GetValueOrDefault(path, 1) + 1;
            anchor = string.Create(CultureInfo.InvariantCulture, $"{path}_{repeats[path]}");
        }

        return anchor;
    }
}
