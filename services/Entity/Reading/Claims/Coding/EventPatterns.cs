using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>The lexicon of events: verbs, nouns and what follows them, from <c>Data/claims</c>. Immutable.</summary>
internal sealed class EventPatterns
{
    private static readonly string[] PeopleGroups = ["@civilian", "@militant", "@leader", "@force", "@police", "@refugee", "@prisoner", "@envoy", "@inspector", "@peacekeeper", "@suspect"];

    /// <summary>Things that end as persons do.</summary>
    private static readonly FrozenSet<string> Things =
        ("number order border power paper water winter summer weather river tower matter letter harbor harbour sector factor reactor tractor mortar corridor quarter center theater theatre "
        + "chapter charter register disaster master computer helicopter container trailer shelter murder slaughter answer offer transfer trigger tender gender wonder error terror horror "
        + "motor interior exterior mirror ladder powder finger shoulder counter barrier career rather another whether former bunker launcher silver copper rubber timber lumber cluster corner "
        + "calendar dinner supper manner latter bulldozer cancer fighter-bomber liter litre meter metre dollar favor labor labour vapor meteor tenor armor ardor candor rigor humor behavior")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AbstractNouns =
        ("effort policy law rule role aim goal intention stance view position bid move step threat fear hope wish will soil airspace border side part side rights right interest claim independence aid help support "
        + "vote election crisis issue matter problem question economy trade industry oil gas power territory land home house village position forces-led province region capital city town coast waters area camp gains "
        + "peace stability security safety sovereignty unity membership bid visa rule occupation treatment handling record rates proposal offer initiative meeting talks visit summit plan decision")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _actors;
    private readonly FrozenDictionary<string, EventPattern[]> _verbs;
    private readonly FrozenDictionary<string, EventPattern[]> _nouns;
    private readonly FrozenDictionary<string, VerbForm[]> _forms;
    private readonly FrozenDictionary<string, FrozenSet<string>> _groups;

    private EventPatterns(IEnumerable<string[]> patterns, IEnumerable<string[]> groups)
    {
        _groups = groups.ToFrozenDictionary(r => "@" + r[0], r => DataFile.List(r[1]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var verbs = new Dictionary<string, List<EventPattern>>(StringComparer.Ordinal);
        var nouns = new Dictionary<string, List<EventPattern>>(StringComparer.Ordinal);
        foreach (var row in patterns)
        {
            var words = row[1].Split(' ');
            var table = row[0] == "v" ? verbs : nouns;
            if (!table.TryGetValue(words[0], out var list))
                table[words[0]] = list = [];
            list.Add(Parse(words[1..], row));
        }
        // The pattern with most words is tried first; of equals the one written first.
        _verbs = Sorted(verbs);
        _nouns = Sorted(nouns);
        _forms = VerbForms.Of(verbs.Keys);
        _actors = _groups["@actor"].Union(PeopleGroups.SelectMany(g => _groups[g])).ToFrozenSet(StringComparer.Ordinal);
        Amounts = _groups["@amount"];
    }

    /// <summary>Whether a noun, in the singular, is one for those who act or suffer: by the lists, or by an ending of persons.</summary>
    public bool IsActor(string noun) => _actors.Contains(noun) || (noun.Length > 5 && HasPersonsEnding(noun) && !Things.Contains(noun));

    /// <summary>Whether a noun, in the singular, is listed as one for those who act.</summary>
    public bool IsListedActor(string noun) => _actors.Contains(noun);

    /// <summary>Whether a noun, in the singular, is one for a deed or thought, so that an adjective of a state before it names its owner.</summary>
    public bool IsAbstract(string noun) => _groups["@demand"].Contains(noun) || _groups["@agreement"].Contains(noun) || _groups["@attack"].Contains(noun) || _nouns.ContainsKey(noun)
        || (noun.Length > 6 && (noun.EndsWith("tion", StringComparison.Ordinal) || noun.EndsWith("sion", StringComparison.Ordinal) || noun.EndsWith("ment", StringComparison.Ordinal)
            || noun.EndsWith("ness", StringComparison.Ordinal) || noun.EndsWith("ity", StringComparison.Ordinal) || noun.EndsWith("ence", StringComparison.Ordinal)
            || noun.EndsWith("ance", StringComparison.Ordinal) || noun.EndsWith("ship", StringComparison.Ordinal) || noun.EndsWith("ism", StringComparison.Ordinal)))
        || AbstractNouns.Contains(noun);

    private static bool HasPersonsEnding(string noun) =>
        noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal) || noun.EndsWith("ist", StringComparison.Ordinal)
        || noun.EndsWith("man", StringComparison.Ordinal) || noun.EndsWith("ian", StringComparison.Ordinal) || noun.EndsWith("eer", StringComparison.Ordinal);

    /// <summary>Nouns that count those that follow ("a group of …").</summary>
    public FrozenSet<string> Amounts { get; }

    /// <summary>The lexicon that comes with the assembly, read once.</summary>
    public static EventPatterns Default { get; } = new(DataFile.Rows("claims.event-verbs.tsv"), DataFile.Rows("claims.event-nouns.tsv"));

    /// <summary>Patterns of a verb, by its lemma; empty for one that is not known.</summary>
    public ReadOnlySpan<EventPattern> OfVerb(string lemma) => _verbs.TryGetValue(lemma, out var found) ? found : [];

    /// <summary>Patterns of a noun, by its lemma; empty for one that tells no event.</summary>
    public ReadOnlySpan<EventPattern> OfNoun(string lemma) => _nouns.TryGetValue(lemma, out var found) ? found : [];

    /// <summary>What verb forms a lower-case word may be; empty when it is none that is known.</summary>
    public ReadOnlySpan<VerbForm> FormsOf(string word) => _forms.TryGetValue(word, out var found) ? found : [];

    private EventPattern Parse(string[] lemmas, string[] row)
    {
        var words = Array.ConvertAll(lemmas, w => new PatternWord(w, w[0] == '@' ? _groups[w] : null));
        var mode = row[3].Length > 0 ? row[3] : null;
        var acled = row[4].Length > 0 ? row[4] : null;
        return Enum.TryParse<PloverType>(row[2], ignoreCase: true, out var type)
            ? new EventPattern(words, EventSense.Type, type, mode, acled)
            : new EventPattern(words, Enum.Parse<EventSense>(row[2], ignoreCase: true), default, mode, acled);
    }

    private static FrozenDictionary<string, EventPattern[]> Sorted(Dictionary<string, List<EventPattern>> table) =>
        table.ToFrozenDictionary(e => e.Key, e => e.Value.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal);
}
