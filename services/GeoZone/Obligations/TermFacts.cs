using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Obligations;

/// <summary>What is known of a term on a day, sorted by how it bears on the term.</summary>
internal sealed class TermFacts
{
    public TermFacts(Obligation term, IEnumerable<TermEvidence> evidence, DateOnly asOf)
    {
        AsOf = asOf;
        All = [.. evidence.Where(e => e.Claim.Days.First <= asOf).OrderBy(e => e.Claim.Days.First).ThenBy(e => e.Claim.Claim.Id, StringComparer.Ordinal)];
        Fulfils = [.. All.Where(e => e.Bearing == Bearing.Fulfils)];
        Breaks = [.. All.Where(e => e.Bearing == Bearing.Breaks)];
        Deadline = term.Deadline.Length == 0 ? null : DayRange.Day(term.Deadline);
        ValidFrom = DayRange.Day(term.ValidFrom);
        // What was said before a breach, or of the time to come, cannot deny that it happened.
        var denials = All.Where(e => e.Bearing == Bearing.DeniesBreach && !ActionVocabulary.LooksAhead(e.Claim.Claim.Class));
        IsContradicted = Breaks.Count > 0 && (Fulfils.Count > 0 || denials.Any(d => Breaks.Any(b => d.Claim.Days.Last >= b.Claim.Days.First)));
    }

    public DateOnly AsOf { get; }

    public DateOnly ValidFrom { get; }

    public DateOnly? Deadline { get; }

    /// <summary>In order of the claims' days.</summary>
    public IReadOnlyList<TermEvidence> All { get; }

    public IReadOnlyList<TermEvidence> Fulfils { get; }

    public IReadOnlyList<TermEvidence> Breaks { get; }

    public bool IsContradicted { get; }

    public bool IsNotYetDue => AsOf < ValidFrom || (Deadline is { } deadline && AsOf <= deadline);
}
