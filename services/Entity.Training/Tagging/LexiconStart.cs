using System.Numerics;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// The start of a network under training: each class of the lexicon that has a type gets a hidden unit that fires on its words and speaks for the
/// labels of the type. Rare types (weapons, platforms) are not learned from a few hundred mentions otherwise.
/// </summary>
internal static class LexiconStart
{
    private static readonly (LexiconFlags Flag, TagType Type)[] Classes =
    [
        (LexiconFlags.FirstName, TagType.Person),
        (LexiconFlags.Surname, TagType.Person),
        (LexiconFlags.Organisation, TagType.Organisation),
        (LexiconFlags.OrganisationHead, TagType.Organisation),
        (LexiconFlags.LargePlace, TagType.Location),
        (LexiconFlags.Place, TagType.Location),
        (LexiconFlags.Country, TagType.Location),
        (LexiconFlags.LocationHead, TagType.Location),
        (LexiconFlags.Demonym, TagType.Nationality),
        (LexiconFlags.Weapon, TagType.Weapon),
        (LexiconFlags.Platform, TagType.MilitaryPlatform),
        (LexiconFlags.Vehicle, TagType.Vehicle),
    ];

    /// <summary>Sets the first units of a network.</summary>
    /// <param name="weights">The weights of its inputs.</param>
    /// <param name="output">The output that all profiles share, [Hidden + 1][RowLength].</param>
    /// <param name="options">Strength of an input; the output is as strong.</param>
    public static void Set(NetworkWeights weights, Span<float> output, TrainerOptions options)
    {
        for (var unit = 0; unit < Classes.Length && unit < weights.Shape.Hidden; unit++)
        {
            var (flag, type) = Classes[unit];
            var strength = type is TagType.Weapon or TagType.MilitaryPlatform ? options.ArmsStart : options.LexiconStart;
            var bit = BitOperations.TrailingZeroCount((uint)flag);
            weights.InputRow(NetworkShape.Reach, weights.Shape.LexiconOffset + bit)[unit] += strength;
            weights.PhraseRow(1, bit)[unit] += strength;
            weights.PhraseRow(1, bit + (NetworkShape.PhraseRows / 2))[unit] += strength;
            for (var labels = TagLabel.SetOf(type); labels != 0; labels &= labels - 1)
                output[(unit * TagLabel.RowLength) + TagLabel.First(labels)] += strength;
        }
    }
}
