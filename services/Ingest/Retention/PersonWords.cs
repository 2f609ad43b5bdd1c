using System.Text.RegularExpressions;

namespace Truceline.Ingest.Retention;

/// <summary>
/// Finds a person's names and contacts in texts and covers them with blocks. Only whole words count; case and the width of white space make no difference, accents do.
/// Runs in linear time. Immutable, safe for many threads.
/// </summary>
internal sealed class PersonWords
{
    private const char Block = '\u2588';

    // One code point of two UTF-16 units for one of two, so that neither way of counting moves.
    private const string WideBlock = "\U0001FB8B";

    private readonly Regex _pattern;

    /// <param name="words">Names and contacts as they are written; none empty.</param>
    internal PersonWords(IReadOnlyList<string> words)
    {
        Words = words;
        // The longest first: a full name before a part of it.
        var forms = words.OrderByDescending(w => w.Length)
            .Select(w => string.Join(@"\s+", w.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)));
        _pattern = new Regex(string.Join('|', forms), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The words.</summary>
    internal IReadOnlyList<string> Words { get; }

    /// <summary>A text with every run of the words covered, as long as it was in code points and in UTF-16 units.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many runs there were.</param>
    internal string Cover(string text, out int count)
    {
        char[]? covered = null;
        count = 0;
        for (var match = _pattern.Match(text); match.Success; match = _pattern.Match(text, match.Index + match.Length))
        {
            if (IsWhole(text, match.Index, match.Index + match.Length))
            {
                count++;
                covered ??= text.ToCharArray();
                Cover(covered, match.Index, match.Index + match.Length);
            }
        }

        return covered is null ? text : new string(covered);
    }

    private static void Cover(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                WideBlock.CopyTo(text.AsSpan(i++));
            }
            else
            {
                text[i] = Block;
            }
        }
    }

    // "Ali" is not a part of "Alice"; a number is not a part of a longer one.
    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1]))
        && !(end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));
}
