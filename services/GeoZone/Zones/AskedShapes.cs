using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Zones.People;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones;

/// <summary>Draws shapes that are asked about: with the lines, zones and places that they name, as these are on a day.</summary>
internal sealed class AskedShapes(IVersionStore store, IPlaceSource places)
{
    /// <summary>Draws a shape that was found valid.</summary>
    /// <param name="path">The path of the field.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="day">The day of what it names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidRequestException">It names what is not there on that day, or cannot be drawn (GEOMETRY_INVALID, SHAPE_INVALID).</exception>
    public async Task<DrawnZone> DrawAsync(string path, V1.Shape shape, DateOnly day, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        Dictionary<KeptKey, VersionBody> named = [];
        foreach (var (at, key) in ShapeReferences.WithPaths(path, shape))
        {
            if (named.ContainsKey(key))
                continue;
            if (await FindAsync(key, day, cancellationToken) is { } body)
                named[key] = body;
            else
                violations.Add(at, $"Nothing is known under this id on {day:yyyy-MM-dd}.", "UNKNOWN_ID");
        }
        violations.ThrowIfAny("GEOMETRY_INVALID");
        var filled = ShapeFilling.Fill(shape, key => named.GetValueOrDefault(key));
        violations.AddIf(filled is null, path, $"It lies nowhere on {day:yyyy-MM-dd}: a zone that it names does, or a party is not beside its line.", "NOWHERE");
        violations.ThrowIfAny("GEOMETRY_INVALID");
        return ShapeGrpcService.Draw(path, filled!);
    }

    private async Task<VersionBody?> FindAsync(KeptKey key, DateOnly day, CancellationToken cancellationToken)
    {
        if (await store.OnAsync(key, new(day, null), cancellationToken) is { } version)
            return version.Body;
        return key.Kind == KeptKind.Place && await places.ShapeAsync(key.Id, cancellationToken) is { } shape ? VersionBody.Of(shape) : null;
    }
}
