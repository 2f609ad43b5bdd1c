using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Verdicts;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>Makes an incident out of all that is known of a happening. The order in which it became known makes no difference to what it says.</summary>
internal static class IncidentComposer
{
    /// <summary>The id of the incident that a violation opens.</summary>
    public static string IdOf(Violation violation)
    {
        var place = violation.Place.Place;
        var position = FormattableString.Invariant($"{place.Position.Latitude:F4},{place.Position.Longitude:F4}");
        return ContentHash.Of(
            "incident", violation.Agreement.Agreement.Id, violation.Zone.Id, violation.Rule.Id, violation.Claim.Claim.Class,
            place.GazetteerId.Length > 0 ? place.GazetteerId : position,
            DayRange.Text(violation.Claim.Days.First), DayRange.Text(violation.Claim.Days.Last));
    }

    /// <param name="id">Its id.</param>
    /// <param name="violations">What is reported: one or more violations of one rule.</param>
    /// <param name="denials">Claims that deny it.</param>
    public static Incident Compose(string id, IEnumerable<Violation> violations, IEnumerable<ReceivedClaim> denials)
    {
        var reports = violations.DistinctBy(v => v.Claim.Claim.Id)
            .OrderByDescending(v => v.IsCertain).ThenBy(v => v.Place.Position).ThenBy(v => v.Claim.Days.Days)
            .ThenBy(v => v.Place.Place.RadiusM).ThenBy(v => v.Claim.Claim.Id, StringComparer.Ordinal).ToList();
        var against = denials.DistinctBy(d => d.Claim.Id).OrderBy(d => d.Claim.Id, StringComparer.Ordinal).ToList();
        var best = reports[0];
        var verdict = new Verdict
        {
            Compliance = best.IsCertain ? Compliance.Violated : Compliance.PossiblyViolated,
            Verification = VerdictRules.Verify(reports.Select(v => v.Claim.Origin), reports.Any(IsByObserver), against.Count > 0),
            Attribution = VerdictRules.Attribute(reports.Select(v => v.Agreement.Parties.Match(v.Claim.Claim.Actors))),
        };
        return new()
        {
            Id = id,
            Version = 1,
            Kind = best.Kind,
            AgreementId = best.Agreement.Agreement.Id,
            Rule = best.Rule,
            Finding = FindingOf(best),
            Class = best.Claim.Claim.Class,
            Place = best.Place.Place,
            Date = DateOf(best.Claim),
            Verdict = verdict,
            Evidence = { reports.Select(v => v.Claim.ToReference(Bearing.Breaks)).Concat(against.Select(d => d.ToReference(Bearing.DeniesBreach))) },
            Quantities = { reports.SelectMany(v => v.Claim.Claim.Quantities).Where(q => !q.Background).Distinct() },
            ReportedActors = { reports.SelectMany(v => v.Claim.Claim.Actors).Select(a => a.Name).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal) },
            Summary = SummaryText.Of(best, verdict),
        };
    }

    /// <summary>The incident as a further version of what is known already; null when it says nothing new.</summary>
    public static Incident? Revise(Incident known, Incident composed, DateTimeOffset now)
    {
        composed.Version = known.Version;
        composed.OpenedTime = known.OpenedTime;
        composed.UpdatedTime = known.UpdatedTime;
        if (composed.Equals(known))
            return null;
        composed.Version++;
        composed.UpdatedTime = now.ToTimestamp();
        return composed;
    }

    /// <summary>The incident as a further version that is cancelled; it still shows what it rested on.</summary>
    public static Incident Cancel(Incident known, DateTimeOffset now)
    {
        var cancelled = known.Clone();
        cancelled.Version++;
        cancelled.UpdatedTime = cancelled.CancelledTime = now.ToTimestamp();
        return cancelled;
    }

    private static bool IsByObserver(Violation violation)
    {
        var claim = violation.Claim.Claim;
        var parties = violation.Agreement.Parties;
        return parties.MatchByName(claim.Speaker).Concat(parties.MatchByName(claim.Source))
            .Intersect(violation.Agreement.Agreement.Observers.Select(o => o.Id)).Any();
    }

    private static ZoneFinding FindingOf(Violation violation) => new()
    {
        AgreementId = violation.Agreement.Agreement.Id,
        ZoneId = violation.Zone.Id,
        ZoneName = violation.Zone.Name,
        ZoneKind = violation.Zone.Kind,
        Position = violation.Place.Position,
        DistanceM = violation.Place.Distance.CertainM,
    };

    private static DateExtent DateOf(ReceivedClaim claim) => claim.IsDated ? claim.Claim.Date : new()
    {
        Value = DayRange.Text(claim.ReferenceDate),
        StartDate = DayRange.Text(claim.ReferenceDate),
        EndDate = DayRange.Text(claim.ReferenceDate),
        Precision = DatePrecision.Unspecified,
    };
}
