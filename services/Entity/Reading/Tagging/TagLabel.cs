using System.Numerics;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Labels of single tokens: outside a span, or begin, inside, last and the only one (unit) of a span of some type. A label is a number in
/// [0, <see cref="Count"/>); a set of labels is a bit mask.
/// </summary>
internal static class TagLabel
{
    /// <summary>Number of span types.</summary>
    public const int Types = 8;

    /// <summary>Number of labels.</summary>
    public const int Count = 1 + (4 * Types);

    /// <summary>Length of a row of label scores: the count, padded to whole vectors of eight.</summary>
    public const int RowLength = 40;

    /// <summary>The label of tokens outside all spans.</summary>
    public const int Outside = 0;

    /// <summary>The set of all labels.</summary>
    public const ulong All = (1UL << Count) - 1;

    private const ulong StartBits = 0b1001;
    private const ulong EndBits = 0b1100;

    public static int Begin(TagType type) => 1 + (4 * (int)type);

    public static int Inside(TagType type) => 2 + (4 * (int)type);

    public static int Last(TagType type) => 3 + (4 * (int)type);

    public static int Unit(TagType type) => 4 + (4 * (int)type);

    /// <summary>The type of a label that is not <see cref="Outside"/>.</summary>
    public static TagType TypeOf(int label) => (TagType)((label - 1) >> 2);

    /// <summary>Whether a span starts at a token with this label.</summary>
    public static bool Starts(int label) => label != Outside && ((label - 1) & 3) is 0 or 3;

    /// <summary>Whether a span ends at a token with this label.</summary>
    public static bool Ends(int label) => label != Outside && ((label - 1) & 3) is 2 or 3;

    /// <summary>The four labels of a type.</summary>
    public static ulong SetOf(TagType type) => 0b1111UL << Begin(type);

    /// <summary>The labels of some types, and <see cref="Outside"/>.</summary>
    public static ulong SetOf(params ReadOnlySpan<TagType> types)
    {
        var set = 1UL;
        foreach (var type in types)
            set |= SetOf(type);
        return set;
    }

    /// <summary>The labels that may follow one; before the first token stands <see cref="Outside"/>.</summary>
    public static ulong After(int label)
    {
        if (label != Outside && !Ends(label))
            return 0b11UL << Inside(TypeOf(label));
        var set = 1UL;
        for (var type = 0; type < Types; type++)
            set |= StartBits << (1 + (4 * type));
        return set;
    }

    /// <summary>The labels that the last token of a sentence may have.</summary>
    public static ulong Final
    {
        get
        {
            var set = 1UL;
            for (var type = 0; type < Types; type++)
                set |= EndBits << (1 + (4 * type));
            return set;
        }
    }

    /// <summary>Whether a set holds a label.</summary>
    public static bool Has(ulong set, int label) => ((set >> label) & 1) != 0;

    /// <summary>The lowest label of a set that is not empty.</summary>
    public static int First(ulong set) => BitOperations.TrailingZeroCount(set);
}
