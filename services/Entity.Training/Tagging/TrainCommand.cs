using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The verb <c>train</c>: trains the model that the service ships.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with ner/ and geoparse/.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var options = new TrainingOptions();
        var command = new Command("train", "Trains the tagger and writes its model file.") { data, options.Vectors, options.Cities, options.Names, output };
        command.SetAction(parsed =>
        {
            // The model is of use without its scores on folds, which take longer than it does.
            foreach (var model in Train(new CorpusFolder(parsed.GetRequiredValue(data)), options.Inputs(parsed), new TrainerOptions()))
            {
                var bytes = TaggerModelFile.Write(model);
                File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, bytes);
                Console.WriteLine($"{model.Card.Version}: {bytes.Length} bytes");
            }
            return 0;
        });
        return command;
    }

    /// <summary>The model with its scores on the development set, which it has seen, then the same with those on folds.</summary>
    private static IEnumerable<TaggerModel> Train(CorpusFolder corpora, TrainingInputs inputs, TrainerOptions options)
    {
        var clock = Stopwatch.StartNew();
        var encoder = inputs.Encoder(options);
        var training = new TaggerTraining(corpora, encoder, options, withDevelopment: true, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s: {line}"));
        var weights = training.Train(new HashSet<CorpusDocument>());
        var trial = ModelBuilder.Build(encoder, weights, "trial");
        var scores = TaggedSets.NameScores("UNER EWT dev, trained on", new Tagger(trial, TaggingProfile.WebText), corpora.UniversalNer("dev"), null, string.Empty).ToList();
        var card = new TaggerCard
        {
            Version = $"tagger-{TaggerModelFile.Format}.{TrainerSources.Hash()[..8]}",
            TrainerHash = TrainerSources.Hash(),
            Licence = ModelSources.Licence,
            Sources = ModelSources.Of(corpora, inputs),
            Scores = Recorded(scores),
            Options = OptionsOf(options),
        };
        yield return new TaggerModel(card, encoder, weights);
        var folds = new FoldedTaggers(corpora, () => training);
        scores.AddRange([.. FoldScores.OfDefence(folds, corpora), .. FoldScores.OfToponyms(folds, corpora), .. FoldScores.OfPlaces(folds, corpora), .. FoldScores.OfOwn(folds, corpora)]);
        yield return new TaggerModel(card with { Scores = Recorded(scores) }, encoder, weights);
    }

    private static List<TaggerScore> Recorded(List<Score> scores)
    {
        foreach (var score in scores)
            Console.WriteLine(ScoreTable.Line(score));
        return scores.ConvertAll(s => new TaggerScore(s.Set, s.Measure, Math.Round(s.Value, 4)));
    }

    private static SortedDictionary<string, string> OptionsOf(TrainerOptions options) =>
        new(
            typeof(TrainerOptions).GetProperties().Where(p => p.CanWrite)
                .ToDictionary(p => p.Name, p => Convert.ToString(p.GetValue(options), CultureInfo.InvariantCulture)!),
            StringComparer.Ordinal);
}
