using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Places;

/// <summary>Finds and places the toponyms of stories as the reader does.</summary>
/// <param name="learning">Makes scans.</param>
/// <param name="recogniser">Tells which names are places.</param>
/// <param name="resolver">Places them.</param>
/// <param name="tag">The tagger; null to work without.</param>
internal sealed class PlaceReading(PlaceLearning learning, ToponymRecogniser recogniser, ToponymResolver resolver, Func<SegmentedText, IReadOnlyList<TagSpan>>? tag)
{
    /// <summary>The toponyms found, each with the best candidate; null where none fits.</summary>
    public List<(TextSpan Span, PlaceCandidate? Best)> Find(string text)
    {
        var scan = learning.Scan(text, tag);
        return Place(text, [.. recogniser.Find(scan).Select(t => t.Span)], scan.States);
    }

    /// <summary>Toponyms given, each with the best candidate; null where none fits.</summary>
    public List<(TextSpan Span, PlaceCandidate? Best)> Place(string text, IReadOnlyList<TextSpan> spans) => Place(text, spans, learning.Scan(text).States);

    private List<(TextSpan Span, PlaceCandidate? Best)> Place(string text, IReadOnlyList<TextSpan> spans, IReadOnlyDictionary<string, int> states)
    {
        var document = ResolverDocument.Of(text, [.. spans.Select(s => new GoldToponym(s, 0, 0))], states);
        var best = new Dictionary<string, PlaceCandidate?>(StringComparer.Ordinal);
        foreach (var (name, candidates) in document.Names.Zip(resolver.Resolve(document.Names, states)))
            best[Reading.Places.NameKey.Strict(name.Name)] = candidates.Count > 0 ? candidates[0] : null;
        return [.. spans.Select(s => (s, best[Reading.Places.NameKey.Strict(s.Of(text))]))];
    }
}

/// <summary>Counts of toponyms given, found and placed.</summary>
internal sealed class PlaceCounts
{
    private int _gold;
    private int _found;
    private int _right;
    private int _placedOfGiven;
    private int _placed;

    /// <summary>Share of the toponyms given that are placed within 161 km.</summary>
    public double PlacedOfGiven => _placedOfGiven / (double)_gold;

    /// <summary>Share of all toponyms that are found and placed within 161 km.</summary>
    public double PlacedOfAll => _placed / (double)_gold;

    /// <summary>F1 of spans.</summary>
    public double F1 => 2.0 * _right / (_gold + _found);

    /// <summary>Adds a story.</summary>
    public void Add(PlaceReading reading, GoldStory story)
    {
        _gold += story.Toponyms.Count;
        var gold = story.Toponyms.GroupBy(t => t.Span).ToDictionary(g => g.Key, g => g.First());
        foreach (var (span, best) in reading.Place(story.Text, [.. gold.Keys.OrderBy(s => s.Start)]))
            _placedOfGiven += IsNear(best, gold[span]) ? 1 : 0;
        foreach (var (span, best) in reading.Find(story.Text))
        {
            _found++;
            if (!gold.TryGetValue(span, out var toponym))
                continue;
            _right++;
            _placed += IsNear(best, toponym) ? 1 : 0;
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"P {_right / (double)Math.Max(1, _found):F3}, R {_right / (double)_gold:F3}, {_gold} marked");

    private static bool IsNear(PlaceCandidate? candidate, GoldToponym gold) =>
        candidate is not null
        && ResolverTrainer.IsNear(
            new Reading.Places.GazetteerPlace("", "", Reading.Places.PlaceKind.City, candidate.Latitude, candidate.Longitude, 1, null), (gold.Latitude, gold.Longitude));
}
