using Microsoft.Extensions.Options;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.Telemetry;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Assessment;

/// <summary>Reads what detection needs, and stores and tells what it decides.</summary>
internal sealed class IncidentAssessor(
    IIncidentStore incidents, IClaimStore claims, IChangeAnnouncer announcer, IOptions<GeoZoneOptions> options, TimeProvider time)
{
    /// <summary>Judges claims against the zones of an agreement.</summary>
    public async Task AssessAsync(PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> incoming, CancellationToken cancellationToken)
    {
        var relevant = incoming.Where(c => c.IsHappening || c.IsDenial).ToList();
        if (relevant.Count == 0)
            return;
        var days = Around(relevant, options.Value.NeighbourDays);
        var known = new List<KnownIncident>();
        foreach (var incident in await incidents.AroundAsync(agreement.Agreement.Id, days, cancellationToken))
        {
            var ids = incident.Evidence.Select(e => e.ClaimId).ToList();
            known.Add(new(incident, await claims.FindAsync(ids, cancellationToken)));
        }
        var denials = await claims.DenialsAsync(days, cancellationToken);
        foreach (var change in IncidentDetector.Detect(agreement, relevant, known, denials, time.GetUtcNow()))
        {
            await incidents.PutAsync(change, cancellationToken);
            announcer.Announce(change);
            GeoZoneTelemetry.Count(change);
        }
    }

    private static DayRange Around(IReadOnlyList<ReceivedClaim> claims, int neighbourDays) =>
        new DayRange(claims.Min(c => c.Days.First), claims.Max(c => c.Days.Last)).Widen(neighbourDays);
}
