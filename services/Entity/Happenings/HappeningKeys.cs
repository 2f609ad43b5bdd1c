using System.Globalization;
using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>
/// Keys under which claims on one happening meet: group, week and a cell of one degree, or the doer where there is no place. Claims that are alike share one at least,
/// so only those under the keys of a claim are compared with it. Pure.
/// </summary>
internal static class HappeningKeys
{
    private const int MostCells = 9;
    private const int MostCandidates = 4;
    private const double LeastScore = 0.1;

    /// <summary>Metres that a cell is widened by, so that neighbours across its edge meet.</summary>
    private const double MarginM = 15_000;

    private const double MetresPerDegree = 111_000;

    /// <summary>The keys of a claim, at most a few dozen of 40 characters at most.</summary>
    internal static IReadOnlyList<string> Of(ClaimFacts facts)
    {
        var groups = facts.Group == HappeningGroups.Any ? HappeningGroups.All : [facts.Group];
        var places = CellsOf(facts.Places).ToList();
        // By the doer, too: a denial may name the place or not.
        places.AddRange(facts.Claim.Actors.Where(a => a.EntityId.Length > 0).Take(2).Select(a => "a" + ReportOrigin.DigestOf(a.EntityId)[^8..]));
        return [.. groups.SelectMany(_ => WeeksOf(facts), (g, w) => (g, w)).SelectMany(_ => places, (k, p) => Key(k.g, k.w, p)).Distinct(StringComparer.Ordinal)];
    }

    private static string Key(string group, int week, string place) => string.Create(CultureInfo.InvariantCulture, $"{(group.Length > 12 ? group[..12] : group)}|{week}|{place}");

    // A day more on both sides: what differs by a day still meets. A denial comes some days later.
    private static IEnumerable<int> WeeksOf(ClaimFacts facts)
    {
        var first = (facts.Days.First.DayNumber - (facts.Denies ? 4 : 1)) / 7;
        var last = (facts.Days.Last.DayNumber + 1) / 7;
        return Enumerable.Range(first, last - first + 1);
    }

    private static IEnumerable<string> CellsOf(IReadOnlyList<PlaceCandidate> places)
    {
        foreach (var place in places.Where(p => p.Score >= LeastScore).OrderByDescending(p => p.Score).ThenBy(p => p.GazetteerId, StringComparer.Ordinal).Take(MostCandidates))
        {
            var north = (place.RadiusM + MarginM) / MetresPerDegree;
            var east = north / Math.Max(0.05, Math.Cos(double.DegreesToRadians(place.Position.Latitude)));
            var (bottom, top) = ((int)Math.Floor(place.Position.Latitude - north), (int)Math.Floor(place.Position.Latitude + north));
            var (left, right) = ((int)Math.Floor(place.Position.Longitude - east), (int)Math.Floor(place.Position.Longitude + east));
            if ((long)(top - bottom + 1) * (right - left + 1) > MostCells)
            {
                // A country is like itself alone.
                yield return "c" + (place.GazetteerId.Length > 0 ? ReportOrigin.DigestOf(place.GazetteerId)[^8..] : place.Country);
                continue;
            }

            for (var y = bottom; y <= top; y++)
            {
                for (var x = left; x <= right; x++)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{y}:{((x + 540) % 360) - 180}");
                }
            }
        }
    }
}
