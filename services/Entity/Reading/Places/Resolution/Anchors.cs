namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>The likely places of a document's names, for the others to be near to.</summary>
internal sealed class Anchors
{
    private const int MostAnchors = 48;
    private const double LeastLikely = 0.5;
    private const double MeanEarthRadiusKilometres = 6371.0088;

    private readonly List<(int Name, double X, double Y, double Z, double Likely)> _anchors = [];

    /// <summary>The anchors of a document: of the names that are named most, the place that can hardly be another.</summary>
    /// <param name="names">The names with their places, best first.</param>
    /// <param name="none">Score of "none of them".</param>
    public static Anchors Of(List<WeighedName> names, double none)
    {
        var anchors = new Anchors();
        var order = Enumerable.Range(0, names.Count).Where(i => names[i].Places.Count > 0).OrderByDescending(i => names[i].Name.Mentions).Take(MostAnchors * 2);
        foreach (var i in order)
        {
            var best = names[i].Places[0];
            if (anchors._anchors.Count == MostAnchors)
                break;
            if (best.Place.Kind is PlaceKind.Country or PlaceKind.Continent or PlaceKind.Sea)
                continue;
            var total = Math.Exp(none - best.Score);
            foreach (var place in names[i].Places)
                total += Math.Exp(place.Score - best.Score);
            if (1 / total < LeastLikely)
                continue;
            var (x, y, z) = best.Place.Direction;
            anchors._anchors.Add((i, x, y, z, 1 / total));
        }
        return anchors;
    }

    /// <summary>Writes the features of nearness of a place to the anchors of other names.</summary>
    public void AddNearness(WeighedPlace place, int name)
    {
        var (near40, near150, near600) = (0.0, 0.0, 0.0);
        if (place.Place.Kind is not (PlaceKind.Country or PlaceKind.Continent or PlaceKind.Sea))
        {
            var (x, y, z) = place.Place.Direction;
            var nearest = double.PositiveInfinity;
            foreach (var (other, ax, ay, az, likely) in _anchors)
            {
                if (other == name)
                    continue;
                var (dx, dy, dz) = (x - ax, y - ay, z - az);
                var kilometres = MeanEarthRadiusKilometres * Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
                // An anchor is half likely at least: one that is farther than the nearest by more than log(2) of the scale adds nothing.
                if (kilometres > nearest + 417)
                    continue;
                near600 = Math.Max(near600, likely * Math.Exp(-kilometres / 600));
                if (kilometres <= nearest + 105)
                    near150 = Math.Max(near150, likely * Math.Exp(-kilometres / 150));
                if (kilometres <= nearest + 29)
                    near40 = Math.Max(near40, likely * Math.Exp(-kilometres / 40));
                nearest = Math.Min(nearest, kilometres);
            }
        }
        place.Features[(int)PlaceFeature.Near40] = near40;
        place.Features[(int)PlaceFeature.Near150] = near150;
        place.Features[(int)PlaceFeature.Near600] = near600;
    }
}
