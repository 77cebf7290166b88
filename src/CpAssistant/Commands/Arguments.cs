namespace CpAssistant.Commands;

/// <summary>The words after a command's name, told apart into options and the rest.</summary>
internal sealed class Arguments
{
    private readonly List<(string Name, string? Value)> _options = [];
    private readonly List<string> _rest = [];

    private Arguments() { }

    /// <summary>Words that belong to no option.</summary>
    internal IReadOnlyList<string> Rest => _rest;

    /// <summary>All options with a value, as "--name=value".</summary>
    internal IEnumerable<string> Settings => _options.Where(option => option.Value is not null).Select(option => $"{option.Name}={option.Value}");

    /// <param name="flags">Options without a value, such as "--json".</param>
    /// <param name="options">Options with a value, given as "--top 5" or "--top=5".</param>
    /// <param name="settings">Whether any "--Section:Key" is an option with a value.</param>
    /// <exception cref="UsageException">An option that is not known, or one without its value.</exception>
    internal static Arguments Read(IReadOnlyList<string> words, IReadOnlyCollection<string> flags, IReadOnlyCollection<string> options, bool settings = false)
    {
        var arguments = new Arguments();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word == "--")
            {
                arguments._rest.AddRange(words.Skip(i + 1));
                break;
            }

            if (word.Length < 2 || word[0] != '-' || !(char.IsLetter(word[1]) || word[1] == '-'))
            {
                arguments._rest.Add(word);
                continue;
            }

            var (name, value) = word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? (word[..equals], word[(equals + 1)..]) : (word, null);
            if (flags.Contains(name))
            {
                arguments._options.Add(value is null ? (name, null) : throw new UsageException($"{name} không đi với giá trị"));
            }
            else if (options.Contains(name) || (settings && name.Contains(':')))
            {
                arguments._options.Add((name, value ?? (++i < words.Count ? words[i] : throw new UsageException($"{name} cần một giá trị"))));
            }
            else
            {
                throw new UsageException($"không có tùy chọn {name}");
            }
        }

        return arguments;
    }

    internal bool Has(string flag) => _options.Any(option => option.Name == flag);

    internal IReadOnlyList<string> Values(string option) => [.. _options.Where(given => given.Name == option).Select(given => given.Value!)];

    /// <returns>Null where it is not given; the last where it is given more than once.</returns>
    internal string? Value(string option) => _options.LastOrDefault(given => given.Name == option).Value;

    /// <exception cref="UsageException">The value is no whole number within the bounds.</exception>
    internal int Number(string option, int unset, int least, int most) => Value(option) switch
    {
        null => unset,
        var text when int.TryParse(text, out var number) && number >= least && number <= most => number,
        var text => throw new UsageException($"{option} phải là số từ {least} đến {most}, không phải \"{text}\""),
    };
}

/// <summary>The command was called in a way it does not know; caught where commands are run.</summary>
internal sealed class UsageException(string reason) : Exception(reason);
