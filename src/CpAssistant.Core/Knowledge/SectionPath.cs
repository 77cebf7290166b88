namespace CpAssistant.Core.Knowledge;

/// <summary>Names the place of a provision.</summary>
public static class SectionPath
{
    /// <summary>Between a place and the one within it.</summary>
    public const string Separator = " › ";

    internal static string Of(Document document, Provision provision)
    {
        var steps = document.PathTo(provision).Select(Step).Where(step => step.Length > 0).ToList();
        return steps.Count > 0 ? string.Join(Separator, steps) : Name(provision.Kind);
    }

    /// <returns>The numbers alone, for narrow places: "VI › 2 › a)"; empty where nothing is numbered.</returns>
    public static string Numbers(Document document, Provision provision) => string.Join(Separator, document.PathTo(provision)
        .Where(step => step.Label.Any(char.IsLetterOrDigit))
        .Select(step => step.Kind switch { ProvisionKind.Article => $"Điều {step.Label}", ProvisionKind.Point => step.Label + ")", _ => step.Label.TrimEnd('.') }));

    private static string Step(Provision provision) => provision.Kind switch
    {
        ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients => Name(provision.Kind),
        ProvisionKind.Paragraph => provision.Heading,
        ProvisionKind.Item => provision.Heading,
        ProvisionKind.Article => Join($"Điều {provision.Label}", provision.Heading),
        ProvisionKind.Point => Join(provision.Label + ")", provision.Heading),
        _ => Join(provision.Label, provision.Heading),
    };

    private static string Join(string label, string heading) =>
        heading.Length == 0 ? label : label.Length == 0 ? heading : label.EndsWith(')') ? $"{label} {heading}" : $"{label}. {heading}";

    private static string Name(ProvisionKind kind) => kind switch
    {
        ProvisionKind.Preamble => "(đầu văn bản)",
        ProvisionKind.Signature => "(khối chữ ký)",
        ProvisionKind.Recipients => "Nơi nhận",
        ProvisionKind.Annex => "Phụ lục",
        _ => "(thân văn bản)",
    };
}
