namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>How the tagger's span lies to a candidate.</summary>
internal enum TagRelation : byte
{
    None,
    LocationExact,
    LocationLonger,
    LocationOther,
    OrganisationExact,
    OrganisationFirst,
    OrganisationInner,
    PersonExact,
    PersonPart,
    NationalityAny,
    OtherAny,
    Untagged,
}

/// <summary>What stands before a candidate.</summary>
internal enum Before : byte
{
    Other,
    Locative,
    OfPlace,
    Of,
    CommaPlace,
    Comma,
    AndPlace,
    The,
    Title,
    Capital,
    Mark,
    Start,
}

/// <summary>What stands after a candidate.</summary>
internal enum After : byte
{
    Other,
    Possessive,

    /// <summary>A comma, and after it the name of a state, division or large city.</summary>
    CommaPlace,
    Comma,
    Capital,
    Body,
    PlaceNoun,
    NamedPlaceNoun,
    Speech,
    Joined,
    Mark,
    Currency,
    Slash,
    End,
}

/// <summary>
/// Features of a candidate for a toponym: each template is a product of a few classes, so that a weight has a name that can be read.
/// </summary>
internal static class ToponymFeatures
{
    private const int Befores = (int)Before.Start + 1;
    private const int Afters = (int)After.End + 1;

    private static readonly string[] Heres = ["elsewhere", "folded here", "here"];
    private static readonly string[] Lengths = ["one word", "two words", "longer"];
    private static readonly string[] Spellings = ["other name", "main name"];
    private static readonly string[] Words = ["name", "english", "first", "english first", "capitals", "english capitals", "first capitals", "english first capitals"];

    // The factors of each template, in the order of Of().
    private static readonly string[][][] Templates =
    [
        [["bias"]],
        [Enum.GetNames<NameClass>(), Heres],
        [Enum.GetNames<NameClass>(), BeforeNames()],
        [Enum.GetNames<NameClass>(), AfterNames()],
        [Enum.GetNames<NameClass>(), Words],
        [Enum.GetNames<NameClass>(), Lengths, Spellings],
        [BeforeNames(), AfterNames()],
        [Words, Heres],
    ];

    private static readonly int[] Sizes = [.. Templates.Select(t => t.Aggregate(1, (size, factor) => size * factor.Length))];

    /// <summary>Number of features.</summary>
    public static int Count { get; } = Sizes.Sum();

    /// <summary>Number of features of one candidate.</summary>
    public static int PerCandidate => Sizes.Length;

    /// <summary>The readable name of a feature.</summary>
    /// <param name="feature">Its index, [0, Count).</param>
    public static string NameOf(int feature)
    {
        for (var t = 0; t < Sizes.Length; t++)
        {
            if (feature < Sizes[t])
            {
                var parts = new List<string>();
                foreach (var factor in Templates[t].Reverse())
                {
                    parts.Insert(0, factor[feature % factor.Length]);
                    feature /= factor.Length;
                }
                return string.Join(" & ", parts);
            }
            feature -= Sizes[t];
        }
        throw new ArgumentOutOfRangeException(nameof(feature));
    }

    private static string[] BeforeNames() => [.. Enum.GetNames<Before>().Select(n => "after " + n)];

    private static string[] AfterNames() => [.. Enum.GetNames<After>().Select(n => "before " + n)];

    /// <summary>Writes the features of a candidate.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="features">Takes <see cref="PerCandidate"/> indices.</param>
    public static void Of(in CandidateFacts facts, Span<int> features)
    {
        var (kind, before, after) = ((int)facts.Class, (int)facts.Before, (int)facts.After);
        ReadOnlySpan<int> values =
        [
            0, (kind * 3) + facts.Here, (kind * Befores) + before, (kind * Afters) + after, (kind * 8) + facts.Word,
            (((kind * 3) + facts.Length) * 2) + facts.Spelling, (before * Afters) + after, (facts.Word * 3) + facts.Here,
        ];
        var start = 0;
        for (var t = 0; t < values.Length; t++)
        {
            features[t] = start + values[t];
            start += Sizes[t];
        }
    }
}

/// <summary>What the features of a candidate are made of.</summary>
/// <param name="Class">The sort of place that bears the name.</param>
/// <param name="Here">2 when one that is spelt so lies in a state that the text names, 1 when one that is folded alike does, else 0.</param>
/// <param name="Tag">The tagger's word on it.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="After">What stands after it.</param>
/// <param name="Word">1: English writes the single word in lower case; +2: it opens the sentence; +4: all its letters are capitals.</param>
/// <param name="Length">Number of words less one, at most 2.</param>
/// <param name="Spelling">1 when it is the main name of the largest place that bears it, or one of the readable tables.</param>
internal readonly record struct CandidateFacts(
    NameClass Class, int Here, TagRelation Tag, Before Before, After After, int Word, int Length, int Spelling);
