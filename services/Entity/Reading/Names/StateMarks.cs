using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>What names of states begin at an atom. Flags.</summary>
[Flags]
internal enum StateMark : byte
{
    None = 0,
    Name = 1,
    Demonym = 2,
    Seat = 4,
}

/// <summary>At which atoms of a text names of states begin: every source asks for them, most atoms have none.</summary>
/// <param name="Owner">Who looked.</param>
/// <param name="At">A mark for each atom.</param>
internal sealed record StateMarks(StateNames Owner, StateMark[] At)
{
    /// <summary>Of states that share an adjective, the one that the text speaks of, as far as it was asked; whether others are named as much.</summary>
    public List<(Country[] States, Country Best, bool IsTie)> Chosen { get; } = [];
}
