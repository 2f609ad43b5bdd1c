using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>An incident with the claims that it rests on.</summary>
internal sealed record KnownIncident(Incident Incident, IReadOnlyList<ReceivedClaim> Evidence)
{
    /// <summary>Whether all claims that report it were withdrawn.</summary>
    public bool IsRetracted => !Evidence.Any(c => c.IsHappening);
}

/// <summary>An incident that was opened or has become a new version.</summary>
/// <param name="Incident">As it is now.</param>
/// <param name="IsNew">Whether it was opened.</param>
/// <param name="IsTold">Whether it is news; false when only copies of what it rests on came.</param>
internal sealed record IncidentChange(Incident Incident, bool IsNew, bool IsTold = true);

/// <summary>Decides what claims open, join and dispute.</summary>
internal static class IncidentDetector
{
    /// <summary>
    /// What the incoming claims change. A report joins the incident that it is likest to, or opens one; a denial disputes what it speaks of,
    /// whether it came before the report or after.
    /// </summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="incoming">Claims that came now.</param>
    /// <param name="known">Incidents of the agreement around the days of the incoming claims.</param>
    /// <param name="earlierDenials">Denials received before, around those days.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="isRedrawn">Whether the agreement is another than that under which the incidents were judged: those that break no rule any more are cancelled.</param>
    public static IReadOnlyList<IncidentChange> Detect(
        PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> incoming, IReadOnlyList<KnownIncident> known,
        IReadOnlyList<ReceivedClaim> earlierDenials, DateTimeOffset now, bool isRedrawn = false)
    {
        var drafts = known.Select(k => Draft.Of(k, agreement)).Where(d => isRedrawn || d.Violations.Count > 0 || d.IsRetracted).ToList();
        var ordered = incoming.OrderBy(c => c.Days.First).ThenBy(c => c.Days.Last).ThenBy(c => c.Claim.Id, StringComparer.Ordinal);
        foreach (var violation in ordered.SelectMany(claim => ClaimJudge.Judge(claim, agreement)))
        {
            var draft = drafts.Where(d => Happening.IsSame(d.Current, violation))
                .OrderByDescending(d => Happening.DaysOf(d.Current).Likeness(violation.Claim.Days)).ThenBy(d => d.Current.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (draft is null)
                drafts.Add(draft = new(null, IncidentComposer.IdOf(violation)));
            draft.Add(violation);
        }
        foreach (var draft in drafts)
            draft.AddDenials(earlierDenials.Concat(incoming));
        return [.. drafts.Select(d => d.Change(now)).OfType<IncidentChange>()];
    }

    private sealed class Draft(Incident? known, string id)
    {
        private readonly List<ReceivedClaim> _denials = [];

        public List<Violation> Violations { get; } = [];

        /// <summary>Whether all claims that reported it before were withdrawn.</summary>
        public bool IsRetracted { get; private init; }

        /// <summary>As the claims gathered so far make it.</summary>
        public Incident Current { get; private set; } = known ?? new();

        public static Draft Of(KnownIncident known, PreparedAgreement agreement)
        {
            var draft = new Draft(known.Incident, known.Incident.Id) { IsRetracted = known.IsRetracted };
            draft._denials.AddRange(known.Evidence.Where(c => c.IsDenial));
            draft.Violations.AddRange(known.Evidence.SelectMany(c => ClaimJudge.Judge(c, agreement))
                .Where(v => v.Zone.Id == known.Incident.Finding.ZoneId && v.Rule.Id == known.Incident.Rule.Id));
            return draft;
        }

        public void Add(Violation violation)
        {
            Violations.Add(violation);
            Current = IncidentComposer.Compose(id, Violations, _denials);
        }

        public void AddDenials(IEnumerable<ReceivedClaim> claims) => _denials.AddRange(claims.Where(c => Happening.IsDenied(Current, c)));

        public IncidentChange? Change(DateTimeOffset now)
        {
            if (Violations.Count == 0)
                return known is { CancelledTime: null } ? new(IncidentComposer.Cancel(known, now), IsNew: false) : null;
            var composed = IncidentComposer.Compose(id, Violations, _denials);
            if (known is not null)
            {
                return IncidentComposer.Revise(known, composed, now) is { } revised
                    ? new(revised, IsNew: false, IncidentNews.IsTold(known, revised, Violations.Select(v => v.Claim).Concat(_denials)))
                    : null;
            }
            composed.OpenedTime = composed.UpdatedTime = now.ToTimestamp();
            return new(composed, IsNew: true);
        }
    }
}
