using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// What the project's own sentences teach the view of re3d: arms, and what is none. re3d's annotators mark articles, titles, places of places and whole
/// phrases with a name, which the own sentences do not: names stay open. Of arms both mark the noun; whether the article and nation before it belong to it
/// is left open, and so is which vehicle is a military one.
/// </summary>
internal static class ArmsOnly
{
    private const int Most = 5;

    private static readonly ulong s_arms = TagLabel.SetOf(TagType.Weapon, TagType.MilitaryPlatform, TagType.Vehicle) & ~1UL;

    /// <summary>Leaves open what the own sentences do not tell.</summary>
    /// <param name="text">The sentences.</param>
    /// <param name="allowed">Labels of each token, arms marked.</param>
    /// <param name="known">Labels of arms that the lexicon gives a token: they stay open where they are unmarked.</param>
    /// <param name="belongs">Whether a token that bears no mark may belong to the arms after it.</param>
    public static void Apply(SegmentedText text, ulong[] allowed, Func<int, ulong> known, Func<int, bool> belongs)
    {
        for (var i = 0; i < allowed.Length; i++)
        {
            if ((allowed[i] & s_arms) == 0 || (allowed[i] & 1) != 0)
                allowed[i] = (TagLabel.All & ~s_arms) | known(i);
        }
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if ((allowed[i] & 1) == 0 && TagLabel.Starts(TagLabel.First(allowed[i])))
                    Open(allowed, i, sentence.FirstToken, belongs);
            }
        }
    }

    private static void Open(ulong[] allowed, int first, int sentence, Func<int, bool> belongs)
    {
        var type = TagLabel.TypeOf(TagLabel.First(allowed[first]));
        var isUnit = TagLabel.Has(allowed[first], TagLabel.Unit(type));
        TagType[] types = type == TagType.Weapon ? [type] : [TagType.MilitaryPlatform, TagType.Vehicle];
        OpenTypes(allowed, first, type, types);
        var start = first;
        while (start > sentence && first - start < Most && (allowed[start - 1] & 1) != 0 && belongs(start - 1))
            start--;
        if (start == first)
            return;
        foreach (var open in types)
        {
            for (var i = start; i < first; i++)
                allowed[i] |= (1UL << TagLabel.Begin(open)) | (i > start ? 1UL << TagLabel.Inside(open) : 0);
            allowed[first] |= 1UL << (isUnit ? TagLabel.Last(open) : TagLabel.Inside(open));
        }
    }

    /// <summary>Opens the same labels of other types over a whole mark.</summary>
    private static void OpenTypes(ulong[] allowed, int first, TagType type, TagType[] types)
    {
        var marked = TagLabel.SetOf(type);
        for (var i = first; i < allowed.Length && (allowed[i] & 1) == 0 && (i == first || !TagLabel.Starts(TagLabel.First(allowed[i]))); i++)
        {
            var bits = (allowed[i] & marked) >> TagLabel.Begin(type);
            foreach (var other in types)
                allowed[i] |= bits << TagLabel.Begin(other);
        }
    }
}
