using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Speech;

internal sealed partial class SpeechFinder
{
    /// <summary>Whether a token stands between quotation marks.</summary>
    private bool IsQuoted(int first, int token)
    {
        var open = false;
        for (var i = first; i < token; i++)
        {
            open = words[i] switch
            {
                "\"" => !open,
                "“" or "«" => true,
                "”" or "»" => false,
                _ => open,
            };
        }
        return open;
    }

    private bool HasCut(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (words[i] is "," || IsQuoteMark(i))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether nothing is said behind the verb but to whom and when; the end of the frame then, else -1.</summary>
    private int FrameEnd(List<VerbGroup> groups, int last, int end)
    {
        var stop = NextBreak(last, end);
        // "says its men are instructors": a clause follows, which is what is said.
        if (groups.Exists(g => g.IsFinite && g.First > last && g.First < stop && words[g.First - 1] is not ("who" or "which" or "that")))
        {
            return -1;
        }
        for (var i = last; i < stop; i++)
        {
            if (words[i] is "that" or "\"" or "“" or ":" || i > last && words[i - 1] is not "of" && VerbLexicon.OfPast(words[i]) is not null && words[i] is not ("set" or "read" or "cut" or "put" or "left" or "hit")
                && !words.IsCapital(i) && words[i - 1] is not ("who" or "the" or "a" or "was" or "not") || words[i] is "to" && VerbLexicon.OfBase(words[i + 1]) is not null && !words.IsCapital(i + 1))
            {
                return i > last && words[i] == "to" && Addressees.Contains(words[i - 1]) ? stop : -1;
            }
        }
        return stop;
    }

    private int NextBreak(int at, int end)
    {
        while (at < end && words[at] is not ("," or ";" or "--" or "–" or "—"))
        {
            at++;
        }
        return at;
    }

    private int SubjectStart(int from, int verb)
    {
        for (var i = verb - 1; i > from; i--)
        {
            if (words[i] is ";" or ":" || words[i] is "which" or "that" && words[i - 1] is "in" or "and")
            {
                return i + 1;
            }
            if (words[i] is "and" or "but" && words[i - 1] is "," or ";")
            {
                return i + 1;
            }
        }
        // "On Monday, X said", "In a statement, X said".
        if (words[from] is "on" or "in" or "at" or "late" or "asked" or "after" or "under" or "speaking")
        {
            for (var i = from; i < verb - 1; i++)
            {
                if (words[i] == ",")
                {
                    return i + 1;
                }
            }
        }
        while (from < verb && (words[from] is "but" or "and" or "," or "yet" or "meanwhile" || index.IsDate(from)))
        {
            from++;
        }
        return from;
    }

    /// <summary>End of the noun phrase at a token: a comma, a relative pronoun or the span's end.</summary>
    private int NounPhraseEnd(int first, int end)
    {
        var at = first;
        while (at < end && words[at] is not ("," or "who" or "which" or "that" or ";" or "--" or "–" or "\"" or "”" or "afterwards" or "has" or "had") && !(at > first && index.IsDate(at)) && !(words[at] is "on" && index.IsDate(at + 1)))
        {
            at++;
        }
        if (at > first + 1 && words[at - 1] is "in" or "at" or "on" or "to" or "and" or "late")
        {
            at--;
        }
        return at;
    }

    private int SentencePart(int first, int cut)
    {
        for (var i = cut - 1; i > first; i--)
        {
            if (words[i] is ";" && !HasQuote(i, cut + 1))
            {
                return i + 1;
            }
        }
        return first;
    }

    private bool IsCut(int i) => IsQuoteMark(i) || words[i] is "," or ";" or ":" or "--" or "–" or "—";
    private bool IsQuoteMark(int i) => words[i] is "\"" or "”" or "“" or "»" or "«";

    private bool HasQuote(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsQuoteMark(i))
            {
                return true;
            }
        }
        return false;
    }

    private int Skip(int at, int end)
    {
        while (at < end && (words[at] is "," or "\"" or "“" or ":" || words[at] == "that" && !IsPronoun(at)))
        {
            at++;
        }
        return at;
    }

    /// <summary>"That is no breach": the word stands for what was said before; "That they were there": it opens a clause that is told in front.</summary>
    private bool IsPronoun(int that) => words[that + 1] is "is" or "was" or "has" or "had" or "will" or "would" or "does" or "did" or "cannot" or "may" or "might" || words[that - 1] is "" or "." or ";";

    private int Back(int at, int first)
    {
        while (at > first && words[at - 1] is "," or "\"" or "”" or ":" or "--" or "–")
        {
            at--;
        }
        return at;
    }
}
