using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>What the index makes of a set: which pairs it takes for copies, and which stories come about when the texts arrive one after the other.</summary>
internal sealed class Measurement
{
    private readonly IReadOnlyList<LabelledText> _set;
    private readonly Dictionary<string, LabelledText> _byId;
    private readonly HashSet<(string, string)> _found = [];
    private readonly Dictionary<string, string> _storyOf = [];

    /// <summary>Measures.</summary>
    internal Measurement(IReadOnlyList<LabelledText> set)
    {
        _set = set;
        _byId = set.ToDictionary(t => t.Id);
        var index = new NearDuplicateIndex();
        index.Load(set.Select(t => new IndexedReport(t.Id, t.Id, t.Signature)));
        foreach (var text in set)
        {
            _found.UnionWith(index.FindAll(text.Signature).Where(m => m.ReportId != text.Id).Select(m => Pair(text.Id, m.ReportId)));
        }

        Arrive();
        var expected = CopyPairs().Where(IsDirect).ToHashSet();
        // Two copies of different parts of a story share no words: such a pair is not expected here, and not wrong when it is found.
        Pairs = new Counts(_found.Count(expected.Contains), _found.Count(p => expected.Contains(p) || !IsCopy(p)), expected.Count);
        Stories = new Counts(TogetherPairs().Count(IsCopy), TogetherPairs().Count(), CopyPairs().Count());
        Missed = [.. expected.Where(p => !_found.Contains(p)).Select(Texts)];
    }

    /// <summary>Over pairs of a story and a copy of it, and everything else that the index takes for copies.</summary>
    internal Counts Pairs { get; }

    /// <summary>Over all pairs that end in one story, when each text joins the stories of what it matches.</summary>
    internal Counts Stories { get; }

    /// <summary>Pairs that are taken for copies and are none.</summary>
    internal IEnumerable<(LabelledText, LabelledText)> False => _found.Where(p => !IsCopy(p)).Select(Texts);

    /// <summary>Copies that are not found.</summary>
    internal IReadOnlyList<(LabelledText, LabelledText)> Missed { get; }

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private void Arrive()
    {
        var index = new NearDuplicateIndex();
        foreach (var text in _set)
        {
            var matches = index.FindAll(text.Signature);
            var story = matches.Count == 0 ? text.Id : _storyOf[matches[0].ReportId];
            _storyOf[text.Id] = story;
            // A text that links two stories joins them.
            foreach (var other in matches.Select(m => _storyOf[m.ReportId]).Where(s => s != story).Distinct().ToArray())
            {
                foreach (var moved in _storyOf.Where(s => s.Value == other).Select(s => s.Key).ToArray())
                {
                    _storyOf[moved] = story;
                }
            }

            index.Add(story, text.Id, text.Signature);
        }
    }

    private bool IsDirect((string First, string Second) pair) => _byId[pair.First].How == "original" || _byId[pair.Second].How == "original";

    private bool IsCopy((string First, string Second) pair) => _byId[pair.First].Story == _byId[pair.Second].Story;

    private (LabelledText, LabelledText) Texts((string First, string Second) pair) => (_byId[pair.First], _byId[pair.Second]);

    private IEnumerable<(string, string)> CopyPairs() => PairsOf(_set.GroupBy(t => t.Story, t => t.Id));

    private IEnumerable<(string, string)> TogetherPairs() => PairsOf(_storyOf.GroupBy(s => s.Value, s => s.Key));

    private static IEnumerable<(string, string)> PairsOf(IEnumerable<IGrouping<string, string>> groups) =>
        groups.Select(g => g.ToArray()).SelectMany(g => g.SelectMany((a, i) => g.Skip(i + 1).Select(b => Pair(a, b))));
}

/// <summary>How many were found, and how many of them rightly.</summary>
internal readonly record struct Counts(int Right, int Found, int Expected)
{
    /// <summary>Share of what was found that is right.</summary>
    internal double Precision => Found == 0 ? 1 : (double)Right / Found;

    /// <summary>Share of what there is that was found.</summary>
    internal double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.Found + b.Found, a.Expected + b.Expected);
}
