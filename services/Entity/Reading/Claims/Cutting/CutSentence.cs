using System.Collections.Frozen;
using System.Globalization;
using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>A sentence with all that may tell where a claim begins and ends: its tree, the words that report by rule, quotations. Token indexes are those of the text. Not thread-safe.</summary>
internal sealed class CutSentence
{
    private static readonly FrozenSet<string> Function = Words.Set(
        "the a an this that these those which who whom whose what where when while after before since until as if unless because although though whereas once and but or nor yet so than not no "
        + "in on at by of to from with for into over under near between against during within without among around about through across along towards toward inside outside beyond behind despite amid per via "
        + "he she it they we i you his her its their our him them us there here is are was were be been being has have had do does did will would shall should may might can could must cannot "
        + "according citing quoting saying should provided only even then also nobody none nothing neither both all some any each every "
        + ", ; : \" “ ” « » ( ) - -- – — … ... / '");

    private static readonly FrozenSet<string> Joints = Words.Set(
        "that which who whose whom where when while after before since until as if unless because although though whereas once and but or nor yet so according citing quoting saying adding by in should provided than with");

    private static readonly FrozenSet<string> Saying = Lexicon.Set("saying");
    private static readonly Sign Says = Sign.Of("SAY");
    private static readonly Sign Edge = Sign.Of("EDGE");
    private static readonly Sign[] Tags = [.. Enum.GetNames<UPos>().Select(n => Sign.Of(n.ToUpperInvariant()))];

    private static readonly Sign[] Fines = [.. Enumerable.Range(0, 1024).Select(n => Sign.Of(string.Create(CultureInfo.InvariantCulture, $"c{n}")))];
    private static readonly Sign[] Coarses = [.. Enumerable.Range(0, 256).Select(n => Sign.Of(string.Create(CultureInfo.InvariantCulture, $"k{n}")))];

    private readonly Sign[] _shapes;
    private readonly (Sign Fine, Sign Coarse)[] _clusters;
    private readonly bool[] _quoted;

    /// <summary>The tokens [first, end) of a sentence.</summary>
    /// <param name="words">The text.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">End of the tokens, final marks excluded.</param>
    /// <param name="frames">The words that report, as rules tell them.</param>
    public CutSentence(Words words, int first, int end, IReadOnlyList<SpeechFrame> frames)
    {
        (Words, First, End, Frames) = (words, first, end, frames);
        (Tree, TreeFirst) = words.TreeAt(first) ?? throw new InvalidOperationException("The sentence has no tree.");
        _shapes = new Sign[end - first];
        _clusters = new (Sign, Sign)[end - first];
        _quoted = new bool[end - first + 1];
        IsSaying = new bool[end - first];
        for (var i = first; i < end; i++)
        {
            IsSaying[i - first] = Pos(i) is UPos.Verb && Saying.Contains(LemmaOf(words[i]) ?? "");
            _shapes[i - first] = Function.Contains(words[i]) ? Sign.Of(words[i]) : IsSaying[i - first] ? Says : Tags[(int)Pos(i)];
            var (fine, coarse) = words.ClustersAt(i);
            _clusters[i - first] = (Fines[Math.Min(fine, Fines.Length - 1)], Coarses[Math.Min(coarse, Coarses.Length - 1)]);
            var turns = words[i] is "\"" or "“" or "”" or "«" or "»";
            _quoted[i - first + 1] = turns ? words[i] == "\"" ? !_quoted[i - first] : words[i] is "“" or "«" : _quoted[i - first];
        }
        Groups = VerbGroupFinder.Find(words, first, end);
        Parts = [.. new PartCutter(words).Parts(first, end, frames).Select(Bare).Where(p => !p.IsEmpty)];
        Places = FindPlaces();
    }

    public Words Words { get; }

    public int First { get; }

    public int End { get; }

    public IReadOnlyList<SpeechFrame> Frames { get; }

    public SentenceTree Tree { get; }

    /// <summary>Token of the text with which the tree begins.</summary>
    public int TreeFirst { get; }

    public List<VerbGroup> Groups { get; }

    /// <summary>The parts that rules by word make of it, without marks and conjunctions at their ends.</summary>
    public IReadOnlyList<Stretch> Parts { get; }

    /// <summary>By token from <see cref="First"/>: it is a verb of saying.</summary>
    public bool[] IsSaying { get; }

    /// <summary>Tokens before which a stretch may begin or end, both ends of the sentence among them, in order.</summary>
    public IReadOnlyList<int> Places { get; private set; }

    /// <summary>The places at which rules by word cut.</summary>
    public IReadOnlyList<int> RuledPlaces =>
        [.. Parts.SelectMany(p => new[] { p.First, p.End }).Concat(Frames.SelectMany(f => new[] { f.Words.First, f.Words.End })).Append(First).Append(End).Where(p => p >= First && p <= End).Distinct().Order()];

    /// <summary>Part of speech of a token.</summary>
    public UPos Pos(int token) => Tree.PosOf(token - TreeFirst);

    /// <summary>A token as features see it: a word of grammar as it is, a verb of saying, else its part of speech.</summary>
    public Sign Shape(int token) => token < First || token >= End ? Edge : _shapes[token - First];

    /// <summary>The fine and the coarse cluster of a token.</summary>
    public (Sign Fine, Sign Coarse) Clusters(int token) => token < First || token >= End ? (Edge, Edge) : _clusters[token - First];

    /// <summary>Whether a quotation is open before a token.</summary>
    public bool IsQuoted(int token) => _quoted[token - First];

    /// <summary>Whether a token is a mark.</summary>
    public bool IsMark(int token) => Pos(token) is UPos.Punct;

    private Stretch Bare(Stretch part)
    {
        var (first, end) = (part.First, part.End);
        while (first < end && (IsMark(first) || Words[first] is "and" or "but" or "yet" or "that"))
            first++;
        while (end > first && (IsMark(end - 1) || Words[end - 1] is "and" or "but" or "that"))
            end--;
        return new(first, end);
    }

    private static string? LemmaOf(string word) =>
        VerbLexicon.OfPast(word) ?? VerbLexicon.OfThirdPerson(word) ?? VerbLexicon.OfBase(word) ?? VerbLexicon.OfProgressive(word) ?? VerbLexicon.OfParticiple(word);

    private List<int> FindPlaces()
    {
        var places = new bool[End - First + 1];
        places[0] = places[End - First] = true;
        for (var i = First; i < End; i++)
        {
            if (IsMark(i) || Joints.Contains(Words[i]))
                places[i - First] = places[i - First + 1] = true;
            var token = i - TreeFirst;
            if (Tree.IsPredicate(token))
            {
                Mark(Tree.SpanOf(token));
                if (Tree.OwnSubject(token) is var subject and >= 0)
                    Mark(Tree.SpanOf(subject));
            }
        }
        foreach (var part in Parts)
            places[part.First - First] = places[part.End - First] = true;
        foreach (var frame in Frames)
        {
            Mark((frame.Words.First - TreeFirst, frame.Words.End - TreeFirst));
            Mark((frame.Content.First - TreeFirst, frame.Content.End - TreeFirst));
        }
        return [.. Enumerable.Range(First, End - First + 1).Where(i => places[i - First])];

        void Mark((int First, int End) span)
        {
            foreach (var at in new[] { span.First + TreeFirst, span.End + TreeFirst })
            {
                if (at >= First && at <= End)
                    places[at - First] = true;
            }
        }
    }
}
