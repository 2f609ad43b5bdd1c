using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Where one part of a sentence ends and the next begins: at semicolons, dashes, conjunctions with a new subject, and around subordinate and relative clauses.</summary>
internal sealed class PartCutter(Words words)
{
    private static readonly FrozenSet<string> Conditions = Words.Set("if unless provided should had were only once");
    private static readonly FrozenSet<string> Subordinators = Words.Set("when after as while whereas although though because since before until where");
    private static readonly FrozenSet<string> Coordinators = Words.Set("and but yet while whereas although though so or");

    private static readonly FrozenSet<string> Acts = Words.Set(
        "agree pledge undertake promise vow commit deny reject dismiss accuse blame urge demand warn threaten refuse commit call condemn say announce add leave withdraw arrest detain burn loot release insist order");

    /// <summary>The parts of a sentence by words alone, the words that report it taken away.</summary>
    public List<Stretch> Parts(int first, int end, IReadOnlyList<SpeechFrame> frames)
    {
        var parts = new List<Stretch>();
        var from = first;
        for (var i = first; i <= end; i++)
        {
            var inFrame = i == end || frames.Any(f => f.Words.Covers(i));
            if (inFrame && i > from)
            {
                parts.AddRange(Cut(new(from, i)).Select(c => c.Tokens));
            }
            if (inFrame)
            {
                from = i + 1;
            }
        }
        return parts;
    }

    /// <summary>The pieces of a stretch, each with the word that joins it to what stands before.</summary>
    public List<(Stretch Tokens, string? Link)> Cut(Stretch run)
    {
        var cuts = new List<(Stretch, string?)>();
        var finite = VerbGroupFinder.Find(words, run.First, run.End).Where(g => g.IsFinite).ToList();
        var from = run.First;
        string? link = null;
        var conditional = false;
        for (var i = run.First; i < run.End; i++)
        {
            conditional |= Conditions.Contains(words[i]) && (i == from || words[i] is "if" or "unless" or "provided") || words[i] == "condition" || words[i] is "as" or "so" && words[i + 1] == "long" && words[i + 2] == "as" || i == from && words[i] == "in" && words[i + 1] is "case" || words[i] == "only" && words[i + 1] is "after" or "if" or "when" or "once" || words[i] == "until" && words[i - 1] == "not" || words[i] is "," && words[i + 1] == "but" && words[i + 2] == "not" && words[i + 3] == "until";
            if (CutAt(run, finite, from, i, conditional) is not { } joint)
            {
                continue;
            }
            cuts.Add((new(from, i), link));
            (from, link, conditional) = (joint.From, joint.Link, false);
            i = Math.Max(i, joint.From - 1);
        }
        cuts.Add((new(from, run.End), link));
        return cuts;
    }

