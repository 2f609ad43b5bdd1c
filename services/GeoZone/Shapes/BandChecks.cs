using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Shapes;

/// <summary>Where a band along a line that is kept says that it lies: on a party's side, on both alike, or on each with distances of its own, and never in two ways.</summary>
internal static class BandChecks
{
    private const int MostSides = 2;

    /// <summary>Says what contradicts itself, or could mean two things.</summary>
    /// <param name="checks">Takes what is wrong.</param>
    /// <param name="path">The path of the band.</param>
    /// <param name="band">The band.</param>
    /// <param name="mayShare">Whether a band without a party is shared where it says no more.</param>
    public static void Check(FieldChecks checks, string path, Band band, bool mayShare)
    {
        if (band.Sides.Count > 0)
            Sides(checks, path, band);
        else if (band.SidePartyId.Length > 0 && band.Measure != BandMeasure.Unspecified)
            checks.Add($"{path}.measure", "It must be absent with side_party_id: the distances are from the line then.", "CONFLICT");
        else if (!Enum.IsDefined(band.Measure))
            checks.Add($"{path}.measure", "It must be one of the values that are listed.", "UNKNOWN_VALUE");
        else if (band.SidePartyId.Length == 0 && band.Measure == BandMeasure.Unspecified && band.FarLowM > 0 && !mayShare)
        {
            checks.Add($"{path}.measure", "Without side_party_id it must say whether both sides share the distances (BAND_MEASURE_SHARED: half on each) or each has all of them "
                + "(BAND_MEASURE_EACH_SIDE); or give sides with distances of their own.", "AMBIGUOUS");
        }
    }

    /// <summary>The parties that a band names, with their paths.</summary>
    public static IEnumerable<(string Path, string PartyId)> Parties(string path, Band band)
    {
        if (band.SidePartyId.Length > 0)
            yield return ($"{path}.side_party_id", band.SidePartyId);
        for (var i = 0; i < band.Sides.Count; i++)
            yield return ($"{path}.sides[{i}].party_id", band.Sides[i].PartyId);
    }

    private static void Sides(FieldChecks checks, string path, Band band)
    {
        foreach (var (name, isGiven) in new[]
        {
            ("near_m", band.NearM != 0), ("far_low_m", band.FarLowM != 0), ("far_high_m", band.FarHighM != 0),
            ("side_party_id", band.SidePartyId.Length > 0), ("measure", band.Measure != BandMeasure.Unspecified),
        })
        {
            if (isGiven)
                checks.Add($"{path}.{name}", "It must be absent with sides.", "CONFLICT");
        }
        if (band.Sides.Count > MostSides)
            checks.Add($"{path}.sides", $"There must be at most {MostSides}.", "TOO_MANY");
        for (var i = 0; i < Math.Min(band.Sides.Count, MostSides); i++)
        {
            var id = band.Sides[i].PartyId;
            if (id.Length == 0)
                checks.Add($"{path}.sides[{i}].party_id", "It is required.", "REQUIRED");
            else if (i > 0 && id == band.Sides[0].PartyId)
                checks.Add($"{path}.sides[{i}].party_id", "It must differ from that of the other side.", "SAME_PARTY");
            if (band.Sides[i].Reach is null)
                checks.Add($"{path}.sides[{i}].reach", "It is required.", "REQUIRED");
        }
    }
}
