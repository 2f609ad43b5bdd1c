using System.Runtime.Intrinsics;

namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>
/// Chooses among the places that bear a name, by what the document says besides: the states and divisions that it names, what a name is said to
/// lie in, the places near by, the areas of agreements in force, the words beside the name; and by size. A log-linear model after the usual
/// features of toponym resolution (population, containment and spatial minimality; Leidner 2007), with "none of them" as one choice.
/// A pure function of its input, thread-safe.
/// </summary>
/// <param name="gazetteer">The places.</param>
/// <param name="weights">A weight for each <see cref="PlaceFeature"/>, and last that of "none of them".</param>
internal sealed class ToponymResolver(Gazetteer gazetteer, double[] weights)
{
    private const int MostCandidates = 5;
    private const int MostWeighed = 12;
    private const double LeastScore = 0.02;
    private const double SamePlaceMetres = 30_000;

    /// <summary>Best candidates are given when together they are at least as likely as this; else none is.</summary>
    private const double Floor = 0.35;

    /// <summary>Log odds that a name adds for whom it makes everybody think of. Set by hand: such names are few, and the corpora lack most.</summary>
    private const double OfFame = 4;

    public ToponymResolver(Gazetteer gazetteer)
        : this(gazetteer, ResolverWeights.Load())
    {
    }

    /// <summary>Candidates for every name, best first; empty for a name that nothing fits.</summary>
    /// <param name="names">The names of the document.</param>
    /// <param name="states">How often the document names each state or its people, by ISO code.</param>
    /// <param name="areas">Areas of agreements in force; none when not known.</param>
    public IReadOnlyList<IReadOnlyList<PlaceCandidate>> Resolve(
        IReadOnlyList<Toponym> names, IReadOnlyDictionary<string, int> states, AreasOfInterest? areas = null)
    {
        var weighed = Weigh(names, states, areas ?? AreasOfInterest.None);
        var chosen = weighed.ConvertAll(Choose);
        foreach (var name in weighed)
        {
            foreach (var place in name.Places)
                FeatureArrays.Return(place.Features);
        }
        return chosen;
    }

