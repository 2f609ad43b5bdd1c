using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Places;

/// <summary>Temporary driver.</summary>
internal static class GeoVirusRun
{
    public static void Run(string data)
    {
        var gazetteer = Gazetteer.Load();
        var named = new StatesNamed(gazetteer.Countries);
        var stories = GeoVirusCorpus.Read(Path.Combine(data, "geoparse/geovirus.jsonl"));
        var folds = GeoVirusCorpus.Folds(stories, 5);
        var learning = new PlaceLearning(gazetteer, data);
        int tp = 0, fp = 0, fn = 0, cand = 0;
        var misses = new Dictionary<string, int>(); var falses = new Dictionary<string, int>();
        for (var f = 0; f < 5; f++)
        {
            var recogniser = new ToponymRecogniser(learning.Recogniser([.. folds.Where((_, i) => i != f).SelectMany(x => x)]));
            foreach (var story in folds[f])
            {
                var text = SegmentedText.Of(story.Text);
                var scan = ToponymScan.Of(gazetteer, named, text, new TextSpan(0, story.Text.Length), null);
                var gold = story.Toponyms.Select(t => t.Span).ToHashSet();
                var found = recogniser.Find(scan).Select(x => x.Span).ToHashSet();
                scan.Visit((c, _) => { foreach (var x in c) if (gold.Contains(new TextSpan(scan.Words[x.First].Start, scan.Words[x.Last].End))) cand++; return -1; });
                tp += found.Count(gold.Contains);
                foreach (var s in found.Where(x => !gold.Contains(x))) { fp++; var k = Show(story.Text, s); falses[k] = falses.GetValueOrDefault(k) + 1; }
                foreach (var s in gold.Where(x => !found.Contains(x))) { fn++; var k = Show(story.Text, s); misses[k] = misses.GetValueOrDefault(k) + 1; }
            }
        }
        var p = tp / (double)(tp + fp); var r = tp / (double)(tp + fn);
        Console.WriteLine($"P {p:F4} R {r:F4} F {2 * p * r / (p + r):F4} candidates cover {cand} of {tp + fn}");
        Console.WriteLine("MISSES\n" + string.Join("\n", misses.OrderByDescending(m => m.Value).Take(150).Select(m => $"{m.Value} {m.Key}")));
        Console.WriteLine("FALSE\n" + string.Join("\n", falses.OrderByDescending(m => m.Value).Take(150).Select(m => $"{m.Value} {m.Key}")));
    }

    public static void Scan(string text)
    {
        var scan = new RecogniserExamples(Gazetteer.Load(), null).Scan(text);
        var r = new ToponymRecogniser();
        scan.Visit((c, f) => { for (var i = 0; i < c.Count; i++) Console.WriteLine($"{scan.SpanOf(c[i]).Of(text)} {r.Score(f[i]):F2} {f[i]}"); return -1; });
    }

    public static void Resolve(string data)
    {
        var gazetteer = Gazetteer.Load();
        var named = new StatesNamed(gazetteer.Countries);
        var stories = GeoVirusCorpus.Read(Path.Combine(data, "geoparse/geovirus.jsonl"));
        var folds = GeoVirusCorpus.Folds(stories, 5);
        var prior = ResolverWeights.Load();
        ResolverDocument Doc(GoldStory s) => ResolverDocument.Of(s.Text, s.Toponyms, ToponymScan.Of(gazetteer, named, SegmentedText.Of(s.Text), new TextSpan(0, s.Text.Length), null).States);
        foreach (var penalty in new[] { double.NaN, 0.003, 0.01, 0.03 })
        {
            int right = 0, all = 0, none = 0, reach = 0;
            var wrong = new Dictionary<string, int>();
            for (var f = 0; f < 5; f++)
            {
                var weights = double.IsNaN(penalty) ? prior : ResolverTrainer.Train(gazetteer, [.. folds.Where((_, i) => i != f).SelectMany(x => x).Select(Doc)], prior, penalty);
                var resolver = new ToponymResolver(gazetteer, weights);
                foreach (var doc in folds[f].Select(Doc))
                {
                    var resolved = resolver.Resolve(doc.Names, doc.States);
                    var weighed = resolver.Weigh(doc.Names, doc.States, AreasOfInterest.None);
                    for (var i = 0; i < doc.Names.Count; i++)
                    {
                        var n = doc.Names[i].Mentions;
                        all += n;
                        var can = weighed[i].Places.Any(p => ResolverTrainer.IsNear(p.Place, doc.Gold[i]));
                        reach += can ? n : 0;
                        var ok = resolved[i].Count > 0 && ResolverTrainer.IsNear(new GazetteerPlace("", "", PlaceKind.City, resolved[i][0].Latitude, resolved[i][0].Longitude, 1, null), doc.Gold[i]);
                        right += ok ? n : 0;
                        none += resolved[i].Count == 0 ? n : 0;
                        if (!ok) { var k = $"{doc.Names[i].Name} (within {doc.Names[i].Within}) gold {doc.Gold[i]} got {(resolved[i].Count == 0 ? "none" : resolved[i][0].GazetteerId + " " + resolved[i][0].Name + " " + resolved[i][0].Country + " " + resolved[i][0].Latitude + " " + resolved[i][0].Longitude)} reach {can}"; wrong[k] = wrong.GetValueOrDefault(k) + n; }
                    }
                }
            }
            Console.WriteLine($"penalty {penalty}: right {right / (double)all:F4} none {none / (double)all:F4} reachable {reach / (double)all:F4} of {all}");
            if (penalty == 0.01)
                Console.WriteLine(string.Join("\n", wrong.OrderByDescending(w => w.Value).Take(130).Select(w => $"{w.Value} {w.Key}")));
        }
    }

    private static string Show(string text, TextSpan s) =>
        (text[Math.Max(0, s.Start - 25)..s.Start] + "[[" + text[s.Start..s.End] + "]]" + text[s.End..Math.Min(text.Length, s.End + 25)]).Replace('\n', ' ');

    private static IEnumerable<RecogniserExample> Examples(Gazetteer gazetteer, StatesNamed named, GoldStory story)
    {
        var scan = ToponymScan.Of(gazetteer, named, SegmentedText.Of(story.Text), new TextSpan(0, story.Text.Length), null);
        var gold = story.Toponyms.Select(t => t.Span).ToHashSet();
        var examples = new List<RecogniserExample>();
        scan.Visit((candidates, facts) =>
        {
            var taken = -1;
            for (var i = 0; i < candidates.Count; i++)
            {
                var is_ = gold.Contains(new TextSpan(scan.Words[candidates[i].First].Start, scan.Words[candidates[i].Last].End));
                examples.Add(new RecogniserExample(facts[i], is_));
                taken = is_ ? candidates[i].Last : taken;
            }
            return taken;
        });
        return examples;
    }
}
