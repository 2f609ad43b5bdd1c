using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// Makes marks of the project's own sentences fit the guidelines of re3d. Those sentences mark the bare name; re3d's annotators mark the article, title
/// or nation before it as well, mostly but not always: such words are left open, and so is which vehicle is a military one.
/// </summary>
internal static class OpenBefore
{
    private const int Most = 5;

    private static readonly ulong s_nationality = TagLabel.SetOf(TagType.Nationality);

    /// <summary>Opens the labels before each mark.</summary>
    /// <param name="text">The sentences.</param>
    /// <param name="allowed">Labels of each token as marked; opened where need be.</param>
    /// <param name="belongs">Whether a token that bears no mark may belong to the name after it.</param>
    public static void Apply(SegmentedText text, ulong[] allowed, Func<int, bool> belongs)
    {
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
        if (type == TagType.Nationality)
            return;
        var isUnit = TagLabel.Has(allowed[first], TagLabel.Unit(type));
        TagType[] types = type is TagType.Vehicle or TagType.MilitaryPlatform ? [TagType.Vehicle, TagType.MilitaryPlatform] : [type];
        OpenTypes(allowed, first, type, types);
        var start = first;
        while (start > sentence && first - start < Most && ((allowed[start - 1] & 1) == 0 ? (allowed[start - 1] & ~s_nationality) == 0 : belongs(start - 1)))
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
        for (var i = first; i < allowed.Length && (allowed[i] & 1) == 0 && (allowed[i] & marked) != 0 && (i == first || !TagLabel.Starts(TagLabel.First(allowed[i]))); i++)
        {
            var bits = (allowed[i] & marked) >> TagLabel.Begin(type);
            foreach (var other in types)
                allowed[i] |= bits << TagLabel.Begin(other);
        }
    }
}
