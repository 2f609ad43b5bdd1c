using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Previews;

/// <summary>What a version of a line or zone would overturn: the decisions of saying it, without storing and telling.</summary>
internal sealed class VersionForesight(
    VersionDesk desk, IVersionStore versions, IAgreementStore agreements, AgreementAssessor assessor, TrackForesight tracks, TimeProvider time, ILogger<ZoneRegister> drawing)
{
    /// <param name="item">The line or zone.</param>
    /// <param name="days">The days of which it would be said.</param>
    /// <param name="body">What would be said.</param>
    /// <param name="questions">Valid questions.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Overturned> TellAsync(
        DeskItem item, DayRange days, VersionBody body, IReadOnlyList<PositionQuestion> questions, CancellationToken cancellationToken)
    {
        var zones = await desk.ForeseeAsync(item, days, body, cancellationToken);
        var told = new Overturned
        {
            Zones = { zones.SelectMany(VersionShifts.Between) },
            Verdicts = { VerdictShifts.Of(zones, questions, time.GetUtcNow(), drawing) },
        };
        foreach (var changed in zones.Where(z => z.AgreementId.Length > 0).GroupBy(z => z.AgreementId).OrderBy(g => g.Key, StringComparer.Ordinal))
            await JudgeAsync(changed, told, cancellationToken);
        var (transitions, leftOut) = await tracks.TellAsync(zones, cancellationToken);
        told.Transitions.Add(transitions);
        told.LeftOutObjects = leftOut;
        return told;
    }

    /// <summary>What all claims under an agreement would come to.</summary>
    private async Task JudgeAsync(IGrouping<string, ForeseenZone> changed, Overturned told, CancellationToken cancellationToken)
    {
        if (await agreements.ReadAsync(changed.Key, cancellationToken) is not { } agreement)
            return;
        var kept = new Dictionary<string, IReadOnlyList<Era>>(await versions.ZonesOfAsync(changed.Key, cancellationToken));
        foreach (var zone in changed)
            kept[zone.Id] = zone.After;
        var outcome = await assessor.ForeseeAsync(new(agreement.Agreement, kept), cancellationToken);
        told.Obligations.Add(outcome.Obligations.Select(o => new ObligationShift { Before = o.Previous, After = o.State }));
        foreach (var (known, change) in outcome.Incidents)
        {
            if (known is null)
                told.Opened.Add(change.Incident);
            else if (change.Incident.CancelledTime is not null)
                told.Cancelled.Add(change.Incident);
            else
                told.Updated.Add(new IncidentShift { Before = known, After = change.Incident });
        }
    }
}
