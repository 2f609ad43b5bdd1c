using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What an agreement says of its lines and zones. Pure.</summary>
internal static class AgreementEras
{
    /// <summary>What it says, by the ids under which it is kept.</summary>
    public static IReadOnlyDictionary<KeptKey, IReadOnlyList<Era>> Said(Agreement agreement)
    {
        var said = new Dictionary<KeptKey, IReadOnlyList<Era>>();
        foreach (var line in agreement.Lines)
            said[KeptKey.Line(KeptKey.Of(agreement.Id, line.Id))] = [new(DayRange.Validity(line.ValidFrom, line.ValidTo), VersionBody.Of(Content(agreement, line)))];
        foreach (var zone in agreement.Zones)
            said[KeptKey.Zone(KeptKey.Of(agreement.Id, zone.Id))] = [new(DayRange.Validity(zone.ValidFrom, zone.ValidTo), VersionBody.Of(Content(agreement, zone)))];
        return said;
    }

    /// <summary>What an import says anew: lines and zones that are new, changed or gone (nothing is said of these any more).</summary>
    /// <param name="previous">The agreement as it was; null when it was not there.</param>
    /// <param name="now">The agreement as it is.</param>
    public static IReadOnlyDictionary<KeptKey, IReadOnlyList<Era>> SaidAnew(Agreement? previous, Agreement now)
    {
        var (before, after) = (previous is null ? new Dictionary<KeptKey, IReadOnlyList<Era>>() : Said(previous), Said(now));
        return before.Keys.Union(after.Keys)
            .Where(key => !(before.GetValueOrDefault(key) ?? []).SequenceEqual(after.GetValueOrDefault(key) ?? []))
            .ToDictionary(key => key, key => after.GetValueOrDefault(key) ?? []);
    }

    /// <summary>The eras of its zones by their ids in it, as the agreement alone has them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Era>> ZonesAlone(Agreement agreement)
    {
        var said = Said(agreement);
        var drawn = new Dictionary<KeptKey, IReadOnlyList<Era>>();
        return agreement.Zones.ToDictionary(z => z.Id, z => Draw(KeptKey.Zone(KeptKey.Of(agreement.Id, z.Id))));

        IReadOnlyList<Era> Draw(KeptKey key)
        {
            if (key.Kind != KeptKind.Zone || !said.TryGetValue(key, out var eras))
                return said.GetValueOrDefault(key) ?? [];
            if (!drawn.TryGetValue(key, out var known))
            {
                // What is drawn from itself is nowhere.
                drawn[key] = [];
                drawn[key] = known = ZoneDerivation.Derive(eras, Draw);
            }
            return known;
        }
    }

    private static LineContent Content(Agreement agreement, ContactLine line) => new()
    {
        Kind = line.Kind,
        Name = line.Name,
        Course = line.Course,
        LeftPartyId = line.LeftPartyId,
        RightPartyId = line.RightPartyId,
        Sources = { agreement.Sources },
        Illustrative = line.Illustrative,
    };

    private static ZoneContent Content(Agreement agreement, Zone zone) => new()
    {
        Kind = zone.Kind,
        Name = zone.Name,
        Shape = ShapeOf(agreement.Id, zone),
        Sources = { agreement.Sources },
        Illustrative = zone.Illustrative,
    };

    private static Shape ShapeOf(string agreementId, Zone zone)
    {
        var shape = zone.AreaCase switch
        {
            Zone.AreaOneofCase.Band => new Shape { AgreedBand = zone.Band.Clone() },
            Zone.AreaOneofCase.Polygon => new() { Polygon = new() { Parts = { zone.Polygon } } },
            _ => zone.Shape.Clone(),
        };
        // As a shape it must say so.
        if (zone.AreaCase == Zone.AreaOneofCase.Band && zone.Band is { SidePartyId: "", Measure: BandMeasure.Unspecified, Sides.Count: 0 })
            shape.AgreedBand.Measure = BandMeasure.Shared;
        Localise(agreementId, shape);
        return shape;
    }

    /// <summary>The names in an agreement are those of its own lines and zones.</summary>
    private static void Localise(string agreementId, Shape shape)
    {
        switch (shape.KindCase)
        {
            case Shape.KindOneofCase.AgreedBand:
                shape.AgreedBand.LineId = Kept(shape.AgreedBand.LineId);
                break;
            case Shape.KindOneofCase.Corridor:
                shape.Corridor.RouteLineId = Kept(shape.Corridor.RouteLineId);
                break;
            case Shape.KindOneofCase.Between:
                (shape.Between.FirstLineId, shape.Between.SecondLineId) = (Kept(shape.Between.FirstLineId), Kept(shape.Between.SecondLineId));
                break;
            case Shape.KindOneofCase.Zone:
                shape.Zone.ZoneId = Kept(shape.Zone.ZoneId);
                break;
            case Shape.KindOneofCase.Composed:
                foreach (var part in shape.Composed.Parts)
                    Localise(agreementId, part);
                break;
        }

        string Kept(string id) => id.Length == 0 ? "" : KeptKey.Of(agreementId, id);
    }
}
