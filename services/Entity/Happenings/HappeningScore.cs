using Truceline.Entity.V1;

namespace Truceline.Entity.Happenings;

/// <summary>
/// Whether two claims speak of one happening: a weighted mean of how alike place, time, class, doers and those to whom it was done are. What a claim does not tell
/// counts as half alike. Another place, another time or another sort of happening exclude it; another doer does not: that is what sides contradict each other about.
/// The weights are in decision 28. Pure and symmetric.
/// </summary>
internal static class HappeningScore
{
    /// <summary>Claims at least so alike speak of one happening.</summary>
    internal const double Least = 0.65;

    private const double PlaceWeight = 0.40;
    private const double TimeWeight = 0.25;
    private const double ClassWeight = 0.15;
    private const double ActorWeight = 0.12;
    private const double TargetWeight = 0.08;

    private const double LeastPlace = 0.2;
    private const double LeastTime = 0.55;
    private const double UnknownPlace = 0.35;
    private const double Unknown = 0.5;
    private const double OtherActor = 0.2;
    private const double SameCountry = 0.7;

    /// <summary>A denial speaks of what was in the days before it.</summary>
    private const int DenialDays = 3;

    /// <summary>Likeness in [0, 1]; 0 when the two cannot be one happening.</summary>
    internal static double Of(ClaimFacts a, ClaimFacts b)
    {
        var (kind, time, place) = (OfClass(a, b), OfTime(a, b), OfPlace(a, b));
        if (kind == 0 || time < LeastTime || place < LeastPlace || (a.ReportId == b.ReportId && AreTold(a, b)))
        {
            return 0;
        }

        return (PlaceWeight * place) + (TimeWeight * time) + (ClassWeight * kind)
            + (ActorWeight * OfParticipants(a.Claim.Actors, b.Claim.Actors)) + (TargetWeight * OfParticipants(a.Claim.Targets, b.Claim.Targets));
    }

    private static double OfClass(ClaimFacts a, ClaimFacts b)
    {
        if (a.Group == HappeningGroups.Any || b.Group == HappeningGroups.Any)
        {
            return a.Group == b.Group ? 0 : Unknown;
        }

        return a.Group != b.Group ? 0 : a.Claim.Class == b.Claim.Class || a.Denies != b.Denies ? 1 : 0.6;
    }

    // Two bulletins of one day that both say "in the last 24 hours" mean one span, however each counts it.
    private static double OfTime(ClaimFacts a, ClaimFacts b)
    {
        if (a.Denies != b.Denies)
        {
            var (told, denial) = a.Denies ? (b, a) : (a, b);
            var after = denial.Days.First.DayNumber - told.Days.Last.DayNumber;
            return told.Days.Likeness(denial.Days) >= Unknown || after is >= 0 and <= DenialDays ? 1 : 0;
        }

        var reports = Math.Abs(a.Origin.Report.Day.DayNumber - b.Origin.Report.Day.DayNumber) switch { 0 => 1, 1 => 0.5, _ => 0 };
        return (0.7 * a.Days.Likeness(b.Days)) + (0.3 * reports);
    }

    private static double OfPlace(ClaimFacts a, ClaimFacts b)
    {
        var (x, y) = (a.Places, b.Places);
        // Without a place, two are one only by the same doer.
        return x.Count > 0 && y.Count > 0 ? PlaceLikeness.Of(x, y) : OfParticipants(a.Claim.Actors, b.Claim.Actors) == 1 ? UnknownPlace : 0;
    }

    private static double OfParticipants(IReadOnlyList<Participant> a, IReadOnlyList<Participant> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return Unknown;
        }

        return a.Any(x => b.Any(y => x.EntityId == y.EntityId)) ? 1 : a.Any(x => x.Country.Length > 0 && b.Any(y => x.Country == y.Country)) ? SameCountry : OtherActor;
    }

    // One report that gives two numbers of killed tells two happenings.
    private static bool AreTold(ClaimFacts a, ClaimFacts b) =>
        a.Denies == b.Denies && Figures.Of(a.Claim).Any(x => Figures.Of(b.Claim).Any(y => Figures.AreOfOneThing(x, y) && !Figures.Overlap(x, y)));
}
