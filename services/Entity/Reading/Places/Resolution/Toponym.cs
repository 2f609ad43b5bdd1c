namespace Truceline.Entity.Reading.Places;

/// <summary>A name to be placed.</summary>
/// <param name="Name">The name as the text has it.</param>
/// <param name="Wanted">Kind that the words around it ask for; null when they ask for none.</param>
/// <param name="Mentions">How often the text names it.</param>
/// <param name="IsDateline">It stands in the dateline.</param>
internal sealed record Toponym(string Name, PlaceKind? Wanted, int Mentions, bool IsDateline)
{
    /// <summary>The name that the text gives as what it lies in ("Illinois" in "Springfield, Illinois"); null when it gives none.</summary>
    public string? Within { get; init; }

    /// <summary>The text leaves no doubt of <see cref="Within"/>: what lies elsewhere is meant only when this is its very name.</summary>
    public bool IsPart { get; init; }
}
