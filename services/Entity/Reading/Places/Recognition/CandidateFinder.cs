namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>Finds the runs of words of a text that the gazetteer, or the tagger, takes for names of places. One instance a text.</summary>
internal sealed class CandidateFinder(Gazetteer gazetteer, PlaceWords words)
{
    private const int LongestRun = 9;
    private const int ShortestLoose = 2;
    private const int MostUnknown = 3;

    /// <summary>Candidates that begin at a word, longest first; empty for most words.</summary>
    /// <param name="first">Index of the word.</param>
    /// <param name="tag">What the tagger takes the word for.</param>
    /// <param name="into">Takes them; cleared before.</param>
    public void FindAt(int first, WordTag tag, List<ToponymCandidate> into)
    {
        into.Clear();
        if (!MayBegin(first))
            return;
        var (hash, content, longest) = (default(NameHash), 0, GazetteerFormat.LongestName);
        for (var last = first; last < first + LongestRun && words.SameSentence(first, last); last++)
        {
            var word = words[last];
            if (word.Is(WordShape.Possessive))
            {
                // "Queen Anne's County": the ending is part of the word before it.
                if (!words[last + 1].Is(WordShape.Capital))
                    break;
                hash.AddEnding(words.SpanOf(last));
                continue;
            }
            if (!word.Is(WordShape.Word) || !(word.Is(WordShape.Capital) || (last == first || word.Is(WordShape.Joined) || word.Has(WordTraits.Joiner) || IsElided(last))))
                break;
            var before = hash.LooseLength;
            hash.Add(word.Word);
            if (hash.LooseLength > before && content++ == 0)
                longest = gazetteer.LongestFrom(hash);
            if (content > longest)
                break;
            if (content > 0 && (word.Is(WordShape.Capital) || IsElided(last)) && IsWhole(last) && hash.LooseLength >= ShortestLoose && KnownAs(hash, first, last) is { } known)
                into.Insert(0, new ToponymCandidate(first, last, known));
        }
        if (tag.IsFirst && tag.Type == EntityType.Location && !EndsAt(into, tag.LastWord))
            into.Insert(0, new ToponymCandidate(first, tag.LastWord, NameKnowledge.Nothing));
        if (into.Count == 0 && LastOfUnknown(first) is var end && end >= first)
            into.Add(new ToponymCandidate(first, end, NameKnowledge.Nothing));
    }

    // A lambda would be allocated for every word of a text.
    private static bool EndsAt(List<ToponymCandidate> candidates, int last)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Last == last)
                return true;
        }
        return false;
    }

    /// <summary>Last word of a run of capitals that begins here and that no gazetteer holds; -1 when it may be no place's name.</summary>
    private int LastOfUnknown(int first)
    {
        var before = words[first - 1];
        if (words[first].Has(WordTraits.English | WordTraits.Never | WordTraits.Title) || (before.Is(WordShape.Capital) && words.SameSentence(first - 1, first)))
            return -1;
        var last = words[first].Is(WordShape.Capital) ? first : first + 1;
        while (words.SameSentence(first, last + 1) && words[last + 1].Is(WordShape.Capital))
            last++;
        return last - first <= MostUnknown ? last : -1;
    }

    /// <summary>What the gazetteer says of a run of words; null when nothing.</summary>
    private NameKnowledge? KnownAs(NameHash hash, int first, int last)
    {
        var known = gazetteer.KnownAs(hash);
        // What is written in capitals alone, two or three letters, is an acronym: of the names only those that are written so.
        return known is null || known.Class == NameClass.Unknown || (known.Class > NameClass.Division && first == last && IsAcronym(first)) ? null : known;
    }

    /// <summary>"d'Ivoire": a capital behind an elided article or preposition.</summary>
    private bool IsElided(int word)
    {
        var text = words.SpanOf(word);
        return text.Length > 3 && text[0] is 'd' or 'l' && Text.Tokenizer.IsApostrophe(text[1]) && char.IsUpper(text[2]);
    }

    private bool IsAcronym(int word) => words[word].Is(WordShape.AllCapitals) && words[word].End - words[word].Start <= 3;

    private bool MayBegin(int first)
    {
        var word = words[first];
        if (!word.Is(WordShape.Word))
            return false;
        // "al-Tuhayta": an article in lower case joined to a capital.
        return word.Is(WordShape.Capital)
            || (words[first + 1].Is(WordShape.Joined) && words[first + 1].Is(WordShape.Capital) && word.End - word.Start <= 4 && NameFolding.IsArticle(words.SpanOf(first)));
    }

    /// <summary>Whether no capital is joined on after a word: "Guinea" of "Guinea-Bissau" is no name.</summary>
    private bool IsWhole(int last) => !(words[last + 1].Is(WordShape.Joined) && words[last + 1].Is(WordShape.Capital) && words[last].Token == words[last + 1].Token);
}
