using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>What an id means.</summary>
/// <param name="Id">Id of the entity; null when it means none.</param>
internal sealed record EntityMeaning(string? Id)
{
    /// <summary>Name that it is shown under; null to leave the one that is there.</summary>
    public string? Name { get; init; }

    /// <summary>Its type; null to leave the one that is there.</summary>
    public EntityType? Type { get; init; }

    /// <summary>Its country; null to leave the one that is there.</summary>
    public string? Country { get; init; }

    /// <summary>The mentions that name it; null to leave those that are there.</summary>
    public IReadOnlyList<Mention>? Mentions { get; init; }
}
