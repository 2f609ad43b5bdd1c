using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>A text with all its candidates for toponyms and the states that it names. One instance a text.</summary>
internal sealed class ToponymScan
{
    private readonly List<ToponymCandidate> _candidates = [];
    private readonly List<(int First, int Start, int End)> _groups = [];
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly WordTag[]? _tags;
    private readonly NameClass[] _classes;

    private ToponymScan(PlaceWords words, WordTag[]? tags)
    {
        Words = words;
        _tags = tags;
        _classes = new NameClass[words.Count];
        Array.Fill(_classes, NameClass.Unknown);
    }

    public PlaceWords Words { get; }

    /// <summary>How often the text names each state or its people, by ISO code.</summary>
    public IReadOnlyDictionary<string, int> States => _states;

    /// <summary>Scans a text.</summary>
    /// <param name="gazetteer">The places.</param>
    /// <param name="named">Names of peoples.</param>
    /// <param name="text">The text.</param>
    /// <param name="range">Characters that are looked at.</param>
    /// <param name="tags">Spans of the tagger; null when there is none.</param>
    public static ToponymScan Of(Gazetteer gazetteer, StatesNamed named, SegmentedText text, TextSpan range, IReadOnlyList<TagSpan>? tags)
    {
        var words = PlaceWords.Of(text, range);
        var scan = new ToponymScan(words, tags is null ? null : TagsOf(words, tags));
        var finder = new CandidateFinder(gazetteer, words);
        var found = new List<ToponymCandidate>();
        for (var i = 0; i < words.Count; i++)
        {
            // Names begin with a capital, or with an article that is joined to one.
            if (words[i].Is(WordShape.Capital))
            {
                if (named.At(words, i) is { } people)
                    scan.Count(people.Iso);
            }
            else if (!words[i + 1].Is(WordShape.Joined))
            {
                continue;
            }
            finder.FindAt(i, scan._tags is null ? WordTag.None : scan._tags[i], found);
            if (found.Count == 0)
                continue;
            scan._groups.Add((i, scan._candidates.Count, scan._candidates.Count + found.Count));
            scan._candidates.AddRange(found);
            foreach (var candidate in found)
                scan._classes[i] = candidate.Known.Class < scan._classes[i] ? candidate.Known.Class : scan._classes[i];
            if (found[0].Known.Class == NameClass.State && found[0].Known.Matches![0].Place.Country is { } iso)
                scan.Count(iso);
        }
        return scan;
    }

    /// <summary>Visits the candidates word by word, in order.</summary>
    /// <param name="choose">Is given the candidates that begin at a word, longest first, with their facts; returns the last word of the one that is taken, -1 for none.</param>
    public void Visit(Func<List<ToponymCandidate>, List<CandidateFacts>, int> choose)
    {
        var (candidates, facts, lastPlace) = (new List<ToponymCandidate>(), new List<CandidateFacts>(), -1);
        var mask = CodeMask.Of(_states.Keys);
        foreach (var (first, start, end) in _groups)
        {
            if (first <= lastPlace)
                continue;
            candidates.Clear();
            facts.Clear();
            for (var i = start; i < end; i++)
            {
                candidates.Add(_candidates[i]);
                facts.Add(FactFinder.Of(Words, _candidates[i], _tags, _states, mask, _classes, lastPlace));
            }
            var last = choose(candidates, facts);
            lastPlace = last >= 0 ? last : lastPlace;
        }
    }

    /// <summary>The characters of a candidate.</summary>
    public TextSpan SpanOf(ToponymCandidate candidate) => new(Words[candidate.First].Start, Words[candidate.Last].End);

    private void Count(string iso) => _states[iso] = _states.GetValueOrDefault(iso) + 1;

    private static WordTag[] TagsOf(PlaceWords words, IReadOnlyList<TagSpan> tags)
    {
        var of = new WordTag[words.Count];
        Array.Fill(of, WordTag.None);
        var word = 0;
        foreach (var tag in tags)
        {
            while (word < words.Count && words[word].Start < tag.Span.Start)
                word++;
            var first = word;
            while (word < words.Count && words[word].End <= tag.Span.End)
                word++;
            for (var w = first; w < word; w++)
                of[w] = new WordTag(tag.Type, first, word - 1, w == first);
        }
        return of;
    }
}

/// <summary>A span of the tagger.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Type">What it is taken for.</param>
internal readonly record struct TagSpan(TextSpan Span, EntityType Type);
