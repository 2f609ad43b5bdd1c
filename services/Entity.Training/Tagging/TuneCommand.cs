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
        var pooled = new Option<bool>("--pooled") { Description = "Scores all five folds, pooled; slower." };
        var differences = new Option<FileInfo>("--differences") { Description = "File to list misses and false finds in." };
        var command = new Command("tune", "Trains without one fold and scores it.") { data, options.Vectors, options.Cities, options.Names, set, pooled, differences };
        command.SetAction(parsed =>
        {
            var trainer = Apply(new TrainerOptions(), parsed.GetValue(set) ?? []);
            Run(new CorpusFolder(parsed.GetRequiredValue(data)), options.Inputs(parsed), trainer, parsed.GetValue(differences), parsed.GetValue(pooled));
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

    private static void Run(CorpusFolder corpora, TrainingInputs inputs, TrainerOptions options, FileInfo? differences, bool pooled)
    {
        var clock = Stopwatch.StartNew();
        var encoder = inputs.Encoder(options);
        var training = new TaggerTraining(corpora, encoder, options, withDevelopment: false, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s {line}"));
        var folds = new FoldedTaggers(corpora, () => training);
        var model = folds.Model(0);
        Console.WriteLine($"{TaggerModelFile.Write(model).Length} bytes");
        var scores = new List<Score>();
        foreach (var profile in new[] { TaggingProfile.WebText, TaggingProfile.News })
        {
            var tagger = new Tagger(model, profile);
            scores.AddRange(TaggedSets.NameScores($"EWT dev as {profile}", tagger, corpora.UniversalNer("dev"), null, string.Empty));
            var toponyms = new SpanCounts();
            TaggedSets.AddToponyms(new Tagger(model, profile == TaggingProfile.News ? profile : TaggingProfile.Toponyms), FoldedTaggers.HeldOut(corpora.GeoVirus, 0), toponyms);
            scores.Add(new Score($"GeoVirus {profile}", "F1", toponyms.F1, null, toponyms.ToString()));
            var counts = TaggedSets.ReportCounts();
            TaggedSets.AddReports(new Tagger(model, profile == TaggingProfile.News ? profile : TaggingProfile.Defence), FoldedTaggers.HeldOut(corpora.Re3d, 0), counts);
            scores.AddRange(TaggedSets.ReportScores(FoldScores.Defence, counts, profile.ToString()));
        }
        if (pooled)
            scores.AddRange([.. FoldScores.OfDefence(folds, corpora), .. FoldScores.OfToponyms(folds, corpora), .. FoldScores.OfOwn(folds, corpora)]);
        foreach (var score in scores)
            Console.WriteLine($"{score.Set,-24} {score.Measure,-32} {score.Value:F4}  {score.Note}");
        foreach (var line in BeliefFit.Of(new Tagger(model, TaggingProfile.News), corpora.UniversalNer("dev")))
            Console.WriteLine(line);
        if (differences is not null)
        {
            File.WriteAllLines(
                differences.FullName,
                SpanDifferences.Of("dev", new Tagger(model, TaggingProfile.WebText), corpora.UniversalNer("dev"))
                    .Concat(Enumerable.Range(0, pooled ? FoldedTaggers.Count : 1).SelectMany(fold => SpanDifferences.Of(
                        "re3d", fold == 0 ? new Tagger(model, TaggingProfile.Defence) : folds.Get(fold, TaggingProfile.Defence), FoldedTaggers.HeldOut(corpora.Re3d, fold)))));
        }
    }
}
