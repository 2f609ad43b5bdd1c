using Microsoft.Extensions.Options;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.Telemetry;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Assessment;

/// <summary>Reads what detection needs, and stores and tells what it decides.</summary>
internal sealed class IncidentAssessor(
    IIncidentStore incidents, IClaimStore claims, IChangeAnnouncer announcer, IOptions<GeoZoneOptions> options, TimeProvider time)
{
    /// <summary>Judges all claims against the zones of an agreement that is new or was replaced.</summary>
    public async Task AssessAsync(PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> received, CancellationToken cancellationToken) =>
        await TellAsync((await ForeseeAsync(agreement, received, cancellationToken)).Select(c => c.Change), cancellationToken);

    /// <summary>What judging all claims against the zones of an agreement that is new or was replaced comes to. Changes nothing.</summary>
    /// <returns>The changes, each with the incident as it is; null when it would be opened.</returns>
    public async Task<IReadOnlyList<(Incident? Known, IncidentChange Change)>> ForeseeAsync(
        PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> received, CancellationToken cancellationToken)
    {
        var relevant = received.Where(c => c.IsHappening || c.IsDenial).ToList();
        if (relevant.Count == 0)
            return [];
        var days = Around(relevant, options.Value.NeighbourDays);
        var known = await KnownAsync(agreement, days, _ => true, cancellationToken);
        var denials = await claims.DenialsAsync(days, cancellationToken);
        var byId = known.ToDictionary(k => k.Incident.Id, k => k.Incident);
        return [.. IncidentDetector.Detect(agreement, relevant, known, denials, time.GetUtcNow(), isRedrawn: true)
            .Select(change => (byId.GetValueOrDefault(change.Incident.Id), change))];
    }

    /// <summary>Judges claims against the zones of an agreement when others, or earlier versions of them, count no longer.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="incoming">Claims that came.</param>
    /// <param name="removed">Claims that are not kept any more, as they were.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AssessAsync(
        PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> incoming, IReadOnlyList<ReceivedClaim> removed, CancellationToken cancellationToken)
    {
        var relevant = incoming.Where(c => c.IsHappening || c.IsDenial).ToList();
        if (relevant.Count + removed.Count == 0)
            return;
        var days = Around([.. relevant, .. removed], options.Value.NeighbourDays);
        var known = await KnownAsync(agreement, days, _ => true, cancellationToken);
        var denials = await claims.DenialsAsync(days, cancellationToken);
        await TellAsync(IncidentDetector.Detect(agreement, relevant, known, denials, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Judges again the incidents that rest on claims of which more became known.</summary>
    public async Task ReassessAsync(PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> changed, CancellationToken cancellationToken)
    {
        var ids = changed.Select(c => c.Claim.Id).ToHashSet();
        var known = await KnownAsync(
            agreement, Around(changed, options.Value.NeighbourDays), incident => incident.Evidence.Any(e => ids.Contains(e.ClaimId)), cancellationToken);
        await TellAsync(IncidentDetector.Detect(agreement, [], known, [], time.GetUtcNow()), cancellationToken);
    }

    private async Task<List<KnownIncident>> KnownAsync(
        PreparedAgreement agreement, DayRange days, Func<Incident, bool> isWanted, CancellationToken cancellationToken)
    {
        var known = new List<KnownIncident>();
        foreach (var incident in (await incidents.AroundAsync(agreement.Agreement.Id, days, cancellationToken)).Where(isWanted))
        {
            var ids = incident.Evidence.Select(e => e.ClaimId).ToList();
            known.Add(new(incident, await claims.FindAsync(ids, cancellationToken)));
        }
        return known;
    }

    private async Task TellAsync(IEnumerable<IncidentChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            await incidents.PutAsync(change, cancellationToken);
            if (!change.IsTold)
                continue;
            announcer.Announce(change);
            GeoZoneTelemetry.Count(change);
        }
    }

    private static DayRange Around(IReadOnlyList<ReceivedClaim> claims, int neighbourDays) =>
        new DayRange(claims.Min(c => c.Days.First), claims.Max(c => c.Days.Last)).Widen(neighbourDays);
}
