namespace CpAssistant.Core.Search;

/// <summary>Okapi BM25 (Robertson &amp; Zaragoza 2009).</summary>
/// <param name="K1">Saturation of repeated terms.</param>
/// <param name="B">How much longer texts pay for their length, 0 to 1.</param>
internal readonly record struct Bm25(double K1, double B)
{
    /// <summary>For passages as wholes.</summary>
    public static readonly Bm25 Whole = new(1.2, 0.75);

    /// <summary>Impacts are whole numbers of this fraction; a power of two, so that points add up without rounding.</summary>
    public const double ImpactUnit = 1.0 / 256;

    /// <returns>In nats; above 0 even for a term that every passage has.</returns>
    public static double Idf(int passages, int containing) => Math.Log(1 + ((passages - containing + 0.5) / (containing + 0.5)));

    /// <param name="count">How often the passage has the term; at least 1.</param>
    /// <param name="length">Length of the passage in words.</param>
    /// <param name="averageLength">Average of all passages.</param>
    /// <returns>In 256ths, 1 to 255.</returns>
    public static byte Impact(int count, int length, double averageLength) =>
        (byte)Math.Clamp(Math.Round(count / (count + Whole.Slowness(length, averageLength)) / ImpactUnit), 1, 255);

    /// <returns>How often a term must stand in a text to count half.</returns>
    public double Slowness(double length, double averageLength) => K1 * (1 - B + (B * length / averageLength));
}
