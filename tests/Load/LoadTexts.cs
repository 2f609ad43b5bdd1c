using System.Text;
using Truceline.Ingest.V1;

namespace Truceline.Load;

/// <summary>Makes reports of its own words, seeded: distinct ones, and near-duplicates of earlier ones under other outlets. Thread-safe.</summary>
internal sealed class LoadTexts : IDisposable
{
    private const int Remembered = 512;
    private static readonly string[] Who =
    [
        "observers", "a patrol", "the liaison officer", "residents", "two drivers", "the monitoring team", "a spokesman", "local police", "the eastern brigade",
        "engineers", "a relief convoy", "border guards", "the commission", "farmers", "the duty officer", "a medical team", "the joint committee", "scouts",
    ];

    private static readonly string[] Did =
    [
        "reported", "confirmed", "denied", "counted", "heard", "photographed", "described", "noted", "recorded", "questioned", "inspected", "approached",
        "escorted", "withdrew from", "returned to", "waited near", "crossed", "searched", "repaired", "blocked", "measured", "watched",
    ];

    private static readonly string[] What =
    [
        "armoured vehicles", "a damaged bridge", "small-arms fire", "an empty trench", "fresh craters", "the northern checkpoint", "a row of mines",
        "the pumping station", "burnt houses", "mortar positions", "a supply column", "the old quarry", "power lines", "a stranded lorry", "the school",
        "unmanned aircraft", "the river crossing", "a field hospital", "the railway yard", "fuel stores", "a white flag", "broken fences", "the grain silo",
    ];

    private static readonly string[] Where =
    [
        "Arvend", "Belmora", "Castrin", "Dorvale", "Estrima", "Farnoch", "Gelvaz", "Hestrow", "Ilmira", "Jorvena", "Kestrand", "Lomora", "Mirvash", "Nordal",
        "Ostrevo", "Palvent", "Quarrin", "Rostalla", "Selvane", "Tormesh", "Ulvaro", "Vestrin", "Wolmar", "Yastrel", "Zelvora", "Ashkora", "Brenval", "Corvast",
    ];

    private static readonly string[] When =
    [
        "before dawn", "shortly after noon", "late on Tuesday", "during the night", "as the talks began", "within an hour", "on the second day", "at dusk",
        "while fog covered the valley", "after the rain had stopped", "when the market opened", "in the early evening", "a day later", "at the same time",
    ];

    private static readonly string[] Outlets = ["Arvend Courier", "Valley Radio", "Northern Gazette", "River Post", "Estrima Daily", "Hill Wire", "Border Times"];

    private readonly int _characters;
    private readonly double _copies;
    private readonly string[] _earlier = new string[Remembered];
    private readonly ThreadLocal<Random> _random;
    private int _seed = 20_180_917;
    private int _made;

    internal LoadTexts(int characters, double copies)
    {
        (_characters, _copies) = (characters, copies);
        _random = new ThreadLocal<Random>(() => new Random(Interlocked.Increment(ref _seed)));
    }

    public void Dispose() => _random.Dispose();

    /// <summary>The next report.</summary>
    internal ReportDraft Next()
    {
        var random = _random.Value!;
        var number = Interlocked.Increment(ref _made);
        var earlier = Volatile.Read(ref _earlier[random.Next(Remembered)]);
        var isCopy = earlier is not null && random.NextDouble() < _copies;
        var text = isCopy ? $"{Pick(random, Outlets)} adds: {Pick(random, Who)} spoke in {Pick(random, Where)} on case {number}.\n{earlier}" : Text(random, number);
        if (!isCopy && number % 7 == 0)
        {
            Volatile.Write(ref _earlier[random.Next(Remembered)], text);
        }

        return new ReportDraft { Text = text, Published = "2023-03-14", Source = Pick(random, Outlets), Url = $"https://example.org/reports/{number}" };
    }

    private string Text(Random random, int number)
    {
        var text = new StringBuilder(_characters + 200);
        text.Append(Pick(random, Where).ToUpperInvariant()).Append(", March 14 (Example Wire) - In case ").Append(number).Append(' ');
        while (text.Length < _characters)
        {
            text.Append(Pick(random, Who)).Append(' ').Append(Pick(random, Did)).Append(' ').Append(Pick(random, What)).Append(" near ").Append(Pick(random, Where))
                .Append(' ').Append(Pick(random, When)).Append(", ").Append(random.Next(2, 400)).Append(" metres from ").Append(Pick(random, Where))
                .Append(random.Next(6) == 0 ? ".\n\n" : ". ");
        }

        return text.ToString(0, _characters);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
