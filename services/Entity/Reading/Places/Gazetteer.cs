using Truceline.Entity.Reading.Places.Recognition;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// Places of the world by name: the compiled file (GeoNames, Who's On First) with the readable supplement, lines and the states.
/// Immutable after loading, safe to share between threads; build it once.
/// </summary>
internal sealed class Gazetteer
{
    private const int MostMatches = 60;
    private const int ShortestSkeleton = 3;

    // Points of one town differ by a few kilometres from source to source; the next village of the name is farther as a rule.
    private const double SameTownMetres = 6_000;

    private readonly GazetteerFile _file;
    private readonly SupplementIndex _supplement;
    private readonly byte[] _firstWords;
    private readonly NameCache _cache = new();
    private readonly KnowledgeCache _knowledge = new();
    private readonly Dictionary<int, GazetteerPlace> _curated;

    private Gazetteer(GazetteerFile file, CountryTable countries, SupplementIndex supplement)
    {
        _file = file;
        Countries = countries;
        _supplement = supplement;
        _firstWords = file.CopyFirstWords();
        supplement.AddFirstWords(_firstWords);
        _curated = Curated(out var completed);
        supplement.Complete(completed);
    }

    /// <summary>Where the compiled file lies: beside the assembly.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "Data", "places.gazetteer");

    /// <summary>Hash of the compiled file, eight hexadecimal digits; the readable tables belong to the assembly.</summary>
    public string Version => _file.Version;

    /// <summary>The states of the world.</summary>
    public CountryTable Countries { get; }

    /// <summary>Opens the compiled file at <see cref="DefaultPath"/> and reads the embedded tables.</summary>
    /// <exception cref="FileNotFoundException">The compiled file is missing.</exception>
    /// <exception cref="InvalidDataException">The compiled file is damaged.</exception>
    public static Gazetteer Load() => Load(DefaultPath);

    /// <summary>Opens a compiled file and reads the embedded tables.</summary>
    /// <param name="path">The compiled file.</param>
    /// <exception cref="FileNotFoundException">The compiled file is missing.</exception>
    /// <exception cref="InvalidDataException">The compiled file is damaged.</exception>
    public static Gazetteer Load(string path)
    {
        var countries = CountryTable.Load();
        return new Gazetteer(GazetteerFile.Open(path), countries, SupplementIndex.Load(countries));
    }

    /// <summary>Every place that bears the name, exact spellings first, then by population; at most 60.</summary>
    public NameMatches Find(ReadOnlySpan<char> name) => Find(NameHash.Of(name));

    /// <summary>Every place that bears the name with a hash, exact spellings first, then by population; at most 60.</summary>
    public NameMatches Find(NameHash name)
    {
        if (name.LooseLength < 2)
            return NameMatches.None;
        if (_cache.Find(name) is { } known)
            return known;
        var matches = new List<NameMatch>();
        _supplement.Find(name, matches);
        foreach (var (row, exact, isMain) in RowsOf(name.Loose, name.Check))
            SupplementIndex.AddBest(matches, new NameMatch(PlaceOf(row), exact ? NameFit.Exact : NameFit.Folded, isMain));
        var ranked = Ranked(matches);
        _cache.Add(name, ranked);
        return ranked;
    }

    /// <summary>
    /// Places of states where ceasefires are watched whose names have the same consonants; for a name that <see cref="Find(ReadOnlySpan{char})"/> does not
    /// know. Empty for a name of fewer than three consonants.
    /// </summary>
    public NameMatches FindBySkeleton(string name)
    {
        Span<char> key = NameKey.Loose(name).ToCharArray();
        key = key[..NameFolding.Skeleton(key)];
        if (key.Length < ShortestSkeleton)
            return NameMatches.None;
        var hash = NameHash.OfKey(key);
        var matches = new List<NameMatch>();
        foreach (var row in _file.RowsOfSkeleton(hash).Take(MostMatches))
            SupplementIndex.AddBest(matches, new NameMatch(PlaceOf(row), NameFit.Skeleton, false));
        return Ranked(matches);
    }

    /// <summary>The line of a road, ceasefire line or the like; empty for a place that has none.</summary>
    /// <param name="id">Id of a place.</param>
    public IReadOnlyList<LinePoint> ShapeOf(string id) => _supplement.ShapeOf(id);

    /// <summary>What is known of the name with a hash; null when no place bears it.</summary>
    public NameKnowledge? KnownAs(NameHash name)
    {
        if (!_knowledge.TryFind(name, out var known))
            _knowledge.Add(name, known = Has(name) ? Find(name).Known : null);
        return known;
    }

    /// <summary>Whether any place bears the name.</summary>
    public bool Has(NameHash name)
    {
        if (name.LooseLength < 2)
            return false;
        if (_supplement.Has(name))
            return true;
        _file.Bucket(name.Loose, out var fingerprints);
        return fingerprints.Contains((ushort)name.Loose);
    }

    /// <summary>The most words, articles aside, of a name that begins with a word; 0 when none does. May say too many.</summary>
    public int LongestFrom(NameHash firstWord) => FirstWordTable.Read(_firstWords, firstWord.Loose);

