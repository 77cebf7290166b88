namespace CpAssistant.Core.Answering;

/// <summary>What the documents of one province say to the question.</summary>
/// <param name="Lead">A sentence or some lines, without the province's name.</param>
/// <param name="Agencies">Ids of the agencies named.</param>
public sealed record Part(string Lead, IReadOnlyList<Citation> Citations, double Confidence, IReadOnlyList<string> Agencies)
{
    public Part(string lead, IReadOnlyList<Citation> citations, double confidence)
        : this(lead, citations, confidence, [])
    {
    }
}
