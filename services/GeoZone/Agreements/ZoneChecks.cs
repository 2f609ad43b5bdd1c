using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Agreements;

/// <summary>What lines, zones with their rules, and routes must satisfy.</summary>
internal sealed class ZoneChecks(FieldChecks checks, FieldViolations violations, IReadOnlySet<string> parties, Agreement agreement)
{

    private const double FarthestM = 1_000_000;

    public void Line(string path, ContactLine line)
    {
        checks.Id($"{path}.id", line.Id);
        checks.Chosen($"{path}.kind", line.Kind);
        checks.Text($"{path}.name", line.Name, 200);
        GeometryChecks.Line(checks, $"{path}.course", line.Course);
        checks.Reference($"{path}.left_party_id", line.LeftPartyId, parties, "party");
        checks.Reference($"{path}.right_party_id", line.RightPartyId, parties, "party");
        if (line.LeftPartyId.Length > 0 && line.LeftPartyId == line.RightPartyId)
            checks.Add($"{path}.right_party_id", "It must differ from left_party_id.", "SAME_PARTY");
        checks.Validity(path, line.ValidFrom, line.ValidTo);
    }

    public void Zone(string path, Zone zone)
    {
        checks.Id($"{path}.id", zone.Id);
        checks.Chosen($"{path}.kind", zone.Kind);
        checks.Text($"{path}.name", zone.Name, 200);
        checks.Validity(path, zone.ValidFrom, zone.ValidTo);
        if (zone.AreaCase == V1.Zone.AreaOneofCase.Band)
            Band($"{path}.band", zone.Band);
        else if (zone.AreaCase == V1.Zone.AreaOneofCase.Polygon)
            GeometryChecks.Polygon(checks, $"{path}.polygon", zone.Polygon);
        else if (zone.AreaCase == V1.Zone.AreaOneofCase.Shape)
            Shape($"{path}.shape", zone);
        else
            checks.Add($"{path}.area", "It is required: a band, a polygon or a shape.", "REQUIRED");
        for (var i = 0; i < zone.Rules.Count; i++)
            Rule($"{path}.rules[{i}]", zone.Rules[i]);
    }

    public void Route(string path, V1.Route route)
    {
        checks.Id($"{path}.id", route.Id);
        checks.Text($"{path}.name", route.Name, 200);
        GeometryChecks.Line(checks, $"{path}.course", route.Course);
        for (var i = 0; i < route.Aliases.Count; i++)
            checks.Text($"{path}.aliases[{i}]", route.Aliases[i], 200);
    }

    /// <summary>What it names must be in the agreement, and stand before it: so none is drawn from itself.</summary>
    private void Shape(string path, Zone zone)
    {
        new ShapeChecks(violations, mayName: true).Check(path, zone.Shape);
        var zonesBefore = agreement.Zones.TakeWhile(z => z != zone).Select(z => z.Id).ToHashSet();
        foreach (var (at, key) in ShapeReferences.WithPaths(path, zone.Shape))
        {
            if (key.Kind == KeptKind.Line)
                checks.Reference(at, key.Id, agreement.Lines.Select(l => l.Id).ToHashSet(), "line");
            else if (key.Kind == KeptKind.Zone && !zonesBefore.Contains(key.Id))
                checks.Add(at, "No zone before this one in the agreement has this id.", "UNKNOWN_ID");
            else if (key.Kind == KeptKind.Place)
                checks.Add(at, "A zone of an agreement is not drawn from a place: keep one from the place, and compose it.", "UNSUPPORTED");
        }
        foreach (var (at, band) in ShapeReferences.Bands(path, zone.Shape))
            SideParty(at, band);
    }

    private void Band(string path, Band band)
    {
        checks.Reference($"{path}.line_id", band.LineId, agreement.Lines.Select(l => l.Id).ToHashSet(), "line");
        if (band.Sides.Count > 0)
            new ShapeChecks(violations).AgreedBand(path, band, mayShare: true);
        else
        {
            BandChecks.Check(checks, path, band, mayShare: true);
            Distances(path, band);
        }
        SideParty(path, band);
    }

    private void Distances(string path, Band band)
    {
        checks.Number($"{path}.near_m", band.NearM, 0, FarthestM, "metres");
        checks.Number($"{path}.far_low_m", band.FarLowM, 0, FarthestM, "metres");
        checks.Number($"{path}.far_high_m", band.FarHighM, 0, FarthestM, "metres");
        if (band.FarLowM <= band.NearM)
            checks.Add($"{path}.far_low_m", "It must be greater than near_m.", "OUT_OF_RANGE");
        if (band.FarHighM < band.FarLowM)
            checks.Add($"{path}.far_high_m", "It must not be less than far_low_m.", "OUT_OF_RANGE");
    }

    private void SideParty(string path, Band band)
    {
        foreach (var (at, party) in BandChecks.Parties(path, band))
        {
            if (party.Length > 0 && agreement.Lines.FirstOrDefault(l => l.Id == band.LineId) is { } line && line.LeftPartyId != party && line.RightPartyId != party)
                checks.Add(at, "It must be one of the two parties beside the line, or empty.", "UNKNOWN_ID");
        }
    }

    private void Rule(string path, ZoneRule rule)
    {
        checks.Id($"{path}.id", rule.Id);
        checks.Chosen($"{path}.modality", rule.Modality);
        for (var i = 0; i < rule.PartyIds.Count; i++)
            checks.Reference($"{path}.party_ids[{i}]", rule.PartyIds[i], parties, "party");
        if (rule.Classes.Count == 0)
            checks.Add($"{path}.classes", "At least one is required.", "REQUIRED");
        for (var i = 0; i < rule.Classes.Count; i++)
        {
            var name = rule.Classes[i].EndsWith('*') ? rule.Classes[i][..^1] : rule.Classes[i];
            if (rule.Classes[i].Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
                checks.Add($"{path}.classes[{i}]", "It must be lower case letters, digits and underscores, with an optional * at the end.", "MALFORMED_CLASS");
        }
        checks.Validity(path, rule.ValidFrom, rule.ValidTo);
        checks.Text($"{path}.clause", rule.Clause, 2000);
    }
}
