using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.Training.Coding;

/// <summary>The verb <c>coding</c>: learns the weights of the choice of an event's target.</summary>
internal static class CodingCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the corpora.", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write event-targets.tsv to.", Required = true };
        var command = new Command("coding", "Learns how the target of an event is chosen.") { data, output };
        command.SetAction(parsed =>
        {
            var path = Path.Combine(parsed.GetRequiredValue(data).FullName, "events", "plover_dev.jsonl");
            var weights = TargetTrainer.Learn([.. PloverCorpus.Own(), .. PloverCorpus.Read(path)]);
            var text = new StringBuilder("# Weights of the choice of an event's target, learned by the command \"coding\" from annotated sentences of the PLOVER project\n");
            text.Append("# (Open Event Data Alliance, CC BY-SA 4.0), which makes this file CC BY-SA 4.0. It holds no text of them.\n");
            text.Append(CultureInfo.InvariantCulture, $"# plover_dev.jsonl sha256 {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}\n");
            for (var i = 0; i < weights.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"{(TargetFeature)i}\t{weights[i]}\n");
            File.WriteAllText(Path.Combine(parsed.GetRequiredValue(output).FullName, "event-targets.tsv"), text.ToString());
            return 0;
        });
        return command;
    }
}
