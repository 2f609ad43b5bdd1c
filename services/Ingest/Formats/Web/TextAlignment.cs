using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// Finds a text in a longer one from which it was taken with parts left out, word by word: the article in the visible text of its page. Words go on where the last one
/// ended; where the page has something in between, the next place is one where three words in a row are the same. Nearly linear.
/// </summary>
internal static class TextAlignment
{
    private const int Row = 3;
    private const int MostPlaces = 64;

    /// <summary>The way from the text to the page. Words that the page does not have belong to no run.</summary>
    internal static TextMap Align(string text, string page)
    {
        var (words, places) = (Words(text), Words(page));
        var rows = RowsOf(page, places);
        var runs = new List<MapRun>();
        var next = 0;
        for (var word = 0; word < words.Count; word++)
        {
            if (next >= places.Count || !Same(text, words[word], page, places[next]))
            {
                var found = Find(text, words, word, page, places, rows, next);
                if (found < 0)
                {
                    continue;
                }

                next = found;
            }

            Add(runs, text, words[word], page, places[next].Start);
            next++;
        }

        return new TextMap(runs);
    }

    private static int Find(string text, List<(int Start, int End)> words, int word, string page, List<(int Start, int End)> places, Dictionary<int, List<int>> rows, int next)
    {
        if (word + Row > words.Count)
        {
            // The last words are too few to be found by themselves.
            for (var near = next; near < Math.Min(places.Count, next + MostPlaces); near++)
            {
                if (Same(text, words[word], page, places[near]))
                {
                    return near;
                }
            }

            return -1;
        }

        if (!rows.TryGetValue(Hash(text, words, word), out var candidates))
        {
            return -1;
        }

        var first = candidates.BinarySearch(next);
        first = first < 0 ? ~first : first;
        for (var i = 0; i < Math.Min(candidates.Count, MostPlaces); i++)
        {
            var place = candidates[(first + i) % candidates.Count];
            if (Enumerable.Range(0, Row).All(r => Same(text, words[word + r], page, places[place + r])))
            {
                return place;
            }
        }

        return -1;
    }

    private static Dictionary<int, List<int>> RowsOf(string page, List<(int Start, int End)> places)
    {
        var rows = new Dictionary<int, List<int>>(places.Count);
        for (var place = 0; place + Row <= places.Count; place++)
        {
            var hash = Hash(page, places, place);
            if (!rows.TryGetValue(hash, out var list))
            {
                rows[hash] = list = new List<int>(1);
            }

            list.Add(place);
        }

        return rows;
    }

    private static int Hash(string text, List<(int Start, int End)> words, int from)
    {
        var hash = default(HashCode);
        for (var i = from; i < from + Row; i++)
        {
            hash.Add(string.GetHashCode(text.AsSpan(words[i].Start, words[i].End - words[i].Start)));
        }

        return hash.ToHashCode();
    }

    private static bool Same(string text, (int Start, int End) word, string page, (int Start, int End) place) =>
        text.AsSpan(word.Start, word.End - word.Start).SequenceEqual(page.AsSpan(place.Start, place.End - place.Start));

    private static void Add(List<MapRun> runs, string text, (int Start, int End) word, string page, int at)
    {
        var length = word.End - word.Start;
        if (runs.Count > 0 && runs[^1] is var last)
        {
            var (textEnd, pageEnd) = (last.TextStart + last.TextLength, last.OriginalStart + last.OriginalLength);
            var between = word.Start - textEnd;
            if (between > 0 && between == at - pageEnd && text.AsSpan(textEnd, between).SequenceEqual(page.AsSpan(pageEnd, between)))
            {
                runs[^1] = last with { TextLength = last.TextLength + between + length, OriginalLength = last.OriginalLength + between + length };
                return;
            }
        }

        runs.Add(new MapRun(word.Start, length, at, length));
    }

    private static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int Start, int End)>(text.Length / 6);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words.Add((at, end));
            at = end;
        }

        return words;
    }
}
