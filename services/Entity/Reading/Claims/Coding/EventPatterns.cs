using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>The lexicon of events: verbs, nouns and what follows them, from <c>Data/claims</c>. Immutable.</summary>
internal sealed class EventPatterns
{
    private readonly FrozenDictionary<string, EventPattern[]> _verbs;
    private readonly FrozenDictionary<string, EventPattern[]> _nouns;
    private readonly FrozenDictionary<string, VerbForm[]> _forms;
    private readonly FrozenDictionary<string, FrozenSet<string>> _groups;

    private EventPatterns(IEnumerable<string[]> patterns, IEnumerable<string[]> groups)
    {
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
        _groups = groups.ToFrozenDictionary(r => "@" + r[0], r => DataFile.List(r[1]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Actors = _groups["@actor"];
        Amounts = _groups["@amount"];
    }

    /// <summary>Nouns of those who can act.</summary>
    public FrozenSet<string> Actors { get; }

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

    /// <summary>Whether a lemma or word fits a word of a pattern.</summary>
    public bool Fits(string pattern, string word, string lemma) =>
        pattern[0] == '@' ? _groups.TryGetValue(pattern, out var group) && (group.Contains(lemma) || group.Contains(word)) : pattern == lemma || pattern == word;

    private static EventPattern Parse(string[] words, string[] row)
    {
        var mode = row[3].Length > 0 ? row[3] : null;
        var acled = row[4].Length > 0 ? row[4] : null;
        return Enum.TryParse<PloverType>(row[2], ignoreCase: true, out var type)
            ? new EventPattern(words, EventSense.Type, type, mode, acled)
            : new EventPattern(words, Enum.Parse<EventSense>(row[2], ignoreCase: true), default, mode, acled);
    }

    private static FrozenDictionary<string, EventPattern[]> Sorted(Dictionary<string, List<EventPattern>> table) =>
        table.ToFrozenDictionary(e => e.Key, e => e.Value.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal);
}
