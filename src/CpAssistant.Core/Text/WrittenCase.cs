namespace CpAssistant.Core.Text;

/// <summary>Puts a correction into the case of what it stands for.</summary>
internal static class WrittenCase
{
    /// <returns>All capitals or a first capital, as in <paramref name="model"/>; else <paramref name="text"/> as it is.</returns>
    public static string Like(string model, string text)
    {
        if (!char.IsUpper(model[0]) || text.Length == 0)
        {
            return text;
        }

        return model.Length > 1 && !model.Any(char.IsLower)
            ? text.ToUpperInvariant()
            : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
