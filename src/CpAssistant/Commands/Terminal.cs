using System.Text;

namespace CpAssistant.Commands;

/// <summary>The three streams of a command, in UTF-8 without a byte order mark.</summary>
/// <param name="Interactive">Whether a person types the input.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool Interactive)
{
    /// <summary>Reads what a person types without showing it; null at the end of the input.</summary>
    internal Func<string?> ReadHidden { get; init; } = ReadKeys;

    internal static Terminal Open()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            new StreamReader(Console.OpenStandardInput(), utf8),
            new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" },
            new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            !Console.IsInputRedirected);
    }

    private static string? ReadKeys()
    {
        var typed = new StringBuilder();
        while (true)
        {
            switch (Console.ReadKey(intercept: true))
            {
                case { Key: ConsoleKey.Enter }:
                    return typed.ToString();
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when typed.Length == 0:
                    return null;
                case { Key: ConsoleKey.Backspace }:
                    typed.Length = Math.Max(0, typed.Length - 1);
                    break;
                case { KeyChar: >= ' ' and var letter }:
                    typed.Append(letter);
                    break;
            }
        }
    }
}
