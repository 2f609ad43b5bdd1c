namespace Truceline.Entity.Reading.Places;

/// <summary>A name to be placed.</summary>
/// <param name="Name">The name as the text has it.</param>
/// <param name="Wanted">Kind that the words around it ask for; null when they ask for none.</param>
/// <param name="Mentions">How often the text names it.</param>
/// <param name="IsDateline">It stands in the dateline.</param>
internal sealed record Toponym(string Name, PlaceKind? Wanted, int Mentions, bool IsDateline);

/// <summary>
/// Chooses among the places that bear a name, by what the document says besides: the states that it names, the places near by, the
/// words beside the name; and by size. A pure function of its input, after the usual features of toponym resolution
/// (population, containment and spatial minimality; Leidner 2007).
/// </summary>
internal sealed class ToponymResolver(Gazetteer gazetteer)
{
    private const int MostCandidates = 5;
    private const double LeastScore = 0.02;
    private const double SamePlaceMetres = 30_000;
    private const double NearMetres = 250_000;
    private const double Sharpness = 2.0;
    private const double LeastWeight = 1.1;

    /// <summary>Candidates for every name, best first; empty for a name that nothing fits.</summary>
    /// <param name="names">The names of the document.</param>
    /// <param name="states">How often the document names each state or its people, by ISO code.</param>
    public IReadOnlyList<IReadOnlyList<PlaceCandidate>> Resolve(IReadOnlyList<Toponym> names, IReadOnlyDictionary<string, int> states)
    {
        var most = Math.Max(1, states.Values.DefaultIfEmpty(0).Max());
        var weighed = names.Select(n => Weigh(n, states, most)).ToList();
        var anchors = weighed.Select(Anchor).ToList();
        return [.. weighed.Select((candidates, i) => Choose(candidates, anchors.Where((a, j) => j != i && a is not null).Select(a => a!).ToList()))];
    }

    private List<(GazetteerPlace Place, double Weight)> Weigh(Toponym name, IReadOnlyDictionary<string, int> states, int most)
    {
        var weighed = new List<(GazetteerPlace Place, double Weight)>();
        foreach (var match in gazetteer.Find(name.Name))
        {
            var place = match.Place;
            var mentions = place.Country is { } country ? states.GetValueOrDefault(country) : 0;
            var weight = (Math.Log10(place.Population + 100) / 7)
                + (match.IsMainName ? 0.35 : match.Exact ? 0.25 : -1.1)
                + (mentions == 0 ? 0 : 0.6 + (1.2 * mentions / most))
                + KindWeight(place, name.Wanted)
                + (place.Id.StartsWith("truceline", StringComparison.Ordinal) && match.Exact ? 0.9 : 0)
                + (name.IsDateline && place.Kind is PlaceKind.City ? 0.8 : 0);
            weighed.Add((place, weight));
        }
        return weighed;
    }

    private static double KindWeight(GazetteerPlace place, PlaceKind? wanted)
    {
        var fits = wanted switch
        {
            null => 0,
            PlaceKind.Province => place.Kind is PlaceKind.Province ? 0.9 : place.Kind is PlaceKind.Region ? 0.7 : 0,
            PlaceKind.District => place.Kind is PlaceKind.District ? 0.8 : 0,
            PlaceKind.City or PlaceKind.Town => place.Kind is PlaceKind.City or PlaceKind.Town ? 0.4 : 0,
            PlaceKind.Village => place.Kind is PlaceKind.Village or PlaceKind.Town ? 0.4 : 0,
            _ => place.Kind == wanted ? 0.8 : 0,
        };
        return fits + place.Kind switch
        {
            PlaceKind.Country => 1.5,
            PlaceKind.City => 0.3,
            PlaceKind.Province or PlaceKind.District => -0.1,
            PlaceKind.Neighbourhood => -0.4,
            _ => 0,
        };
    }

    /// <summary>The place of a name that can hardly mean another, for the others to be near to; null when it may.</summary>
    private static GazetteerPlace? Anchor(List<(GazetteerPlace Place, double Weight)> candidates)
    {
        if (candidates.Count == 0)
            return null;
        var best = candidates.MaxBy(c => c.Weight);
        if (best.Place.Kind is PlaceKind.Country or PlaceKind.Continent or PlaceKind.Sea)
            return null;
        var rival = candidates.Where(c => c.Place.MetresTo(best.Place) > SamePlaceMetres * 2).Select(c => c.Weight).DefaultIfEmpty(0).Max();
        return best.Weight - rival > 0.4 ? best.Place : null;
    }

    private static List<PlaceCandidate> Choose(List<(GazetteerPlace Place, double Weight)> candidates, List<GazetteerPlace> anchors)
    {
        var ranked = candidates.Select(c => (c.Place, Weight: c.Weight + Nearness(c.Place, anchors))).OrderByDescending(c => c.Weight)
            .ThenBy(c => c.Place.Id, StringComparer.Ordinal).ToList();
        var kept = new List<(GazetteerPlace Place, double Weight)>();
        foreach (var candidate in ranked)
        {
            if (!kept.Exists(k => k.Place.Kind is PlaceKind.Province or PlaceKind.Region == candidate.Place.Kind is PlaceKind.Province or PlaceKind.Region
                && k.Place.MetresTo(candidate.Place) < SamePlaceMetres))
            {
                kept.Add(candidate);
            }
            if (kept.Count == MostCandidates)
                break;
        }
        if (kept.Count == 0 || kept[0].Weight < LeastWeight)
            return [];
        var total = kept.Sum(k => Math.Exp(Sharpness * (k.Weight - kept[0].Weight)));
        return
        [
            .. kept.Select(k => (k.Place, Score: Math.Exp(Sharpness * (k.Weight - kept[0].Weight)) / total)).Where(k => k.Score >= LeastScore)
                .Select(k => new PlaceCandidate(
                    k.Place.Id, k.Place.Name, KindName(k.Place.Kind), k.Place.Latitude, k.Place.Longitude, k.Place.RadiusMetres, k.Place.Country, Math.Round(k.Score, 4))),
        ];
    }

    private static double Nearness(GazetteerPlace place, List<GazetteerPlace> anchors)
    {
        var sum = 0.0;
        foreach (var anchor in anchors)
            sum += Math.Exp(-place.MetresTo(anchor) / NearMetres);
        return Math.Min(1, sum * 0.5);
    }

    /// <summary>Name of a kind in the reading: lower case.</summary>
    internal static string KindName(PlaceKind kind) => kind.ToString().ToLowerInvariant();
}
