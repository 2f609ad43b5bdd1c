namespace Truceline.Ingest.Formats.Wire;

/// <summary>Parts a file of a wire into stories, where marks end them. Pure; linear.</summary>
internal static class WireStories
{
    private const int FewestLetters = 30;

    /// <summary>The stories as ranges of the text, in order; what is left between them is white space. At least one.</summary>
    internal static List<(int Start, int End)> Split(string text)
    {
        var stories = new List<(int Start, int End)>();
        var (start, letters, isOpen) = (0, 0, false);
        var lastEnd = -1;
        for (var at = 0; at < text.Length;)
        {
            var feed = text.IndexOf('\n', at);
            var end = feed < 0 ? text.Length : feed;
            var next = feed < 0 ? text.Length : feed + 1;
            var line = text.AsSpan(at, end - at).Trim();
            var kind = WireLines.KindOf(line);
            if (kind == WireLine.Begin && letters >= FewestLetters && !isOpen && !GoesOn(text, at))
            {
                stories.Add((start, at));
                (start, letters) = (at, 0);
            }

            if (kind is WireLine.More)
            {
                isOpen = true;
            }
            else if (kind is WireLine.Closing or WireLine.End)
            {
                // "-30-" and "NNNN" often stand one after the other.
                lastEnd = isOpen && kind == WireLine.End ? lastEnd : next;
                isOpen = isOpen && kind == WireLine.End;
            }
            else if (kind == WireLine.Text && line.Length > 0)
            {
                if (lastEnd > start && letters >= FewestLetters && HasStory(text, lastEnd))
                {
                    stories.Add((start, lastEnd));
                    (start, letters) = (lastEnd, 0);
                }

                lastEnd = -1;
                letters += line.Length;
            }

            at = next;
        }

        stories.Add((start, text.Length));
        return stories;
    }

    // "BC-TALKS-ZONE, Add 1", "2ndadd": another take.
    private static bool GoesOn(string text, int at)
    {
        var head = text.AsSpan(at, Math.Min(300, text.Length - at));
        foreach (var word in (ReadOnlySpan<string>)[" add 1", " add 2", " add 3", " 1st add", " 2nd add", " 1stadd", " 2ndadd", " take 2", " take 3", "=2", "=3"])
        {
            if (head.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // A note behind the closing mark is no story.
    private static bool HasStory(string text, int from)
    {
        var letters = 0;
        for (var at = from; at < text.Length && letters < FewestLetters; at++)
        {
            letters += char.IsLetter(text[at]) ? 1 : 0;
        }

        return letters >= FewestLetters && (Normalising.DatelineReader.Read(text.Substring(from, Math.Min(1200, text.Length - from))) is not null || HasHeader(text.AsSpan(from)));
    }

    private static bool HasHeader(ReadOnlySpan<char> text)
    {
        for (var number = 0; number < 6 && text.Length > 0; number++)
        {
            var end = text.IndexOf('\n');
            var line = (end < 0 ? text : text[..end]).Trim();
            text = end < 0 ? default : text[(end + 1)..];
            if (WireLines.KindOf(line) is WireLine.Begin or WireLine.Service or WireLine.Slug or WireLine.Field)
            {
                return true;
            }
        }

        return false;
    }
}
