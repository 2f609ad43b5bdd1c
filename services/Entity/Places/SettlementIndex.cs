using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Places;

/// <summary>The towns and villages of the gazetteer by latitude. Immutable, safe to share between threads.</summary>
internal sealed class SettlementIndex
{
    /// <summary>Two places of one name so near to each other are one, known under two ids, in metres.</summary>
    private const double SamePlaceM = 3_000;

    private readonly GazetteerFile _file;
    private readonly int[] _rows;
    private readonly double[] _latitudes;

    /// <param name="file">The compiled gazetteer.</param>
    public SettlementIndex(GazetteerFile file)
    {
        _file = file;
        var settled = Enumerable.Range(0, file.Count).Where(row => file.KindOf(row) is PlaceKind.City or PlaceKind.Town or PlaceKind.Village)
            .Select(row => (Row: row, file.PositionOf(row).Latitude)).OrderBy(r => r.Latitude).ToList();
        (_rows, _latitudes) = ([.. settled.Select(r => r.Row)], [.. settled.Select(r => r.Latitude)]);
    }

    /// <summary>Those whose points lie in a box, by id, each once.</summary>
    /// <param name="south">Degrees north.</param>
    /// <param name="west">Degrees east; greater than <paramref name="east"/> when the box crosses the antimeridian.</param>
    /// <param name="north">Degrees north.</param>
    /// <param name="east">Degrees east.</param>
    public IReadOnlyList<GazetteerPlace> Within(double south, double west, double north, double east)
    {
        var found = new List<GazetteerPlace>();
        var first = Array.BinarySearch(_latitudes, south);
        first = first < 0 ? ~first : first;
        // Of several at one latitude any may be hit.
        while (first > 0 && _latitudes[first - 1] >= south)
        {
            first--;
        }
        for (var i = first; i < _rows.Length && _latitudes[i] <= north; i++)
        {
            var longitude = _file.PositionOf(_rows[i]).Longitude;
            if (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east)
            {
                found.Add(_file.Place(_rows[i]));
            }
        }
        return [.. Once(found).OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    /// <summary>Of a place with two ids the one with the greater population stays; without any, that of GeoNames.</summary>
    private static IEnumerable<GazetteerPlace> Once(IEnumerable<GazetteerPlace> places)
    {
        foreach (var named in places.GroupBy(p => NameKey.Loose(p.Name)))
        {
            var kept = new List<GazetteerPlace>();
            foreach (var place in named.OrderByDescending(p => p.Population).ThenBy(p => p.Id, StringComparer.Ordinal))
            {
                if (!kept.Exists(k => k.IsWithin(SamePlaceM, place)))
                {
                    kept.Add(place);
                }
            }
            foreach (var place in kept)
            {
                yield return place;
            }
        }
    }
}
