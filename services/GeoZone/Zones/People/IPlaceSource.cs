using Truceline.Entity.V1;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.People;

/// <summary>A box in degrees; it crosses the antimeridian when west is greater than east.</summary>
internal readonly record struct GeoBox(double South, double West, double North, double East);

/// <summary>Where places of the gazetteer lie and who lives there: asked from Entity, which owns it.</summary>
internal interface IPlaceSource
{
    /// <summary>The area of a place; null when the gazetteer does not know the place or has no area of it.</summary>
    Task<Shape?> ShapeAsync(string gazetteerId, CancellationToken cancellationToken);

    /// <summary>All towns and villages whose points lie in a box.</summary>
    Task<IReadOnlyList<Settlement>> SettlementsAsync(GeoBox box, CancellationToken cancellationToken);
}
