using System.CommandLine;
using System.Globalization;
using System.Text;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Claims.Speakers;

/// <summary>The verb <c>speakers</c>: learns how the speaker and the source of a claim are chosen.</summary>
internal static class SpeakersCommand
{
    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write claim-speakers.tsv to.", Required = true };
        var command = new Command("speakers", "Learns who says a claim and whose report it is, and writes claim-speakers.tsv.") { output };
        command.SetAction(parsed =>
        {
            var items = ClaimCorpus.ReadAll();
            foreach (var line in SpeakerScores.Of(new StoryReader(), items))
                Console.WriteLine(line);
            var text = new StringBuilder("# Weights of the choice of who says a claim and whose report it is, learned by the command \"speakers\": feature, speaker, source.\n");
            text.Append(CultureInfo.InvariantCulture, $"# {items.Count} texts of Corpora/Claims, sha256 {ClaimCorpus.Hash()}, and the open texts of the challenge set\n");
            foreach (var (name, row) in SpeakerFolds.Learn(new StoryReader(), items))
                text.Append(name).Append('\t').AppendJoin('\t', row.Select(w => w.ToString(CultureInfo.InvariantCulture))).Append('\n');
            File.WriteAllText(Path.Combine(parsed.GetRequiredValue(output).FullName, "claim-speakers.tsv"), text.ToString());
            return 0;
        });
        return command;
    }
}
