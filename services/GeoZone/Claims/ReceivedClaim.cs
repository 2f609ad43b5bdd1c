using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Claims;

/// <summary>A claim as it was received, with what its report says of itself.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Origin">Origin by which independence is judged.</param>
/// <param name="ReferenceDate">The day that the report's relative dates refer to.</param>
internal sealed record ReceivedClaim(Claim Claim, ClaimOrigin Origin, DateOnly ReferenceDate)
{
    /// <summary>Days on which it may have happened; the reference date when the report does not tell.</summary>
    public DayRange Days => DayRange.Of(Claim.Date) ?? new(ReferenceDate, ReferenceDate);

    /// <summary>Whether the report tells the days.</summary>
    public bool IsDated => DayRange.Of(Claim.Date) is not null;

    /// <summary>Said to have happened: neither promised nor planned, denied, supposed or told as history.</summary>
    public bool IsHappening => Claim is { Kind: ClaimKind.Event, Mode: AssertionMode.Asserted };

    /// <summary>Said not to have happened.</summary>
    public bool IsDenial =>
        Claim is { Kind: ClaimKind.Denial, Mode: not (AssertionMode.Historical or AssertionMode.Hypothetical or AssertionMode.Conditional) }
            or { Kind: ClaimKind.Event, Mode: AssertionMode.Negated };

    /// <summary>Promised or agreed.</summary>
    public bool IsCommitment =>
        Claim is { Kind: ClaimKind.Commitment, Mode: AssertionMode.Asserted or AssertionMode.Promised or AssertionMode.Planned };

    /// <summary>The claims of a report; one without an id or its words can be neither told from others nor shown, and is left out.</summary>
    public static IEnumerable<ReceivedClaim> From(ClaimsExtracted report)
    {
        var header = report.Header ?? new ReportHeader();
        var received = DateOnly.FromDateTime(report.ReceivedTime?.ToDateTime() ?? DateTime.UnixEpoch);
        var day = DayRange.TryDay(header.ReferenceDate, out var reference) ? reference : received;
        return report.Claims.Where(claim => claim.Id.Length > 0 && claim.Evidence is not null).Select(claim => new ReceivedClaim(claim, ClaimOrigin.Of(claim, report), day));
    }

    /// <summary>How an incident or a state refers to it.</summary>
    public ClaimReference ToReference(Bearing bearing) => new()
    {
        ClaimId = Claim.Id,
        Evidence = Claim.Evidence,
        SaidBy = Claim.Speaker?.Name ?? Claim.Source?.Name ?? "",
        Bearing = bearing,
        Origin = Origin.Name,
        Reliability = Claim.Reliability,
        Credibility = Claim.Credibility,
    };
}
