using System.CommandLine;
using System.Globalization;
using System.Text;
using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>The verb <c>cuts</c>: learns where claims begin and end.</summary>
internal static class CutsCommand
{
    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write claim-cuts.tsv to.", Required = true };
        var command = new Command("cuts", "Learns where the claims of a sentence begin and end, and writes claim-cuts.tsv.") { output };
        command.SetAction(parsed =>
        {
            var items = ClaimCorpus.ReadAll();
            var examples = new CutExamples();
            var reader = new StoryReader();
            var learned = CutTrainer.Learn([.. items.SelectMany(i => examples.Of(reader, i))], examples.Names);
            foreach (var line in CutScores.Of(reader, items))
                Console.WriteLine(line);
            Console.WriteLine($"{items.Count} texts, {learned.Count} features; {examples.Misplaced.Missed} of {examples.Misplaced.All} ends of stretches are no place to cut at.");
            File.WriteAllText(Path.Combine(parsed.GetRequiredValue(output).FullName, "claim-cuts.tsv"), Text(learned, items));
            return 0;
        });
        return command;
    }

    private static string Text(SortedDictionary<string, float[]> weights, IReadOnlyList<ChallengeItem> items)
    {
        var text = new StringBuilder("# Weights by which a sentence is cut into claims, words that report and the rest, learned by the command \"cuts\": feature, claim, frame, rest.\n");
        text.Append(CultureInfo.InvariantCulture, $"# {items.Count} texts of Corpora/Claims, sha256 {ClaimCorpus.Hash()}\n");
        foreach (var (name, row) in weights)
            text.Append(name).Append('\t').AppendJoin('\t', row.Select(w => w.ToString(CultureInfo.InvariantCulture))).Append('\n');
        return text.ToString();
    }
}