    /// <summary>Whether a place that bears a name lies in a state or first-order division that bears another.</summary>
    public bool Holds(string container, string name)
    {
        var places = Find(name);
        foreach (var outer in Find(container))
        {
            if (!outer.Exact || outer.Place.Kind is not (PlaceKind.Country or PlaceKind.Province))
                continue;
            foreach (var match in places)
            {
                if (match.Exact && match.Place.Kind != PlaceKind.Country && match.Place.Id != outer.Place.Id
                    && (outer.Place.Kind == PlaceKind.Country ? match.Place.Country == outer.Place.Country : outer.Place.Division is { } division && match.Place.Division == division))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>The longest name of a place that begins at a token and ends with one, in one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">Index of the first token.</param>
    /// <param name="name">Hash of the name, for <see cref="Find(NameHash)"/>.</param>
    /// <returns>Number of tokens; 0 when no name begins there.</returns>
    public int MatchAt(SegmentedText text, int token, out NameHash name)
    {
        name = default;
        var end = text.Sentences[text.SentenceOf(token)].EndToken;
        var (hash, count, content, longest) = (default(NameHash), 0, 0, GazetteerFormat.LongestName);
        for (var t = token; t < end && text.Tokens[t].Kind != TokenKind.Punctuation; t++)
        {
            var before = hash.LooseLength;
            foreach (var word in new NameWords(text.Text.AsSpan(text.Tokens[t].Span.Start, text.Tokens[t].Span.Length)))
            {
                hash.Add(word);
                if (hash.LooseLength > before && content++ == 0)
                    longest = LongestFrom(hash);
                before = hash.LooseLength;
            }
            if (content > longest)
                break;
            if (content > 0 && Has(hash))
                (count, name) = (t - token + 1, hash);
        }
        return count;
    }

    private GazetteerPlace PlaceOf(int row) => _curated.TryGetValue(row, out var curated) ? curated : _file.Place(row);

    /// <summary>
    /// Rows of the compiled file that are towns of the readable table: a place has one id whatever the spelling. The division that the table does
    /// not give comes from the largest of them.
    /// </summary>
    private Dictionary<int, GazetteerPlace> Curated(out Dictionary<string, GazetteerPlace> completed)
    {
        var curated = new Dictionary<int, GazetteerPlace>();
        completed = new Dictionary<string, GazetteerPlace>(StringComparer.Ordinal);
        foreach (var (place, names) in _supplement.Settlements)
        {
            var rows = new HashSet<int>();
            foreach (var hash in names.Select(n => NameHash.Of(n)))
                rows.UnionWith(RowsOf(hash.Loose, hash.Check).Select(r => r.Row));
            var same = rows.Where(r => _file.KindOf(r) is PlaceKind.City or PlaceKind.Town or PlaceKind.Village).Select(r => (Row: r, Place: _file.Place(r)))
                .Where(r => r.Place.Country == place.Country && r.Place.IsWithin(SameTownMetres, place)).OrderByDescending(r => r.Place.Population).ThenBy(r => r.Row).ToList();
            if (same.Count == 0)
                continue;
            var whole = completed[place.Id] = place with { Division = same[0].Place.Division };
            foreach (var (row, _) in same)
                curated.TryAdd(row, whole);
        }
        return curated;
    }

    /// <summary>Rows that bear a name, each once; of very many the most important.</summary>
    private List<(int Row, bool Exact, bool IsMain)> RowsOf(ulong hash, uint check)
    {
        var rows = new List<(int Row, bool Exact, bool IsMain)>();
        var postings = _file.Bucket(hash, out var fingerprints);
        for (var i = 0; i < postings.Length; i++)
        {
            if (fingerprints[i] != (ushort)hash)
                continue;
            var read = GazetteerFormat.ReadPosting(postings[i]);
            var exact = read.Check == check;
            rows.Add((read.Row, exact, exact && read.IsMain));
        }
        if (rows.Count > 1)
            Merge(rows);
        return rows.Count <= MostMatches ? rows
            : [.. rows.OrderByDescending(r => r.Exact).ThenByDescending(r => _file.PopulationOf(r.Row)).ThenBy(r => r.Row).Take(MostMatches)];
    }

    /// <summary>Sorts rows and makes one of those that are the same.</summary>
    private static void Merge(List<(int Row, bool Exact, bool IsMain)> rows)
    {
        rows.Sort((a, b) => a.Row.CompareTo(b.Row));
        var count = 1;
        for (var i = 1; i < rows.Count; i++)
        {
            var (last, row) = (rows[count - 1], rows[i]);
            if (last.Row == row.Row)
                rows[count - 1] = (row.Row, last.Exact || row.Exact, last.IsMain || row.IsMain);
            else
                rows[count++] = row;
        }
        rows.RemoveRange(count, rows.Count - count);
    }

    private static NameMatches Ranked(List<NameMatch> matches) => matches.Count switch
    {
        0 => NameMatches.None,
        1 => new NameMatches(matches),
        _ => new NameMatches(matches.OrderBy(m => m.Fit).ThenByDescending(m => m.Place.Population).Take(MostMatches)),
    };
}
