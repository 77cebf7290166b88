using System.Globalization;

namespace CpAssistant.Channels.Telegram;

/// <summary>What a button stands for, as Telegram keeps it for us: ASCII, at most 64 bytes. It comes back from outside and may be anything.</summary>
internal abstract record ButtonData
{
    private const int LongestSlug = 50;

    private ButtonData()
    {
    }

    /// <summary>A suggestion was taken: "q:12:0", in a group "q:12:0:123456789".</summary>
    /// <param name="Reply">Sequence of the reply in its conversation.</param>
    /// <param name="Index">Of the suggestion, from 0.</param>
    /// <param name="Owner">Whom the reply was for; null outside groups.</param>
    internal sealed record Ask(long Reply, int Index, long? Owner) : ButtonData
    {
        public override string ToString() => Joined("q", Reply, Index, Owner);
    }

    /// <summary>"v:12:1", in a group "v:12:1:123456789".</summary>
    internal sealed record Vote(long Reply, bool Helpful, long? Owner) : ButtonData
    {
        public override string ToString() => Joined("v", Reply, Helpful ? 1 : 0, Owner);
    }

    /// <summary>"p:long-an"; "p" for no province.</summary>
    /// <param name="Slug">Small letters a to z, digits and hyphens, at most 50.</param>
    internal sealed record Province(string? Slug) : ButtonData
    {
        public override string ToString() => Slug is null ? "p" : "p:" + Slug;
    }

    /// <summary>A page of the list of provinces, from 0: "n:2".</summary>
    internal sealed record ProvincePage(int Page) : ButtonData
    {
        public override string ToString() => Joined("n", Page);
    }

    /// <summary>"l:vi", "l:en".</summary>
    internal sealed record Language(string Code) : ButtonData
    {
        public override string ToString() => "l:" + Code;
    }

    /// <summary>Data are to be erased ("e:1", in a group "e:1:123456789"), or kept after all ("e:0").</summary>
    /// <param name="Owner">Whose data; null outside groups.</param>
    internal sealed record Erase(bool Confirmed, long? Owner) : ButtonData
    {
        public override string ToString() => Joined("e", Confirmed ? 1 : 0, Owner);
    }

    /// <summary>As <c>callback_data</c>.</summary>
    internal string Write() => ToString();

    /// <returns>Null for anything that <see cref="Write"/> does not make.</returns>
    internal static ButtonData? Read(string data)
    {
        var read = data.Split(':') switch
        {
            ["q", var reply, var index] when Number(reply) is { } at && Small(index) is { } of => new Ask(at, of, null),
            ["q", var reply, var index, var owner] when Number(reply) is { } at && Small(index) is { } of && Number(owner) is { } whose => new Ask(at, of, whose),
            ["v", var reply, var vote] when Number(reply) is { } at && Flag(vote) is { } helpful => new Vote(at, helpful, null),
            ["v", var reply, var vote, var owner] when Number(reply) is { } at && Flag(vote) is { } helpful && Number(owner) is { } whose => new Vote(at, helpful, whose),
            ["p"] => new Province(null),
            ["p", var slug] when IsSlug(slug) => new Province(slug),
            ["n", var page] when Small(page) is { } number => new ProvincePage(number),
            ["l", "vi" or "en"] => new Language(data[2..]),
            ["e", var flag] when Flag(flag) is { } confirmed => new Erase(confirmed, null),
            ["e", var flag, var owner] when Flag(flag) is { } confirmed && Number(owner) is { } whose => new Erase(confirmed, whose),
            _ => (ButtonData?)null,
        };
        // "q:012:0" was not made here
        return read?.Write() == data ? read : null;
    }

    private static string Joined(string kind, params long?[] numbers) =>
        kind + string.Concat(numbers.OfType<long>().Select(number => string.Create(CultureInfo.InvariantCulture, $":{number}")));

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Small(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Flag(string text) => text switch { "1" => true, "0" => false, _ => null };

    private static bool IsSlug(string text) =>
        text.Length is > 0 and <= LongestSlug && text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
