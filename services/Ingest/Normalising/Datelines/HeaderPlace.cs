namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>The place of a dateline while it is read: words with capitals, in parts between commas and slashes. Not thread-safe.</summary>
internal sealed class HeaderPlace
{
    private const int MostWords = 9;
    private const int MostWordsOfAPart = 5;
    private const int MostParts = 4;

    private readonly List<(int Start, int End)> _words = [];
    private int _parts;
    private int _wordsOfPart;
    private bool _closed = true;
    private bool _tooLong;
    private bool _hasNoPlace;
    private int _proper;

    /// <summary>Whether nothing was found.</summary>
    internal bool IsEmpty => _words.Count == 0;

    /// <summary>Whether the last piece was a word of it.</summary>
    internal bool IsOpen => !_closed && _words.Count > 0;

    /// <summary>Where it begins in the line.</summary>
    internal int Start => _words[0].Start;

    /// <summary>Where it ends.</summary>
    internal int End { get; private set; }

    /// <summary>Adds a word.</summary>
    /// <returns>False when it belongs to no place.</returns>
    internal bool Add(ReadOnlySpan<char> line, List<HeaderToken> tokens, ref int at, bool hasDay)
    {
        var (start, end) = (tokens[at].Start, tokens[at].End);
        var word = line[start..end];
        var isParticle = HeaderWords.IsParticle(word);
        // "al-Bab", "d'Azur", "'s-Hertogenbosch": lower case before a hyphen or an apostrophe.
        var isLower = char.IsLower(word[0]) && !(word.IndexOfAny('-', '\'', '’') is > 0 and var joint && joint + 1 < word.Length && char.IsUpper(word[joint + 1]));
        if ((isLower && (!isParticle || _words.Count == 0)) || (hasDay && _words.Count > 0))
        {
            return false;
        }

        if (_closed)
        {
            _closed = false;
            _parts++;
            _wordsOfPart = 0;
        }

        _words.Add((start, end));
        _proper += isParticle ? 0 : 1;
        _hasNoPlace |= !isParticle && HeaderWords.IsNoPlace(word);
        _tooLong |= _words.Count > MostWords || ++_wordsOfPart > MostWordsOfAPart || _parts > MostParts;
        End = end;
        at++;
        // A point behind an abbreviation, "ST. PETERSBURG", "N.Y."
        if (at + 1 < tokens.Count && line[tokens[at].Start] == '.' && tokens[at].Start == end && word.Length <= 3 && tokens[at + 1].Kind is HeaderTokenKind.Word && char.IsUpper(line[tokens[at + 1].Start]) && word[0] is 'S' or 'F' or 'M')
        {
            at++;
        }

        return !_tooLong;
    }

    /// <summary>A slash between two places.</summary>
    /// <returns>False when no place stands before it.</returns>
    internal bool Join()
    {
        _closed = true;
        return _words.Count > 0;
    }

    /// <summary>The part ends.</summary>
    internal void Comma() => _closed = true;

    /// <summary>What stands in brackets behind it belongs to it.</summary>
    internal void Extend(int end)
    {
        End = Math.Max(End, end);
        _closed = true;
    }

    /// <summary>Becomes what was read elsewhere.</summary>
    /// <returns>False when nothing was.</returns>
    internal bool Take(HeaderPlace other)
    {
        _words.AddRange(other._words);
        (_parts, _proper, _hasNoPlace, _tooLong, End) = (other._parts, other._proper, other._hasNoPlace, other._tooLong, other.End);
        return _words.Count > 0;
    }

    /// <summary>Whether it can be a place beside a day or an agency.</summary>
    /// <param name="line">The line.</param>
    /// <param name="named">Whether an agency stands beside it: then a word of headlines does not count against it.</param>
    internal bool IsPlausible(ReadOnlySpan<char> line, bool named)
    {
        // Single letters and digits are none.
        var first = line[_words[0].Start.._words[0].End];
        return !_tooLong && _proper > 0 && (named ? !HeaderWords.IsNoPlace(first) || _words.Count > 1 && !_hasNoPlace : !_hasNoPlace)
            && (first.Length > 1 || !char.IsAsciiLetter(first[0]) || _words.Count > 1);
    }

    /// <summary>Whether its first part is in capitals throughout, as agencies and newspapers set places.</summary>
    internal bool IsShouted(ReadOnlySpan<char> line)
    {
        var first = line[_words[0].Start..End];
        var comma = first.IndexOfAny(',', '(');
        first = comma > 0 ? first[..comma] : first;
        var letters = 0;
        foreach (var c in first)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 3 && !_hasNoPlace;
    }

    /// <summary>Whether it is a known place, or ends with a known state.</summary>
    /// <param name="line">The line.</param>
    /// <param name="withState">Whether a state behind a comma is enough.</param>
    internal bool EndsKnown(ReadOnlySpan<char> line, bool withState)
    {
        var whole = line[_words[0].Start..End];
        var comma = whole.LastIndexOf(',');
        return HeaderWords.IsKnown(whole) || (withState && comma > 0 && _parts == 2 && HeaderWords.IsKnown(whole[(comma + 1)..].Trim()));
    }

    /// <summary>Whether it can make a line of its own with a day: one word, capitals, or known. Two words might be a person's name.</summary>
    internal bool StandsAlone(ReadOnlySpan<char> line) =>
        !IsEmpty && IsPlausible(line, named: false) && (_words.Count == 1 || IsShouted(line) || EndsKnown(line, withState: true));
}
