using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Names;

/// <summary>What sources may look at: the text, the tagger's opinion, and the mentions that sources before them have found.</summary>
internal sealed class MentionContext
{
    private readonly List<NameMention> _found = [];
    private readonly NameMention?[] _at;
    private HashSet<string>? _states;
    private HashSet<string>? _statesOfTowns;
    private readonly TagMention?[] _tagAt;

    public MentionContext(AtomRow atoms, ReportHeader header, IReadOnlyList<TaggedSpan>? tags = null)
    {
        (Atoms, Header, Tagged) = (atoms, header, tags ?? []);
        _at = new NameMention?[atoms.Count];
        _tagAt = new TagMention?[Tagged.Count == 0 ? 0 : atoms.Count];
        var mentions = new List<TagMention>(Tagged.Count);
        foreach (var tag in Tagged)
        {
            var (first, end) = (atoms.FirstOfToken(tag.FirstToken), atoms.FirstOfToken(tag.FirstToken + tag.TokenCount));
            if (end <= first)
                continue;
            mentions.Add(TagMention.Of(tag, first, end - 1));
            Array.Fill(_tagAt, mentions[^1], first, end - first);
        }
        Tags = mentions;
    }

    public AtomRow Atoms { get; }

    public ReportHeader Header { get; }

    /// <summary>Mentions found so far; none overlap but those added over others.</summary>
    public IReadOnlyList<NameMention> Found => _found;

    /// <summary>What the tagger takes for names, by tokens; empty without a tagger.</summary>
    public IReadOnlyList<TaggedSpan> Tagged { get; }

    /// <summary>What the tagger takes for names, in order; none overlap.</summary>
    public IReadOnlyList<TagMention> Tags { get; }

    /// <summary>What the tagger takes the atom for a part of; null when for nothing.</summary>
    public TagMention? TagAt(int atom) => (uint)atom < (uint)_tagAt.Length ? _tagAt[atom] : null;

    /// <summary>ISO codes of the states that the text names, or whose people or seat it names; looked for once.</summary>
    public HashSet<string> StatesNamed(StateNames states)
    {
        if (_states is not null)
            return _states;
        _states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Atoms.Count; i++)
        {
            if (Atoms[i].IsCapital && (states.NameAt(Atoms, i) ?? states.DemonymAt(Atoms, i) ?? states.SeatAt(Atoms, i)) is { } state)
                _states.Add(state.Country.Iso);
        }
        return _states;
    }

    /// <summary>ISO codes of the states whose towns and provinces the text names; looked for once, and only when it is asked for.</summary>
    public HashSet<string> StatesOfTowns(TownStates towns) => _statesOfTowns ??= towns.Of(Atoms);

    /// <summary>Whether an atom is part of a mention.</summary>
    public bool IsTaken(int atom) => (uint)atom < (uint)_at.Length && _at[atom] is not null;

    /// <summary>Whether any atom from one to another, both included, is part of a mention.</summary>
    public bool IsTaken(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (IsTaken(i))
                return true;
        }
        return false;
    }

    /// <summary>The mention that holds an atom; null when none does.</summary>
    public NameMention? At(int atom) => (uint)atom < (uint)_at.Length ? _at[atom] : null;

    /// <summary>Adds those that overlap no mention found before, longer ones first.</summary>
    public void AddFree(IEnumerable<NameMention> mentions)
    {
        foreach (var mention in mentions.OrderByDescending(m => m.Last - m.First).ToList())
        {
            if (!IsTaken(mention.First, mention.Last))
                Add(mention);
        }
    }

    /// <summary>Adds mentions that may hold others; the atoms stay theirs.</summary>
    public void AddOver(IEnumerable<NameMention> mentions) => _found.AddRange(mentions.ToList());

    /// <summary>Puts one mention of the same atoms in the place of another.</summary>
    public void Replace(NameMention old, NameMention mention)
    {
        _found[_found.IndexOf(old)] = mention;
        Array.Fill(_at, mention, mention.First, mention.Last - mention.First + 1);
    }

    private void Add(NameMention mention)
    {
        _found.Add(mention);
        Array.Fill(_at, mention, mention.First, mention.Last - mention.First + 1);
    }
}
