using Truceline.Entity.V1;
using Truceline.GeoZone.Claims;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests;

/// <summary>Makes claims for tests.</summary>
internal static class Claims
{
    // In the sample's de-escalation area, far from its edges; the second in its demilitarised zone.
    public static readonly PlaceCandidate Idlib = Place("wof:890432567", "Idlib", "city", 35.93062, 36.63393, 4_000);
    public static readonly PlaceCandidate KhanShaykhun = Place("wof:1125778451", "Khan Shaykhun", "city", 35.44208, 36.65095, 2_000);
    public static readonly PlaceCandidate IdlibProvince = Place("wof:85678373", "Idlib", "province", 35.768427, 36.67172, 60_000);
    public static readonly PlaceCandidate Damascus = Place("wof:421205771", "Damascus", "city", 33.51, 36.29, 15_000);

    public static PlaceCandidate Place(string id, string name, string kind, double lat, double lon, double radiusM, double score = 1) => new()
    {
        GazetteerId = id,
        Name = name,
        Kind = kind,
        Position = new() { Latitude = lat, Longitude = lon },
        RadiusM = radiusM,
        Score = score,
    };

    public static ReceivedClaim Event(
        string id, string claimClass, string? date, PlaceCandidate? place, string[]? actors = null, string origin = "Agency A") =>
        Make(id, ClaimKind.Event, AssertionMode.Asserted, claimClass, date, place, actors, origin);

    public static ReceivedClaim Commitment(string id, string claimClass, string? deadline, PlaceCandidate? place, string[]? actors = null)
    {
        var claim = Make(id, ClaimKind.Commitment, AssertionMode.Promised, claimClass, "2018-09-17", place, actors, "Agency A");
        claim.Claim.Deadline = Extent(deadline);
        return claim;
    }

    public static ReceivedClaim Denial(string id, string claimClass, string? date, PlaceCandidate? place, string[]? actors = null) =>
        Make(id, ClaimKind.Denial, AssertionMode.Negated, claimClass, date, place, actors, "Agency B");

    public static ReceivedClaim Make(
        string id, ClaimKind kind, AssertionMode mode, string claimClass, string? date, PlaceCandidate? place, string[]? actors, string origin)
    {
        var claim = new Claim
        {
            Id = id,
            Kind = kind,
            Mode = mode,
            Class = claimClass,
            Date = Extent(date),
            Evidence = new() { ReportId = "report-of-" + id, Span = new() { Start = 0, End = 5 }, Quote = "words" },
        };
        if (place is not null)
            claim.Place = new() { Name = place.Name, Candidates = { place } };
        claim.Actors.Add((actors ?? []).Select(name => new Participant { Name = name }));
        return new(claim, ClaimOrigin.Named(origin), new(2018, 11, 1));
    }

    /// <summary>"2018-11-01" or "2018-10-01/2018-11-01".</summary>
    public static DateExtent? Extent(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('/');
        return new()
        {
            Value = text,
            StartDate = parts[0],
            EndDate = parts[^1],
            Precision = parts.Length == 1 ? DatePrecision.Day : DatePrecision.Interval,
        };
    }
}
