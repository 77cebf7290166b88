namespace CpAssistant.Core.Search;

/// <summary>Okapi BM25 (Robertson &amp; Zaragoza 2009), its term frequency part kept in a byte.</summary>
internal static class Bm25
{
    /// <summary>Saturation of repeated terms. With <see cref="B"/> the usual choice for passages (Anserini's default).</summary>
    public const double K1 = 0.9;

    /// <summary>How much longer passages pay for their length.</summary>
    public const double B = 0.4;

    /// <summary>Weights and impacts are whole numbers of this fraction; a power of two, so that points add up without rounding.</summary>
    private const double Unit = 1.0 / 256;

    /// <returns>In nats; above 0 even for a term that every passage has.</returns>
    public static double Idf(int passages, int containing) => Math.Log(1 + ((passages - containing + 0.5) / (containing + 0.5)));

    /// <param name="count">How often the passage has the term, headings counted more; at least 1.</param>
    /// <param name="length">Length of the passage in tokens.</param>
    /// <param name="averageLength">Average of all passages.</param>
    /// <returns>In 256ths, 1 to 255.</returns>
    public static byte Impact(int count, int length, double averageLength)
    {
        var saturation = count / (count + (K1 * (1 - B + (B * length / averageLength))));
        return (byte)Math.Clamp(Math.Round(saturation / Unit), 1, 255);
    }

    /// <returns>What an impact is multiplied with, in 256ths, at least 1.</returns>
    public static int Weight(double idf, double weight) => Math.Max(1, (int)Math.Round(idf * weight * (K1 + 1) / Unit));

    /// <param name="sum">Weights times impacts.</param>
    public static double Score(long sum) => sum * Unit * Unit;
}
