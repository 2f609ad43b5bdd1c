using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.People;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Fetches the areas of places that a zone names and that are not kept yet. What was fetched once stays, so that a zone is drawn alike tomorrow.</summary>
internal sealed class PlaceShapes(IVersionStore store, IPlaceSource source)
{
    public async Task<IReadOnlyList<(KeptKey Place, Shape Shape)>> FetchAsync(DeskItem item, VersionBody? body, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        var shapes = new Dictionary<KeptKey, Shape>();
        foreach (var (path, key) in ShapeReferences.WithPaths("content.shape", body?.Zone?.Shape).Where(r => r.Key.Kind == KeptKind.Place))
        {
            if (shapes.ContainsKey(key) || await store.FindAsync(key, cancellationToken) is not null)
                continue;
            if (await source.ShapeAsync(key.Id, cancellationToken) is { } shape)
                shapes[key] = shape;
            else
                violations.Add(path, "The gazetteer has no area of such a place.", "UNKNOWN_ID");
        }
        violations.ThrowIfAny(item.InvalidReason);
        return [.. shapes.Select(s => (s.Key, s.Value))];
    }
}
