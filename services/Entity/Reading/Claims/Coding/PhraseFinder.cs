namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Cuts a clause into noun phrases.</summary>
internal static class PhraseFinder
{
    /// <summary>The phrases in order; times and bare pronouns are none.</summary>
    public static List<Phrase> Find(ClauseWords words, EventPatterns patterns)
    {
        var found = new List<Phrase>();
        for (var i = 0; i < words.Length;)
        {
            if (!IsPart(words, i))
            {
                i++;
                continue;
            }
            var end = i;
            while (end < words.Length && IsPart(words, end))
                end++;
            // "Haiti's efforts": the owner is a phrase of its own unless what it owns can act.
            if (words.RoleAt(end) is WordRole.Possessive && Owned(words, end + 1, patterns) is var owned and > 0)
                end = owned;
            Add(found, words, patterns, i, end);
            i = end;
        }
        return found;
    }

    private static int Owned(ClauseWords words, int from, EventPatterns patterns)
    {
        var end = from;
        while (end < words.Length && IsPart(words, end))
            end++;
        if (end > from && patterns.IsActor(words[end - 1].Lemma))
            return end;
        for (var i = from; i < end - 1; i++)
        {
            if (patterns.IsActor(words[i].Lemma) && words[i + 1].Role is WordRole.Name)
                return end;
        }
        return -1;
    }

    private static bool IsPart(ClauseWords words, int i) => words[i].Role is WordRole.Noun or WordRole.Name or WordRole.Determiner or WordRole.Number;

    private static void Add(List<Phrase> found, ClauseWords words, EventPatterns patterns, int first, int end)
    {
        var (start, before) = (first, first - 1);
        while (start < end && words[start].Role is WordRole.Determiner or WordRole.Number)
            start++;
        if (start == end)
            return;
        // "militants loyal to …": what follows the actors describes them.
        for (var i = start; i < end - 1; i++)
        {
            if (words[i].Role is WordRole.Noun && words[i].Word != words[i].Lemma && patterns.IsActor(words[i].Lemma) && words[i + 1].Role is WordRole.Noun && words[i + 1].Word == words[i + 1].Lemma)
            {
                end = i + 1;
                break;
            }
        }
        while (words.RoleAt(before) is WordRole.Adverb or WordRole.Quote)
            before--;
        var preposition = words.RoleAt(before) is WordRole.Preposition or WordRole.To ? words[before].Word : "";
        var joined = words.WordAt(before) is "and" or "or" || words.RoleAt(before) is WordRole.Comma;
        var head = words[end - 1];
        var (named, lastName) = (false, -1);
        for (var i = start; i < end; i++)
        {
            if (words[i].Role is not WordRole.Name)
                continue;
            named = true;
            lastName = i;
        }
        var actor = head.Role is WordRole.Noun && (patterns.IsActor(head.Lemma) || patterns.IsActor(head.Word));
        var phrase = new Phrase(start, end, preposition)
        {
            IsNamed = named,
            IsActor = actor,
            IsAmount = !named && patterns.Amounts.Contains(head.Lemma) && words.WordAt(end) is "of",
            IsJoined = joined,
            IsOwned = words.RoleAt(first) is WordRole.Determiner && words[first].Word is "its" or "his" or "her" or "their" or "our",
            IsOwner = words.RoleAt(end) is WordRole.Possessive,
        };
        // "a Turkish proposal": of the thing only its owner can act.
        if (named && !actor && lastName < end - 1 && patterns.IsAbstract(head.Lemma))
        {
            var firstName = lastName;
            while (firstName > start && words[firstName - 1].Role is WordRole.Name)
                firstName--;
            phrase = phrase with { First = firstName, End = lastName + 1, IsOwner = true };
        }
        // "army positions", "government pension cuts": of the thing only its owner can act.
        for (var i = end - 2; i >= start && !phrase.CanAct; i--)
        {
            if (words[i].Role is WordRole.Noun && words[i].Word == words[i].Lemma && patterns.IsListedActor(words[i].Word))
                phrase = phrase with { End = i + 1, IsActor = true, IsOwner = true };
        }
        found.Add(phrase);
    }
}
