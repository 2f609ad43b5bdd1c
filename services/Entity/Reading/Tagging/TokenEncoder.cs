using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>Encodes the tokens of whole sentences, with what phrases and the document say of them. Not thread-safe.</summary>
internal sealed class TokenEncoder(WordStore store)
{
    private const int LongestPhrase = 5;
    private const int CensusSize = 1 << 14;

    private readonly ulong[] _census = new ulong[CensusSize];
    private readonly DocumentSigns[] _seen = new DocumentSigns[CensusSize];
    private readonly int[] _censusSlots = new int[CensusSize];
    private int _censusCount;

    /// <summary>Encodes runs of tokens that follow one another without a gap, each a sentence.</summary>
    public void Encode(SegmentedText text, ReadOnlySpan<TokenRun> sentences, EncodedTokens into)
    {
        var tokens = text.Tokens;
        var start = sentences[0].First;
        into.Reset(sentences[^1].End - start);
        for (var i = 0; i < into.Count; i++)
        {
            var span = tokens[start + i].Span;
            into.Words[i] = store.Of(text.Text.AsSpan(span.Start, span.Length));
        }
        ForgetCensus();
        foreach (var sentence in sentences)
            EncodeSentence(into, sentence.First - start, sentence.End - start);
        for (var i = 0; i < into.Count; i++)
        {
            ref readonly var word = ref store[into.Words[i]];
            if (word.IsCapitalised)
                into.Signs[i] |= _seen[CensusSlot(word.Lower)];
        }
    }

    private void EncodeSentence(EncodedTokens into, int first, int end)
    {
        var (capitals, shouted, lower) = (0, 0, 0);
        for (var i = first; i < end; i++)
        {
            ref readonly var word = ref store[into.Words[i]];
            if (word.IsCapitalised)
                capitals++;
            if ((word.Shape & WordShape.AllCapitals) != 0)
                shouted++;
            if ((word.Shape & WordShape.Lower) != 0)
                lower++;
            if ((word.Lexicon & LexiconFlags.Prefix) != 0)
                MarkPhrase(into, i, end);
        }
        var headline = capitals > 2 && (shouted > lower || capitals > 2 * lower);
        var sign = headline ? DocumentSigns.Headline : capitals == 0 ? DocumentSigns.NoCapitals : DocumentSigns.None;
        for (var i = first; i < end; i++)
        {
            into.Signs[i] = sign;
            ref readonly var word = ref store[into.Words[i]];
            if (!headline && (word.Shape & WordShape.Lower) != 0)
                See(word.Lower, DocumentSigns.SeenLower);
            else if (!headline && word.IsCapitalised && i > first && (store[into.Words[i - 1]].Shape & (WordShape.Lower | WordShape.Comma)) != 0)
                See(word.Lower, DocumentSigns.SeenAsName);
        }
        into.Signs[first] |= DocumentSigns.Opening;
    }

    /// <summary>Marks the longest phrase that begins at a token.</summary>
    private void MarkPhrase(EncodedTokens into, int first, int end)
    {
        var hash = WordHash.Append(0, store[into.Words[first]].Lower);
        var (longest, found) = (first, LexiconFlags.None);
        for (var i = first + 1; i < end && i < first + LongestPhrase; i++)
        {
            hash = WordHash.Append(hash, store[into.Words[i]].Lower);
            var flags = store.Encoder.PhraseFlags(hash);
            if ((flags & ~LexiconFlags.Prefix) != 0)
                (longest, found) = (i, flags & ~LexiconFlags.Prefix);
            if ((flags & LexiconFlags.Prefix) == 0)
                break;
        }
        if (longest == first)
            return;
        into.Phrases[first] |= (uint)found;
        for (var i = first + 1; i <= longest; i++)
            into.Phrases[i] |= (uint)found << 16;
    }

    private void See(ulong lower, DocumentSigns sign) => _seen[CensusSlot(lower)] |= sign;

    /// <summary>The slot of a word; there are more slots than a chunk has tokens (<see cref="TokenRun.LongestChunk"/>).</summary>
    private int CensusSlot(ulong lower)
    {
        var key = lower | 1;
        var slot = (int)(key >> 24) & (CensusSize - 1);
        while (_census[slot] != 0 && _census[slot] != key)
            slot = (slot + 1) & (CensusSize - 1);
        if (_census[slot] == 0)
        {
            _census[slot] = key;
            _censusSlots[_censusCount++] = slot;
        }
        return slot;
    }

    private void ForgetCensus()
    {
        for (var i = 0; i < _censusCount; i++)
            (_census[_censusSlots[i]], _seen[_censusSlots[i]]) = (0, DocumentSigns.None);
        _censusCount = 0;
    }
}
