using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.Training.Places;

/// <summary>The names of a document with where they lie.</summary>
internal sealed record ResolverDocument(IReadOnlyList<Toponym> Names, IReadOnlyList<(double Latitude, double Longitude)> Gold, IReadOnlyDictionary<string, int> States)
{
    /// <summary>Groups gold toponyms by name.</summary>
    public static ResolverDocument Of(string text, IReadOnlyList<GoldToponym> toponyms, IReadOnlyDictionary<string, int> states)
    {
        var within = Containment.Of(text, [.. toponyms.Select(t => t.Span)]);
        var groups = toponyms.Select((t, i) => (Gold: t, Name: t.Span.Of(text), Within: within[i] < 0 ? null : toponyms[within[i]].Span.Of(text)))
            .GroupBy(t => NameKey.Strict(t.Name)).ToList();
        return new ResolverDocument(
            [.. groups.Select(g => new Toponym(g.First().Name, null, g.Count(), false) { Within = g.Select(t => t.Within).FirstOrDefault(w => w is not null) })],
            [.. groups.Select(g => (g.First().Gold.Latitude, g.First().Gold.Longitude))],
            states);
    }
}

/// <summary>
/// Learns the weights of <see cref="ToponymResolver"/>: the places within 161 km of the true one are to outweigh the others and "none of them".
/// The penalty draws each weight to the one that was set by hand, so that what the corpus does not tell stays sane. Deterministic.
/// </summary>
internal static class ResolverTrainer
{
    private const int Rounds = 3;
    private const int Epochs = 60;
    private const double Rate = 0.2;
    private const double NearMetres = 161_000;

    /// <summary>The weights.</summary>
    /// <param name="gazetteer">The places.</param>
    /// <param name="documents">Documents, in a fixed order.</param>
    /// <param name="prior">Weights that the penalty draws to.</param>
    /// <param name="penalty">Weight of the penalty per name.</param>
    public static double[] Train(Gazetteer gazetteer, IReadOnlyList<ResolverDocument> documents, double[] prior, double penalty = 1e-3)
    {
        var weights = prior.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            // Nearness rests on the anchors, and they on the weights: learn again with those of the round before.
            var resolver = new ToponymResolver(gazetteer, weights);
            var names = documents.SelectMany(d => resolver.Weigh(d.Names, d.States, AreasOfInterest.None)
                .Select((n, i) => (n.Places, IsRight: n.Places.Select(p => Holds(p.Place, d.Gold[i])).ToArray()))).Where(n => n.Places.Count > 0).ToList();
            weights = Descend(names, weights, prior, penalty);
        }
        return weights;
    }

    /// <summary>Whether a place lies within 161 km of a point.</summary>
    public static bool IsNear(GazetteerPlace place, (double Latitude, double Longitude) gold) =>
        place.MetresTo(place with { Latitude = gold.Latitude, Longitude = gold.Longitude }) <= NearMetres;

    /// <summary>Whether a place is the true one for learning: a state or sea has no one point.</summary>
    private static bool Holds(GazetteerPlace place, (double Latitude, double Longitude) gold) =>
        IsNear(place, gold)
        || (place.Kind is PlaceKind.Country or PlaceKind.Continent or PlaceKind.Sea or PlaceKind.Province or PlaceKind.Region or PlaceKind.Island or PlaceKind.River
            && place.MetresTo(place with { Latitude = gold.Latitude, Longitude = gold.Longitude }) <= place.RadiusMetres);

    private static double[] Descend(List<(List<WeighedPlace> Places, bool[] IsRight)> names, double[] start, double[] prior, double penalty)
    {
        var weights = start.ToArray();
        var squares = new double[weights.Length];
        var gradient = new double[weights.Length];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var (places, isRight) in names)
            {
                Array.Clear(gradient);
                var scores = places.Select(p => p.Features.Select((f, i) => f * weights[i]).Sum()).Append(weights[^1]).ToArray();
                var right = isRight.Append(!isRight.Any(r => r)).ToArray();
                var most = scores.Max();
                var total = scores.Sum(s => Math.Exp(s - most));
                var rightTotal = scores.Where((_, i) => right[i]).Sum(s => Math.Exp(s - most));
                for (var c = 0; c < scores.Length; c++)
                {
                    var share = Math.Exp(scores[c] - most);
                    var pull = (right[c] ? share / rightTotal : 0) - (share / total);
                    if (c == places.Count)
                    {
                        gradient[^1] += pull;
                        continue;
                    }
                    for (var f = 0; f < places[c].Features.Length; f++)
                        gradient[f] += pull * places[c].Features[f];
                }
                for (var w = 0; w < weights.Length; w++)
                {
                    var g = gradient[w] - (penalty * (weights[w] - prior[w]));
                    if (g == 0)
                        continue;
                    squares[w] += g * g;
                    weights[w] += Rate * g / Math.Sqrt(squares[w] + 1e-8);
                }
            }
        }
        return weights;
    }
}
