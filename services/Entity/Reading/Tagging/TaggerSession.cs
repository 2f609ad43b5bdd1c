using System.Runtime.InteropServices;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// What one thread needs to tag: words met before, sums, buffers. Bounded: about 12 MB when full. Not thread-safe; used again for the next text.
/// </summary>
internal sealed class TaggerSession
{
    private const int MostWords = 16384;

    private readonly WordStore _store;
    private readonly TokenEncoder _encoder;
    private readonly HiddenLayer _hidden;
    private readonly LabelDecoder _decoder;
    private readonly EncodedTokens _tokens = new();
    private readonly List<TokenRun> _runs = [];
    private readonly short[] _profile;
    private readonly float[] _output;
    private readonly short[] _units;
    private readonly float[] _scores = new float[TokenRun.Longest * TagLabel.RowLength];
    private readonly byte[] _labels = new byte[TokenRun.Longest];
    private readonly bool _knowsShips;

    public TaggerSession(TaggerModel model, TaggingProfile profile)
    {
        _store = new WordStore(model.Encoder);
        _encoder = new TokenEncoder(_store);
        _hidden = new HiddenLayer(model.Weights, _store);
        _decoder = new LabelDecoder(model.Weights.TransitionOf(profile), ProfileLabels.Of(profile));
        _knowsShips = TagLabel.Has(ProfileLabels.Of(profile), TagLabel.Begin(TagType.MilitaryPlatform));
        _profile = HiddenLayer.Fixed(model.Weights.ProfileRow(profile));
        _output = model.Weights.OutputOf(profile).ToArray();
        _units = new short[TokenRun.Longest * model.Weights.Shape.Hidden];
    }

    /// <summary>Tags tokens [first, end).</summary>
    public void Tag(SegmentedText text, int first, int end, List<TaggedSpan> into)
    {
        while (first < end)
        {
            var next = TokenRun.Cut(text, first, end, _runs);
            if (_store.Count > MostWords)
            {
                _store.Clear();
                _hidden.Forget();
            }
            _encoder.Encode(text, CollectionsMarshal.AsSpan(_runs), _tokens);
            _hidden.Learn();
            foreach (var run in _runs)
                TagRun(run, first, into);
            first = next;
        }
    }

    private void TagRun(TokenRun run, int chunk, List<TaggedSpan> into)
    {
        var count = run.End - run.First;
        var scores = _scores.AsSpan(0, count * TagLabel.RowLength);
        // Rows of words come from far in memory: summed for the whole sentence before any is scored, many are on their way at once.
        var hidden = _profile.Length;
        for (var i = 0; i < count; i++)
            _hidden.Sum(_tokens, run.First - chunk, run.End - chunk, run.First - chunk + i, _units.AsSpan(i * hidden, hidden));
        for (var i = 0; i < count; i++)
            _hidden.Score(_units.AsSpan(i * hidden, hidden), _profile, _output, scores.Slice(i * TagLabel.RowLength, TagLabel.RowLength));
        var labels = _labels.AsSpan(0, count);
        _decoder.Decode(scores, labels);
        var words = _tokens.Words.AsSpan(run.First - chunk, count);
        if (_knowsShips)
            ShipNames.Mark(words, _store, labels);
        for (var i = 0; i < count; i++)
        {
            if (!TagLabel.Starts(labels[i]))
                continue;
            var start = i;
            while (!TagLabel.Ends(labels[i]))
                i++;
            if (TypeOf(TagLabel.TypeOf(labels[start]), run.First - chunk + i, start < i) is { } type)
                into.Add(new TaggedSpan(run.First + start, i - start + 1, type, BeliefIn(words, scores, labels, start, i)));
        }
    }

    private float BeliefIn(ReadOnlySpan<int> words, ReadOnlySpan<float> scores, ReadOnlySpan<byte> labels, int start, int last) =>
        start < last && TagLabel.TypeOf(labels[start]) == TagType.MilitaryPlatform && ShipNames.IsPrefix(in _store[words[start]])
            ? ShipNames.Belief
            : LabelConfidence.Of(scores, labels, start, last);

    /// <summary>The type of a mention. A place whose last word is a facility's ("Incirlik Air Base") is one: no corpus tells them apart.</summary>
    private EntityType? TypeOf(TagType tag, int lastToken, bool isPhrase) =>
        tag == TagType.Location && isPhrase && (_store[_tokens.Words[lastToken]].Lexicon & LexiconFlags.FacilityHead) != 0
            ? EntityType.Facility
            : TagTypes.ToEntityType(tag);
}
