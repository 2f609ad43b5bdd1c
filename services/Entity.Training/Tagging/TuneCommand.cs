using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The verb <c>tune</c>: trains without one fold and prints the scores on it and on the development set, to judge a change by.</summary>
internal static class TuneCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Data folder.", Required = true };
        var options = new TrainingOptions();
        var set = new Option<string[]>("--set") { Description = "Trainer options, Name=value.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("tune", "Trains without one fold and scores it.") { data, options.Vectors, options.Cities, options.Names, set };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(set) is ["vectors"])
            {
                var m = TaggerModelFile.Read(File.ReadAllBytes("/tmp/team/tagger-scratch/tune.model"));
                var words = new[] { "Israel", "Iraq", "Syria", "said", "told", "Monday", "Tuesday", "Ray", "Mexico", "Microsoft", "Enron", "al-Nusra", "tank", "," };
                foreach (var a in words)
                {
                    var e = m.Encoder.Encode(a);
                    var va = new float[100];
                    if (e.Vector >= 0) m.Encoder.Vectors.Copy(e.Vector, va);
                    Console.WriteLine($"{a} rank {e.Vector} {e.Shape} {e.Lexicon} " + string.Join(" ", words.Select(b => { var eb = m.Encoder.Encode(b); var vb = new float[100]; if (eb.Vector >= 0) m.Encoder.Vectors.Copy(eb.Vector, vb); double d = 0, na = 1e-9, nb = 1e-9; for (var i = 0; i < 100; i++) { d += va[i] * vb[i]; na += va[i] * va[i]; nb += vb[i] * vb[i]; } return (d / Math.Sqrt(na * nb)).ToString("F2"); })));
                }
                foreach (var part in m.Weights.Parts)
                    Console.WriteLine($"{part.Length} mean |w| {part.Average(Math.Abs):F4} max {part.Max():F3}");
                return 0;
            }
            if (parsed.GetValue(set) is ["errors"])
            {
                var tagger = new Tagger(TaggerModelFile.Read(File.ReadAllBytes("/tmp/team/tagger-scratch/tune.model")), TaggingProfile.WebText);
                foreach (var d in new CorpusFolder(parsed.GetRequiredValue(data)).UniversalNer("dev"))
                {
                    var text = Truceline.Entity.Reading.Text.SegmentedText.Of(d.Text);
                    var found = TaggedSets.Tag(tagger, text).Where(s => s.Type is Truceline.Entity.Reading.EntityType.Person or Truceline.Entity.Reading.EntityType.Organisation or Truceline.Entity.Reading.EntityType.Location).ToList();
                    var gold = d.Spans.Where(s => s.Type != "OTH").Select(s => (s.Span, Type: TagTypes.ToEntityType(TypeMap.TypeOf(d.Corpus, s.Type)!.Value)!.Value)).ToList();
                    string Around(Truceline.Entity.Reading.TextSpan s) => d.Text[Math.Max(0, s.Start - 40)..s.Start].Replace("\n", "/") + "[[" + s.Of(d.Text) + "]]" + d.Text[s.End..Math.Min(d.Text.Length, s.End + 30)].Replace("\n", "/");
                    foreach (var (s, t) in gold.Except(found)) Console.WriteLine($"MISS {t,-12} {Around(s)}");
                    foreach (var (s, t) in found.Except(gold)) Console.WriteLine($"FALSE {t,-12} {Around(s)}");
                }
                return 0;
            }
            var trainer = Apply(new TrainerOptions(), parsed.GetValue(set) ?? []);
            Run(new CorpusFolder(parsed.GetRequiredValue(data)), options.Inputs(parsed), trainer);
            return 0;
        });
        return command;
    }

    private static TrainerOptions Apply(TrainerOptions options, string[] settings)
    {
        foreach (var pair in settings.Select(s => s.Split('=')))
        {
            var property = typeof(TrainerOptions).GetProperty(pair[0]) ?? throw new ArgumentException($"No option {pair[0]}.");
            property.SetValue(options, Convert.ChangeType(pair[1], property.PropertyType, CultureInfo.InvariantCulture));
        }
        return options;
    }

    private static void Run(CorpusFolder corpora, TrainingInputs inputs, TrainerOptions options)
    {
        var clock = Stopwatch.StartNew();
        var encoder = inputs.Encoder(options);
        var held = FoldedTaggers.HeldOut(corpora.Re3d, 0).Concat(FoldedTaggers.HeldOut(corpora.GeoVirus, 0)).ToHashSet();
        var weights = new TaggerTraining(corpora, encoder, options, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s {line}")).Train(held);
        var model = ModelBuilder.Build(encoder, weights, "tune");
        Console.WriteLine($"{TaggerModelFile.Write(model).Length} bytes");
        var scores = new List<Score>();
        foreach (var profile in new[] { TaggingProfile.WebText, TaggingProfile.News })
        {
            var tagger = new Tagger(model, profile);
            scores.AddRange(TaggedSets.NameScores($"EWT dev as {profile}", tagger, corpora.UniversalNer("dev"), null, string.Empty));
            var toponyms = new SpanCounts();
            TaggedSets.AddToponyms(new Tagger(model, profile == TaggingProfile.News ? profile : TaggingProfile.Toponyms), FoldedTaggers.HeldOut(corpora.GeoVirus, 0), toponyms);
            scores.Add(new Score($"GeoVirus {profile}", "F1", toponyms.F1, null, toponyms.ToString()));
            var counts = TaggedSets.Re3dCounts();
            TaggedSets.AddRe3d(new Tagger(model, profile == TaggingProfile.News ? profile : TaggingProfile.Defence), FoldedTaggers.HeldOut(corpora.Re3d, 0), counts);
            scores.AddRange(TaggedSets.Re3dScores(counts, profile.ToString()));
        }
        scores.AddRange(TaggedSets.NameScores("EWT train", new Tagger(model, TaggingProfile.WebText), corpora.UniversalNer("train"), null, string.Empty));
        File.WriteAllBytes("/tmp/team/tagger-scratch/tune.model", TaggerModelFile.Write(model));
        foreach (var score in scores)
            Console.WriteLine($"{score.Set,-24} {score.Measure,-32} {score.Value:F4}  {score.Note}");
    }
}
