using System.Collections;
using Truceline.Entity.Reading.Places.Recognition;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// The places that bear a name, exact spellings first, with what every document that names it asks of them all. Immutable, safe to share between
/// threads.
/// </summary>
internal sealed class NameMatches : IReadOnlyList<NameMatch>
{
    private readonly NameMatch[] _matches;

    public NameMatches(IEnumerable<NameMatch> matches)
    {
        _matches = [.. matches];
        ExactStates = StatesOf(exact: true);
        OtherStates = StatesOf(exact: false);
        (ExactStateMask, OtherStateMask) = (CodeMask.Of(ExactStates), CodeMask.Of(OtherStates));
        Divisions = [.. _matches.Where(m => m.Exact && m.Place is { Kind: PlaceKind.Province, Division: not null }).Select(m => m.Place.Division!).Distinct(StringComparer.Ordinal)];
        Known = NameKnowledge.Of(this);
    }

    /// <summary>Of a name that no place bears.</summary>
    public static NameMatches None { get; } = new([]);

    /// <summary>States, by ISO code, in which the places lie that are spelt so.</summary>
    public string[] ExactStates { get; }

    /// <summary>States in which the others lie.</summary>
    public string[] OtherStates { get; }

    /// <summary>Bits of <see cref="ExactStates"/>.</summary>
    public ulong ExactStateMask { get; }

    /// <summary>Bits of <see cref="OtherStates"/>.</summary>
    public ulong OtherStateMask { get; }

    /// <summary>First-order divisions that bear the name as it is spelt.</summary>
    public string[] Divisions { get; }

    /// <summary>What sort of places bear it.</summary>
    public NameKnowledge Known { get; }

    public int Count => _matches.Length;

    public NameMatch this[int index] => _matches[index];

    public ReadOnlySpan<NameMatch>.Enumerator GetEnumerator() => new ReadOnlySpan<NameMatch>(_matches).GetEnumerator();

    IEnumerator<NameMatch> IEnumerable<NameMatch>.GetEnumerator() => ((IEnumerable<NameMatch>)_matches).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _matches.GetEnumerator();

    private string[] StatesOf(bool exact) =>
        [.. _matches.Where(m => m.Exact == exact && m.Place.Country is not null).Select(m => m.Place.Country!).Distinct(StringComparer.Ordinal)];
}
