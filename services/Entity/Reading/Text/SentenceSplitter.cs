using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Text;

/// <summary>Groups tokens into sentences. A line break ends a sentence, unless the text is wrapped at a column.</summary>
internal static class SentenceSplitter
{
    private const int LongestWrappedLine = 100;
    private const int LongestAbbreviation = 6;
    private const int LongestOpener = 12;

    private static readonly FrozenSet<string> BeforeName = Set(
        "mr mrs ms messrs mme dr prof gen lt col maj capt cmdr cdr sgt cpl pvt spc pfc brig adm gov sen rep rev hon st sts fr pres amb supt insp vs no nos");

    private static readonly FrozenSet<string> BeforeNumber = Set(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun art arts sec para paras fig pp approx ca res");

    private static readonly FrozenSet<string> Openers = Set(
        "the a an he she it they we i in on at but and this that these those there however meanwhile after before as both its his her their some "
        + "many most one two no if when while since for by from according earlier also another several more witnesses officials");

    public static List<Sentence> Split(string text, List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var wrapped = IsWrapped(text);
        var (first, paragraph) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            // A word and a word with one blank between them: no sentence ends there.
            if (i + 1 < tokens.Count && tokens[i].Kind == TokenKind.Word && tokens[i + 1].Kind == TokenKind.Word && text[tokens[i].Span.End - 1] != '.'
                && tokens[i + 1].Span.Start - tokens[i].Span.End <= 1 && text[tokens[i].Span.End] is not ('\n' or '\r' or '\u2028' or '\u2029'))
                continue;
            var lines = i + 1 < tokens.Count ? LineBreaks(text, tokens[i].Span.End, tokens[i + 1].Span.Start) : 2;
            var newParagraph = lines > 1 || (lines == 1 && !wrapped && !ContinuesBelow(text, tokens, i));
            if (!newParagraph && !EndsSentence(text, tokens, i))
                continue;
            var span = new TextSpan(tokens[first].Span.Start, tokens[i].Span.End);
            sentences.Add(new Sentence(span, first, i + 1 - first, paragraph));
            first = i + 1;
            if (newParagraph)
                paragraph++;
        }
        return sentences;
    }

    private static bool EndsSentence(string text, List<Token> tokens, int last)
    {
        // Closing quotes and brackets belong to the sentence that they close: look back over them, and wait for those that follow.
        if (IsCloser(text, tokens, last + 1))
            return false;
        var stop = last;
        while (stop > 0 && IsCloser(text, tokens, stop))
            stop--;
        if (!IsTerminal(text, tokens[stop]))
            return false;
        var next = last + 1;
        if (tokens[next].Span.Start == tokens[last].Span.End && stop == last)
            return false;
        while (next < tokens.Count - 1 && tokens[next].Kind == TokenKind.Punctuation)
            next++;
        var following = text.AsSpan(tokens[next].Span.Start, tokens[next].Span.Length);
        if (char.IsLower(following[0]))
            return false;
        return stop != last || !IsAbbreviation(text, tokens, stop, following, tokens[next].Kind);
    }

    private static bool IsAbbreviation(string text, List<Token> tokens, int stop, ReadOnlySpan<char> following, TokenKind followingKind)
    {
        if (tokens[stop].Kind == TokenKind.Word)
            return !IsOpener(following);
        if (stop == 0 || text[tokens[stop].Span.Start] != '.' || tokens[stop - 1].Span.End != tokens[stop].Span.Start)
            return false;
        if (tokens[stop - 1].Span.Length > LongestAbbreviation)
            return false;
        var before = tokens[stop - 1].Span.Of(text);
        var key = before.ToLowerInvariant();
        if (before.Length == 1 && char.IsUpper(before[0]))
            return !IsOpener(following);
        return (BeforeName.Contains(key) && char.IsUpper(before[0])) || (key is "no" or "nos" && followingKind == TokenKind.Number)
            || (BeforeNumber.Contains(key) && followingKind == TokenKind.Number);
    }

    /// <summary>A final mark, or an initialism whose last stop may close the sentence as well.</summary>
    private static bool IsTerminal(string text, Token token) => token.Kind switch
    {
        TokenKind.Punctuation => text[token.Span.Start] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।' or '።',
        TokenKind.Word => text[token.Span.End - 1] == '.',
        _ => false,
    };

    private static bool IsCloser(string text, List<Token> tokens, int index)
    {
        if (index >= tokens.Count || index == 0 || tokens[index].Kind != TokenKind.Punctuation)
            return false;
        var touches = tokens[index].Span.Start == tokens[index - 1].Span.End;
        return text[tokens[index].Span.Start] switch
        {
            ')' or ']' or '”' or '»' => true,
            '"' or '\'' or '’' => touches,
            _ => false,
        };
    }

    private static bool ContinuesBelow(string text, List<Token> tokens, int last) =>
        char.IsLower(text[tokens[last + 1].Span.Start]) && !IsTerminal(text, tokens[last]);

    private static int LineBreaks(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\u2029')
                count += 2;
            else if (text[i] is '\n' or '\u2028' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
                count++;
        }
        return count;
    }

    /// <summary>Whether lines break at a column: all short, and most of them in mid-sentence.</summary>
    private static bool IsWrapped(string text)
    {
        var (lines, open, longest) = (0, 0, 0);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty)
                continue;
            lines++;
            longest = Math.Max(longest, line.Length);
            if (line[^1] is not ('.' or '!' or '?' or '"' or '”' or ')' or ':'))
                open++;
        }
        return lines >= 4 && longest <= LongestWrappedLine && open * 2 > lines;
    }

    private static bool IsOpener(ReadOnlySpan<char> word) => word.Length <= LongestOpener && Openers.Contains(word.ToString().ToLowerInvariant());

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
