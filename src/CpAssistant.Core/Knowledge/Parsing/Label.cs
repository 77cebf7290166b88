namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Ways of numbering, from the widest part of a text to the narrowest.</summary>
internal enum LabelFamily
{
    Division,
    Chapter,
    Roman,
    Capital,
    Heading,
    Article,
    Digit,
    Decimal,
    Letter,
    SmallRoman,
    Bullet,
}

/// <summary>A number or sign that a line begins with.</summary>
/// <param name="Sign">Tells apart ways of one family: the sign after a number (1. and 1)), the bullet itself, the depth of 1.1.</param>
/// <param name="Ordinal">Place in its list, from 1; 0 for bullets.</param>
/// <param name="Written">The number as it stands, without its sign; a bullet is itself.</param>
/// <param name="Length">Units of the line that it takes, the space after it included.</param>
/// <param name="Group">For 1.2.3 the numbers before the last, as they stand; else empty.</param>
internal readonly record struct Label(LabelFamily Family, char Sign, int Ordinal, string Written, int Length, string Group = "")
{
    internal bool IsBullet => Family == LabelFamily.Bullet;

    internal bool IsSameWay(Label other) => Family == other.Family && Sign == other.Sign && Group == other.Group;

    /// <returns>Whether this label is the next one after <paramref name="last"/>; a list of points may leave out đ, f, j, w, z.</returns>
    internal bool Follows(Label last) => Family switch
    {
        LabelFamily.Bullet => true,
        LabelFamily.Letter => LetterSteps(last.Ordinal, Ordinal) == 1,
        _ => Ordinal == last.Ordinal + 1,
    };

    /// <returns>Whether it stands one or two steps too far on, as where a number was left out or lost, or says the same number again.</returns>
    internal bool NearlyFollows(Label last)
    {
        var steps = Family == LabelFamily.Letter ? LetterSteps(last.Ordinal, Ordinal) : Ordinal - last.Ordinal;
        return steps is 0 or 2 or 3;
    }

    private static int LetterSteps(int from, int to)
    {
        var steps = 0;
        for (var i = from + 1; i <= to; i++)
        {
            steps += i < to && LabelReader.MayBeLeftOut(i) ? 0 : 1;
        }

        return to < from ? -1 : steps;
    }
}