    /// <summary>Where the next part begins when one ends before a token; null when none does.</summary>
    private (int From, string? Link)? CutAt(Stretch run, List<VerbGroup> finite, int from, int i, bool conditional)
    {
        if (i <= from)
        {
            return null;
        }
        var word = words[i];
        if (word is ";")
        {
            return (i + 1, null);
        }
        var before = finite.Exists(g => g.First >= from && g.End <= i);
        var next = finite.Find(g => g.First > i);
        if (word == ":" && words.IsNumber(i + 1))
        {
            return null;
        }
        if (word is ":" or "–" or "--" or "—")
        {
            return before && next is not null || word == ":" && i - from <= 8 && i + 2 < run.End ? (i + 1, word == ":" && !before ? ":" : null) : null;
        }
        if (!before && finite.Count == 0 && word == "," && Telegraphic(i, run.End))
        {
            return (i + 1, null);
        }
        if (before && next is null && word == "and" && Gapped(from, i, run.End))
        {
            return (i + 1, word);
        }
        if (!before || next is null)
        {
            return null;
        }
        if (conditional)
        {
            return null;
        }
        // "is where, in August, a column was cut off": the place or time is told by the verb "be", the deed behind.
        if (word is "where" or "when" && finite.Exists(g => g.End == i && g.Lemma == "be"))
        {
            return (i + 1, word);
        }
        if (word is "in" or "from" or "during" or "by" or "to" or "of" && words[i + 1] is "which" or "whom" && next.First - i <= 16 && words[i - 1] != "," && from < i && !IsQuantifier(words[i - 1]))
        {
            return (i + 2, "which");
        }
        if (word == "," && words[i + 1] is "a" or "an" or "the" && Charges.Contains(words[i + 2]) && words[i + 3] is "that" or "which")
        {
            return (i + 1, "which");
        }
        // ", in a war that has taken 14,000 lives": the total is told of the war.
        if (word == "," && words[i + 1] == "in" && words[i + 2] is "a" or "an" or "the" && (words[i + 4] is "that" or "which" && Wars.Contains(words[i + 3]) || words[i + 5] is "that" or "which" && Wars.Contains(words[i + 4])))
        {
            return (i + 2, "which");
        }
        if (word == "," && Because(i + 1) is var reason && reason > 0)
        {
            return (i + 1, "because");
        }
        if (word == "," && words[i + 1] is "which" or "who" or "whose" && next.First - i <= 12)
        {
            return (i + 1, words[i + 1]);
        }
        // "a truce which it would respect": what is said of the noun is a claim of its own.
        if (word == "which" && words[i + 1] is "it" or "they" or "he" or "she" && next.First == i + 2 && next.Mood is VerbMood.Would or VerbMood.Obligation)
        {
            return (i, "which");
        }
        if (word is "that" or "which" && next.First == i + 1 && next.Mood == VerbMood.Possible && !Indefinite.Contains(words[i - 1]))
        {
            return (i, "that");
        }
        if (word == "," && words[i + 1] == "as" && next.First - i <= 4)
        {
            return (i + 1, "as");
        }
        if (word == "," && words[i + 1] == "and" && next.Lemma is "wound" or "injure" or "hurt" or "kill" or "die" or "perish" && !next.Negated && !Nobody.Contains(words[i + 2]) && IsViolent(finite, from, i))
        {
            return null;
        }
        // "rise in June, when it is dry, and to ebb": what goes on behind the clause between.
        if (word == "," && Subordinators.Contains(words[i + 1]) && ResumesInfinitive(i + 1, run.End))
        {
            return null;
        }
        // "Do not come near, or your ships will sink": what is ordered and what is threatened belong together.
        if (word is "," or "or" && (words[i + 1] == "or" || word == "or") && (VerbLexicon.OfBase(words[from]) is not null || words[from] == "do" && words[from + 1] == "not"))
        {
            return null;
        }
        if (word == "," && Joint(i + 1) is { } comma)
        {
            return next.First == i + 2 ? Acts.Contains(next.Lemma) ? (i + 2, comma) : null : (i + 2, comma);
        }
        if (word == "," && Opens(from) && !conditional && next.First - i <= 12 && Closes(finite, from, i, next))
        {
            return (i + 1, null);
        }
        // The relative clause that the comma closes, when the main clause goes on behind it.
        if (word is "and" or "but" or "yet")
        {
            if (next.First == i + 1 || words[i + 1] is "then" or "also" && next.First == i + 2)
            {
                return Acts.Contains(next.Lemma) && !next.Passive ? (i + 1, word) : null;
            }
            // "was bombed, and forty died": the harm belongs to the deed that did it.
            if (next.Lemma is "wound" or "injure" or "hurt" or "kill" or "die" or "perish" && !next.Negated && !Nobody.Contains(words[i + 1]) && (IsCasualty(finite, from, i) || IsViolent(finite, from, i)))
            {
                return null;
            }
            return next.First - i <= 9 && !words.Any(i, next.First, Subordinators) && !Commas(i, next.First) && !IsList(finite, i, next) ? (i + 1, word) : null;
        }
        if (Subordinators.Contains(word) && words[i - 1] != "," && next.First > i + 1 && next.First - i <= 12 && word is not ("where" or "until" or "since" or "as" or "before" or "because") && !Commas(i, next.First))
        {
            return IsCasualty(finite, from, i) || IsRelative(next) ? null : (i + 1, word);
        }
        if (word == "," && Subordinators.Contains(words[i + 1]) && next.First > i + 2 && !IsRelative(next) && words[i + 1] is not ("since" or "until" or "as"))
        {
            return IsCasualty(finite, from, i) ? null : (i + 2, words[i + 1]);
        }
        if (word is "as" or "before" && !finite.Exists(g => g.End == i) && next.First > i + 1 && next.First - i <= 8 && next is { Mood: VerbMood.Asserted } && (next.Passive || next.Lemma != "be") && words[i + 1] is not ("it" or "part") && !IsRelative(next))
        {
            return word == "as" && IsCasualty(finite, from, i) ? null : (i + 1, word);
        }
        return null;
    }

