using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>A claim with what decides on its happening. Immutable.</summary>
internal sealed class ClaimFacts
{
    private ClaimFacts(Claim claim, ClaimOrigin origin)
    {
        Claim = claim;
        Origin = origin;
        Group = HappeningGroups.Of(claim.Class);
        var dated = DaySpan.Of(claim.Date);
        IsDated = dated is not null;
        var day = origin.Report.Day;
        Days = dated ?? new DaySpan(day == DateOnly.MinValue ? day : day.AddDays(-1), day);
    }

    /// <summary>The claim, with the ids that its entities have now.</summary>
    internal Claim Claim { get; }

    internal ClaimOrigin Origin { get; }

    internal string Group { get; }

    /// <summary>Days on which it may have been; the report's day and the one before when the text does not tell.</summary>
    internal DaySpan Days { get; }

    /// <summary>Whether the text tells the days.</summary>
    internal bool IsDated { get; }

    internal string Id => Claim.Id;

    internal string ReportId => Claim.Evidence?.ReportId ?? "";

    internal bool Denies => !HappeningGroups.IsAssertion(Claim);

    /// <summary>Where it may have been; empty when the text does not tell.</summary>
    internal IReadOnlyList<PlaceCandidate> Places => Claim.Place?.Candidates.Where(c => c.Position is not null && c.Score > 0).ToList() ?? [];

    /// <summary>The facts of a claim; null when it speaks of no single happening.</summary>
    internal static ClaimFacts? Of(Claim claim, ReportOrigin report) =>
        HappeningGroups.Speaks(claim) ? new ClaimFacts(claim, ClaimOrigin.Of(claim, report)) : null;
}
