using Truceline.GeoZone.Claims;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>Decides whether a further version of an incident is news. A copy of a text that it rests on already is kept as a witness and told to nobody.</summary>
internal static class IncidentNews
{
    /// <summary>Whether the later version says more than that further outlets carry the same.</summary>
    /// <param name="known">As it was.</param>
    /// <param name="later">As it is.</param>
    /// <param name="claims">All claims that it rests on now.</param>
    public static bool IsTold(Incident known, Incident later, IEnumerable<ReceivedClaim> claims) =>
        !Copies.AreAllThatCame(known.Evidence.Select(e => e.ClaimId), claims)
        || !Substance(known).Equals(Substance(later))
        || !Figures(known).SetEquals(Figures(later));

    private static Incident Substance(Incident incident)
    {
        var substance = incident.Clone();
        substance.Evidence.Clear();
        substance.Quantities.Clear();
        (substance.Version, substance.UpdatedTime) = (0, null);
        return substance;
    }

    // Where a figure stands in a copy is no news.
    private static HashSet<Quantity> Figures(Incident incident) => [.. incident.Quantities.Select(q =>
    {
        var figure = q.Clone();
        (figure.Span, figure.Text) = (null, "");
        return figure;
    })];
}
