using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.Training.Places;

/// <summary>The verb <c>places</c>: learns the weights of the recognition of places and of the choice among places of one name.</summary>
internal static class PlacesCommand
{
    /// <summary>The penalty of the resolver's weights that cross-validation over GeoVirus does best with.</summary>
    internal const double ResolverPenalty = 0.01;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the corpora.", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write place-recognition.tsv and place-resolution.tsv to.", Required = true };
        var command = new Command("places", "Learns how names of places are recognised and placed.") { data, output };
        command.SetAction(parsed =>
        {
            var corpora = parsed.GetRequiredValue(data).FullName;
            var folder = parsed.GetRequiredValue(output).FullName;
            var stories = GeoVirusCorpus.Read(Path.Combine(corpora, "geoparse", "geovirus.jsonl"));
            var learning = new PlaceLearning(Gazetteer.Load(), corpora);
            Write(
                Path.Combine(folder, "place-recognition.tsv"), "Weights of the recognition of toponyms, learned from GeoVirus and corpora of names.", corpora,
                learning.Recogniser(stories).Select((w, f) => (Name: ToponymFeatures.NameOf(f), Weight: (double)w)).Where(r => r.Weight != 0));
            Write(
                Path.Combine(folder, "place-resolution.tsv"), "Weights of the choice among places of one name, learned from GeoVirus and places of watched states.", corpora,
                learning.Resolver(stories).Select((w, f) => (f < CandidateFeatures.Count ? ((PlaceFeature)f).ToString() : ResolverWeights.None, w)));
            return 0;
        });
        return command;
    }

    private static void Write(string path, string title, string data, IEnumerable<(string Name, double Weight)> rows)
    {
        var text = new StringBuilder($"# {title} Written by the command \"places\".\n");
        text.Append(CultureInfo.InvariantCulture, $"# geovirus.jsonl sha256 {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(data, "geoparse", "geovirus.jsonl"))))}\n");
        foreach (var (name, weight) in rows)
            text.Append(CultureInfo.InvariantCulture, $"{name}\t{Math.Round(weight, 4)}\n");
        File.WriteAllText(path, text.ToString());
    }
}
