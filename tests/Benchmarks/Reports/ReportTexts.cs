using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Truceline.Benchmarks.Reports;

/// <summary>
/// Reports of a wanted length: paragraphs of the project's sample reports in turn, with other figures and days, each followed by a sentence that names somebody who was not
/// named before. So a report twice as long says twice as much of twice as many, which is what a step must grow with and no faster.
/// </summary>
internal sealed partial class ReportTexts(IReadOnlyList<string> samples, int seed)
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Ranks = ["Colonel", "Brigadier", "Major", "Captain"];
    private static readonly string[] Syllables = ["ba", "ra", "sho", "mi", "ke", "lan", "tu", "dar", "vi", "no", "ghe", "sam", "or", "ul", "zen", "ta"];
    private static readonly string[] Told = ["said his men came under mortar fire", "denied that any gun was left there", "said two of his drivers were shot dead", "promised to withdraw his tanks"];

    private readonly Random _random = new(seed);
    private readonly string[][] _paragraphs = [.. samples.Select(s => s.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>So many reports of about so many characters.</summary>
    public List<string> Make(int count, int characters) => [.. Enumerable.Range(0, count).Select(i => Report(i, characters))];

    private string Report(int first, int characters)
    {
        var text = new StringBuilder();
        for (var sample = first; text.Length < characters; sample++)
        {
            foreach (var paragraph in _paragraphs[sample % _paragraphs.Length].TakeWhile(_ => text.Length < characters))
                text.Append(Varied(paragraph)).Append(' ').Append(Officer()).Append("\n\n");
        }
        return text.Length <= characters ? text.ToString() : Cut(text.ToString(), characters);
    }

    // At the end of a sentence, so that no step meets half a word.
    private static string Cut(string text, int characters) =>
        text.IndexOf(". ", Math.Min(characters, text.Length - 1), StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;

    private string Officer() => string.Create(CultureInfo.InvariantCulture,
        $"{Ranks[_random.Next(Ranks.Length)]} {Name(2)} {Name(3)} {Told[_random.Next(Told.Length)]} on {Days[_random.Next(Days.Length)]}.");

    private string Name(int syllables)
    {
        var name = string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[_random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private string Varied(string paragraph) =>
        Day().Replace(Figure().Replace(paragraph, m => m.Length > 1 ? _random.Next(10, 28).ToString(CultureInfo.InvariantCulture) : _random.Next(2, 10).ToString(CultureInfo.InvariantCulture)),
            _ => Days[_random.Next(Days.Length)]);

    [GeneratedRegex("(?<![0-9.,:/-])[0-9]{1,2}(?![0-9.,:/-])")]
    private static partial Regex Figure();

    [GeneratedRegex("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")]
    private static partial Regex Day();
}
