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
            var model = Train(new CorpusFolder(parsed.GetRequiredValue(data)), options.Inputs(parsed), new TrainerOptions());
            var bytes = TaggerModelFile.Write(model);
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine($"{model.Card.Version}: {bytes.Length} bytes");
            return 0;
        });
        return command;
    }

    private static TaggerModel Train(CorpusFolder corpora, TrainingInputs inputs, TrainerOptions options)
    {
        var clock = Stopwatch.StartNew();
        var encoder = inputs.Encoder(options);
        var training = new TaggerTraining(corpora, encoder, options, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s: {line}"));
        var weights = training.Train(new HashSet<CorpusDocument>());
        var trial = ModelBuilder.Build(encoder, weights, "trial");
        var scores = TaggedSets.NameScores("UNER EWT dev", new Tagger(trial, TaggingProfile.WebText), corpora.UniversalNer("dev"), null, string.Empty)
            .Select(s => new TaggerScore(s.Set, s.Measure, Math.Round(s.Value, 4))).ToList();
        var card = new TaggerCard
        {
            Version = $"tagger-{TaggerModelFile.Format}.{TrainerSources.Hash()[..8]}",
            TrainerHash = TrainerSources.Hash(),
            Licence = ModelSources.Licence,
            Sources = ModelSources.Of(corpora, inputs),
            Scores = scores,
            Options = OptionsOf(options),
        };
        return new TaggerModel(card, encoder, weights);
    }

    private static SortedDictionary<string, string> OptionsOf(TrainerOptions options) =>
        new(
            typeof(TrainerOptions).GetProperties().Where(p => p.CanWrite)
                .ToDictionary(p => p.Name, p => Convert.ToString(p.GetValue(options), CultureInfo.InvariantCulture)!),
            StringComparer.Ordinal);
}
