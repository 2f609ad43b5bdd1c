using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Obligations;

/// <summary>Decides how a claim bears on a term.</summary>
internal static class BearingRules
{
    /// <summary>A summary of a month is held against a term only if at least this share of the month lies in its time.</summary>
    private const double LeastShare = 0.5;

    /// <summary>The claim as evidence on the term; null when it does not bear on it.</summary>
    public static TermEvidence? BearingOf(ReceivedClaim received, Obligation term, PreparedAgreement agreement)
    {
        var classes = ActionVocabulary.Of(term.Action);
        var claim = received.Claim;
        if (received.IsCommitment && classes.Restates.Contains(claim.Class))
            return Restates(received, term, agreement) ? Evidence(received, term, agreement, Bearing.Restates, isCertain: true) : null;
        if (received.IsDenial)
            return Denies(received, term, agreement, classes) ? Evidence(received, term, agreement, Bearing.DeniesBreach, isCertain: true) : null;
        if (!received.IsHappening)
            return null;
        if (classes.Breaks.Any(pattern => ActionVocabulary.Matches(pattern, claim.Class)))
            return Happening(received, term, agreement, Bearing.Breaks, BreaksFrom(term));
        if (classes.Fulfils.Contains(claim.Class))
            return Happening(received, term, agreement, Bearing.Fulfils, DayRange.Day(term.ValidFrom));
        return null;
    }

    private static bool Restates(ReceivedClaim received, Obligation term, PreparedAgreement agreement)
    {
        var deadline = TermFit.Deadline(received.Claim, term);
        var place = TermFit.Road(received.Claim, term, agreement) ?? TermFit.Region(received.Claim, term, agreement);
        if (place == false || IsRatherAnother(received, term, agreement))
            return false;
        // Another deadline for the same thing in the same place is still a report of this term; the claim shows the difference.
        return place == true || deadline == true || (deadline is null && IsAmongTheParties(received, agreement));
    }

    /// <summary>Whether the claim names what another term of the same sort is about, and not what this one is about.</summary>
    private static bool IsRatherAnother(ReceivedClaim received, Obligation term, PreparedAgreement agreement) =>
        !TermFit.Mentions(received.Claim, term) && agreement.Agreement.Obligations.Any(other =>
            ActionVocabulary.Of(other.Action).Restates.Contains(received.Claim.Class) && TermFit.Mentions(received.Claim, other));

    private static bool Denies(ReceivedClaim received, Obligation term, PreparedAgreement agreement, ActionClasses classes)
    {
        if (classes.Breaks.Count == 0)
            return false;
        var name = received.Claim.Class;
        var speaksOfIt = classes.Breaks.Any(pattern => ActionVocabulary.Matches(pattern, name))
            || (classes.Breaks.Contains("assault_*") && ActionVocabulary.GeneralDenials.Contains(name));
        return speaksOfIt && (TermFit.Region(received.Claim, term, agreement) ?? IsAmongTheParties(received, agreement));
    }

    private static TermEvidence? Happening(ReceivedClaim received, Obligation term, PreparedAgreement agreement, Bearing bearing, DateOnly from)
    {
        var binding = new DayRange(from, DateOnly.MaxValue);
        var place = TermFit.Place(received.Claim, term, agreement);
        var road = TermFit.Road(received.Claim, term, agreement);
        var doers = agreement.Parties.Match(received.Claim.Actors);
        var isBound = doers.Intersect(term.PartyIds).Any();
        if (binding.Share(received.Days) < (bearing == Bearing.Breaks ? LeastShare : double.Epsilon) || TermFit.Object(received.Claim, term) == false || (doers.Count > 0 && !isBound))
            return null;
        if (place == ZonePosition.Outside || (place is null && road != true && (bearing == Bearing.Breaks || term.ZoneId.Length > 0 || road == false)))
            return null;
        var isCertain = received.IsDated && binding.Contains(received.Days) && isBound && (place == ZonePosition.Inside || road == true);
        return Evidence(received, term, agreement, bearing, isCertain);
    }

    private static TermEvidence Evidence(ReceivedClaim received, Obligation term, PreparedAgreement agreement, Bearing bearing, bool isCertain)
    {
        var sayers = agreement.Parties.MatchByName(received.Claim.Speaker).Concat(agreement.Parties.MatchByName(received.Claim.Source));
        return new(received, bearing, isCertain, agreement.Parties.Match(received.Claim.Actors), sayers.Intersect(term.VerifierIds).Any());
    }

    /// <summary>What is due by a day is not broken before that day is over.</summary>
    private static DateOnly BreaksFrom(Obligation term) =>
        term.Deadline.Length > 0 ? DayRange.Shift(DayRange.Day(term.Deadline), 1) : DayRange.Day(term.ValidFrom);

    private static bool IsAmongTheParties(ReceivedClaim received, PreparedAgreement agreement)
    {
        var claim = received.Claim;
        return claim.Actors.Concat(claim.Targets).Concat(claim.ObjectEntities).Append(claim.Speaker).Any(p => p is not null && agreement.Parties.Match(p).Count > 0);
    }
}
