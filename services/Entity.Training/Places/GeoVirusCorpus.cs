using System.Text.Json;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Places;

/// <summary>A toponym of the corpus with its position.</summary>
internal sealed record GoldToponym(TextSpan Span, double Latitude, double Longitude);

/// <summary>A story of the corpus.</summary>
/// <param name="Source">Address of the article; stories of one article stay in one fold.</param>
/// <param name="Text">The text.</param>
/// <param name="Toponyms">Its toponyms, in order.</param>
internal sealed record GoldStory(string Source, string Text, IReadOnlyList<GoldToponym> Toponyms);

/// <summary>GeoVirus: Wikinews stories on epidemics with their toponyms (Gritta et al. 2018, CC BY 2.5).</summary>
internal static class GeoVirusCorpus
{
    /// <summary>Reads <c>geovirus.jsonl</c>.</summary>
    public static List<GoldStory> Read(string path) => [.. File.ReadLines(path).Select(Parse)];

    /// <summary>The stories in folds, whole articles together, dealt in the order of a hash of their address.</summary>
    public static List<List<GoldStory>> Folds(IEnumerable<GoldStory> stories, int count)
    {
        var folds = Enumerable.Range(0, count).Select(_ => new List<GoldStory>()).ToList();
        var articles = stories.GroupBy(s => s.Source).OrderBy(g => Reading.Places.NameHash.OfKey(g.Key)).ToList();
        for (var i = 0; i < articles.Count; i++)
            folds[i % count].AddRange(articles[i]);
        return folds;
    }

    private static GoldStory Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var story = document.RootElement;
        var text = story.GetProperty("text").GetString() ?? "";
        return new GoldStory(
            story.GetProperty("source").GetString() ?? "", text,
            [.. story.GetProperty("toponyms").EnumerateArray().Select(t => new GoldToponym(
                new TextSpan(Units(text, t.GetProperty("start").GetInt32()), Units(text, t.GetProperty("end").GetInt32())),
                t.GetProperty("lat").GetDouble(), t.GetProperty("lon").GetDouble())).OrderBy(t => t.Span.Start)]);
    }

    /// <summary>UTF-16 code units of so many code points: the corpora count the latter.</summary>
    public static int Units(string text, int codePoints)
    {
        var units = 0;
        while (codePoints-- > 0 && units < text.Length)
            units += char.IsSurrogatePair(text, units) ? 2 : 1;
        return units;
    }
}
