using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Benchmarks.Reading;

/// <summary>News to read: the project's own sample reports, repeated with other figures and days until there is enough, or a file.</summary>
internal static partial class NewsText
{
    private const int Seed = 20180917;

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Documents of about so many characters in all.</summary>
    public static List<string> Make(IReadOnlyList<string> samples, int characters)
    {
        var random = new Random(Seed);
        var documents = new List<string>();
        for (var made = 0; made < characters;)
        {
            var sample = samples[documents.Count % samples.Count];
            var varied = Figure().Replace(sample, m => Varied(m.Value, random));
            varied = Day().Replace(varied, _ => Days[random.Next(Days.Length)]);
            documents.Add(varied);
            made += varied.Length;
        }
        return documents;
    }

    /// <summary>The documents of a file, parted by form feeds; a file without any is cut at empty lines into pieces of some thousand characters.</summary>
    public static List<string> Read(string path)
    {
        const int piece = 3_000;
        var text = File.ReadAllText(path);
        if (text.Contains('\f', StringComparison.Ordinal))
            return [.. text.Split('\f').Where(d => d.Length > 0)];
        var documents = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + piece >= text.Length ? text.Length : text.IndexOf("\n\n", at + piece, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            documents.Add(text[at..end]);
            at = end;
        }
        return documents;
    }

    private static string Varied(string figure, Random random) =>
        figure.Length > 2 ? figure : random.Next(2, figure.Length == 1 ? 10 : 28).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<![0-9.,:/-])[0-9]{1,2}(?![0-9.,:/-])")]
    private static partial Regex Figure();

    [GeneratedRegex("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")]
    private static partial Regex Day();
}
