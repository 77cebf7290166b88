using System.Text;

namespace CpAssistant.Commands;

/// <summary>The three streams of a command, in UTF-8 without a byte order mark.</summary>
/// <param name="Interactive">Whether a person types the input.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool Interactive)
{
    internal static Terminal Open()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            new StreamReader(Console.OpenStandardInput(), utf8),
            new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" },
            new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            !Console.IsInputRedirected);
    }
}