    private static readonly FrozenSet<string> Wars = Lexicon.Nouns("war");
    private static readonly FrozenSet<string> Charges = Lexicon.Nouns("charge");
    private static readonly FrozenSet<string> Indefinite = Words.Set("nothing anything nobody none anyone no-one all");
    private static bool IsQuantifier(string word) => word is "some" or "most" or "many" or "all" or "one" or "two" or "both" or "each" or "half" or "none" or "several";

    /// <summary>", not because", ", but only because": where the reason begins; -1 when none does.</summary>
    private int Because(int at)
    {
        for (var i = at; i < at + 3; i++)
        {
            if (words[i] == "because")
            {
                return i;
            }
            if (words[i] is not ("not" or "but" or "only" or "partly" or "mainly" or "largely" or "just" or "simply"))
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>"0 of 12 howitzers missing, no movement seen": fragments of a report in the style of telegrams.</summary>
    private bool Telegraphic(int comma, int end)
    {
        if (words[comma + 1] is not ("no" or "none" or "nobody" or "nothing" or "zero" or "one" or "two" or "three" or "four" or "five" or "six") && !words.IsNumber(comma + 1))
        {
            return false;
        }
        for (var i = comma + 2; i < end && words[i] is not ("," or ";"); i++)
        {
            if (VerbLexicon.OfParticiple(words[i]) is not null || words[i] is "dead" or "missing" or "injured")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"X is to stay, and Y to halt": the second subject shares the verb "be" of the first.</summary>
    private bool Gapped(int from, int and, int end)
    {
        var groups = VerbGroupFinder.Find(words, from, end);
        return groups.Exists(g => g.First < and && g.Mood == VerbMood.Obligation && words[g.First] is "is" or "are" or "was" or "were")
            && groups.Find(g => g.First > and) is { Mood: VerbMood.Infinitive } infinitive && infinitive.First - and is > 1 and <= 7;
    }

    private string? Joint(int at) => Coordinators.Contains(words[at]) ? words[at] : null;
    private bool Opens(int from) => Subordinators.Contains(words[from]) || words[from + 1] is "after" or "months" or "days" or "weeks" or "hours" && words.Any(from, from + 5, After);
    private static readonly FrozenSet<string> After = Words.Set("after");
    private static bool Closes(List<VerbGroup> finite, int from, int comma, VerbGroup next) => finite.Exists(g => g.First >= from && g.End <= comma) && next.First > comma + 1;

    private bool Commas(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (words[i] is "," or ";" or "who" or "which")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"said Bor and Juba had": the conjunction joins two subjects of one verb.</summary>
    private bool IsList(List<VerbGroup> finite, int i, VerbGroup next)
    {
        var last = finite.FindLast(g => g.End <= i);
        return last is not null && last.End == i && last.Lemma is "say" or "report" || words[i - 1] is "both" || last is not null && words[last.End] is "that" or "what" or "where" or "how" or "why" && !finite.Exists(g => g.First > last.End && g.First < i);
    }

    /// <summary>"were killed when a shell fell": the cause belongs to the harm.</summary>
    private bool IsCasualty(List<VerbGroup> finite, int from, int i) =>
        !Nobody.Contains(words[from]) && words[from + 1] != "one" && finite.FindLast(g => g.First >= from && g.End <= i) is { Negated: false } &&
        finite.FindLast(g => g.First >= from && g.End <= i) is { Lemma: "kill" or "die" or "wound" or "injure" or "hurt" or "perish" or "lose" or "burn" or "maim" or "bury" or "drive" or "turn" };

    private static readonly FrozenSet<string> Violent = Words.Set(
        string.Join(' ', Lexicon.List("harm")) + " hit fire target pound explode detonate land fall crash open ambush clash fight mortar rocket strafe torpedo ram crush collapse");

    private static bool IsViolent(List<VerbGroup> finite, int from, int i) =>
        finite.FindLast(g => g.First >= from && g.End <= i) is { Negated: false, Mood: VerbMood.Asserted } deed && Violent.Contains(deed.Lemma);

    private bool ResumesInfinitive(int at, int end)
    {
        for (var i = at; i < end - 2; i++)
        {
            if (words[i] == ",")
            {
                return words[i + 1] == "and" && words[i + 2] == "to" && VerbLexicon.OfBase(words[i + 3]) is not null;
            }
        }
        return false;
    }

    private static readonly FrozenSet<string> Nobody = Words.Set("nobody none no");

    /// <summary>"a firefight that left nine dead": the verb describes a noun, and no clause follows.</summary>
    private bool IsRelative(VerbGroup verb) => words[verb.First - 1] is "that" or "which" or "who";
}
