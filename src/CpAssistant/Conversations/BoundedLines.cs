using System.Text;

namespace CpAssistant.Conversations;

/// <summary>Reads lines without ever keeping more than a given length.</summary>
internal static class BoundedLines
{
    /// <returns>Lines without their ends, as they come; null for a line that is too long.</returns>
    internal static IEnumerable<string?> Read(TextReader input, int maxLength)
    {
        var line = new StringBuilder();
        var tooLong = false;
        var buffer = new char[4096];
        var pending = false;
        for (var count = input.Read(buffer); count > 0; count = input.Read(buffer))
        {
            for (var start = 0; start < count;)
            {
                var end = Array.IndexOf(buffer, '\n', start, count - start);
                var stop = end < 0 ? count : end;
                tooLong |= line.Length + (stop - start) > maxLength;
                pending = true;
                if (tooLong)
                {
                    line.Clear();
                }
                else
                {
                    line.Append(buffer, start, stop - start);
                }

                start = stop + 1;
                if (end >= 0)
                {
                    yield return tooLong ? null : Take(line);
                    (tooLong, pending) = (false, false);
                }
            }
        }

        if (pending)
        {
            yield return tooLong ? null : Take(line);
        }
    }

    private static string Take(StringBuilder line)
    {
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        return text;
    }
}