    /// <summary>Every name with the places that it may mean and their features.</summary>
    internal List<WeighedName> Weigh(IReadOnlyList<Toponym> names, IReadOnlyDictionary<string, int> states, AreasOfInterest areas)
    {
        var matches = new List<NameMatches>(names.Count);
        foreach (var name in names)
            matches.Add(Matches(name.Name, states));
        var context = new DocumentContext(gazetteer, names, matches, states);
        var weighed = new List<WeighedName>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var facts = NameFacts.Of(matches[i]);
            // Of names in a list ("Paris, London") the next holds none of the places: it says nothing then.
            var isElsewhere = names[i].Within is { } within && !AnyLiesWithin(matches[i], context, within);
            var name = isElsewhere ? names[i] with { Within = null } : names[i];
            var meant = isElsewhere && name.IsPart ? new NameMatches(matches[i].Where(m => m.Exact && (m.IsMainName || m.Place.IsCurated))) : matches[i];
            var candidates = Best(meant, name, facts, context, areas);
            weighed.Add(new WeighedName(names[i], candidates));
        }
        AddNearness(weighed);
        return weighed;
    }

    /// <summary>The places of a name that score best before nearness, at most <see cref="MostWeighed"/>, best first.</summary>
    private List<WeighedPlace> Best(NameMatches matches, Toponym name, in NameFacts facts, DocumentContext context, AreasOfInterest areas)
    {
        Span<double> features = stackalloc double[CandidateFeatures.Count];
        var best = new List<WeighedPlace>(Math.Min(matches.Count, MostWeighed + 1));
        foreach (var match in matches)
        {
            CandidateFeatures.Of(match, name, facts, context, features);
            if (areas.Holds(match.Place))
                features[(int)PlaceFeature.AreaInForce] = 1;
            var fame = match.IsFamous && !IsElsewhere(match.Place, name, matches, features, context) ? OfFame : 0;
            var score = Dot(features) + fame;
            if (best.Count == MostWeighed && !(Compare(score, match.Place, best[^1]) < 0))
                continue;
            var kept = best.Count == MostWeighed ? best[MostWeighed - 1].Features : FeatureArrays.Rent();
            features.CopyTo(kept);
            if (best.Count == MostWeighed)
                best.RemoveAt(MostWeighed - 1);
            var at = best.Count;
            while (at > 0 && Compare(score, match.Place, best[at - 1]) < 0)
                at--;
            best.Insert(at, new WeighedPlace(match.Place, kept) { Score = score, Fame = fame });
        }
        return best;
    }

    /// <summary>Whether the text says that a famous place is not the one that is meant: by what it lies in, by its kind, or by the state of another and not its own.</summary>
    private static bool IsElsewhere(GazetteerPlace place, Toponym name, NameMatches matches, ReadOnlySpan<double> features, DocumentContext context)
    {
        if (features[(int)PlaceFeature.NotWithin] != 0 || features[(int)PlaceFeature.NotWantedKind] != 0)
            return true;
        if (name.Within is not null || place.Country is null || context.States.ContainsKey(place.Country))
            return false;
        foreach (var other in matches)
        {
            if (other.Exact && other.Place.Country is { } country && context.States.ContainsKey(country))
                return true;
        }
        return false;
    }

    private static bool AnyLiesWithin(NameMatches matches, DocumentContext context, string within)
    {
        foreach (var match in matches)
        {
            if (context.LiesWithin(match.Place, within))
                return true;
        }
        return false;
    }

    private static int Compare(double score, GazetteerPlace place, WeighedPlace other) =>
        score == other.Score ? string.CompareOrdinal(place.Id, other.Place.Id) : other.Score.CompareTo(score);

    private void AddNearness(List<WeighedName> names)
    {
        var anchors = Anchors.Of(names, weights[^1]);
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var candidate in names[i].Places)
            {
                anchors.AddNearness(candidate, i);
                candidate.Score = Dot(candidate.Features) + candidate.Fame;
            }
            names[i].Places.Sort(static (a, b) => Compare(a.Score, a.Place, b));
        }
    }

    /// <summary>Places of a name; where none is spelt or folded alike, those of the named states with the same consonants.</summary>
    private NameMatches Matches(string name, IReadOnlyDictionary<string, int> states)
    {
        var found = gazetteer.Find(name);
        if (found.Count > 0)
            return found;
        var alike = gazetteer.FindBySkeleton(name);
        return alike.Count == 0 ? alike : new NameMatches(alike.Where(m => m.Place.Country is { } country && states.ContainsKey(country)));
    }

    private double Dot(ReadOnlySpan<double> features)
    {
        // Four lanes whatever the machine, so that sums are rounded alike on all.
        var lanes = Vector256<double>.Zero;
        var i = 0;
        for (; i + Vector256<double>.Count <= features.Length; i += Vector256<double>.Count)
            lanes += Vector256.Create(features.Slice(i, Vector256<double>.Count)) * Vector256.Create<double>(weights.AsSpan(i, Vector256<double>.Count));
        var sum = Vector256.Sum(lanes);
        for (; i < features.Length; i++)
            sum += features[i] * weights[i];
        return sum;
    }

    private IReadOnlyList<PlaceCandidate> Choose(WeighedName name)
    {
        if (name.Places.Count == 0)
            return [];
        var most = Math.Max(weights[^1], name.Places[0].Score);
        var total = Math.Exp(weights[^1] - most);
        foreach (var place in name.Places)
            total += Math.Exp(place.Score - most);
        var kept = new List<(GazetteerPlace Place, double Score)>(MostCandidates);
        var sum = 0.0;
        foreach (var place in name.Places)
        {
            var score = Math.Exp(place.Score - most) / total;
            // Two entries of one town, or a town and its district, are one place: the better one stands for both.
            var same = IndexOfSame(kept, place.Place);
            if (same < 0 && kept.Count == MostCandidates)
                continue;
            sum += score;
            if (same >= 0)
                kept[same] = (kept[same].Place, kept[same].Score + score);
            else
                kept.Add((place.Place, score));
        }
        return sum < Floor ? [] : Candidates(kept);
    }

    private static List<PlaceCandidate> Candidates(List<(GazetteerPlace Place, double Score)> kept)
    {
        var candidates = new List<PlaceCandidate>(kept.Count);
        // Stable: of two that score alike the one that was weighed higher stays first.
        while (kept.Count > 0)
        {
            var best = 0;
            for (var i = 1; i < kept.Count; i++)
                best = kept[i].Score > kept[best].Score ? i : best;
            var (place, score) = kept[best];
            if (score < LeastScore)
                break;
            candidates.Add(new PlaceCandidate(
                place.Id, place.Name, KindName(place.Kind), place.Latitude, place.Longitude, place.RadiusMetres, place.Country, Math.Floor(score * 1e4) / 1e4));
            kept.RemoveAt(best);
        }
        return candidates;
    }

    private static int IndexOfSame(List<(GazetteerPlace Place, double Score)> kept, GazetteerPlace place)
    {
        for (var i = 0; i < kept.Count; i++)
        {
            if (IsDivision(kept[i].Place) == IsDivision(place) && kept[i].Place.IsWithin(SamePlaceMetres, place))
                return i;
        }
        return -1;
    }

    private static bool IsDivision(GazetteerPlace place) => place.Kind is PlaceKind.Country or PlaceKind.Province or PlaceKind.Region;

    /// <summary>Name of a kind in the reading: lower case.</summary>
    internal static string KindName(PlaceKind kind) => KindNames[(int)kind];

    private static readonly string[] KindNames = [.. Enum.GetValues<PlaceKind>().Select(k => k.ToString().ToLowerInvariant())];
}

/// <summary>A place with its features and its log-linear score.</summary>
internal sealed class WeighedPlace(GazetteerPlace place, double[] features)
{
    public GazetteerPlace Place { get; } = place;

    public double[] Features { get; } = features;

    /// <summary>What its fame adds to the score.</summary>
    public double Fame { get; init; }

    public double Score { get; set; }
}

/// <summary>A name with the places that it may mean, best first.</summary>
internal sealed record WeighedName(Toponym Name, List<WeighedPlace> Places);
