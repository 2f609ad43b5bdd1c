using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>A stretch of a sentence that asserts one thing: a clause with what hangs on it, the words that report it taken away.</summary>
internal sealed partial class Part
{
    private readonly Words _words;

    /// <summary>A part of a sentence.</summary>
    /// <param name="words">The text.</param>
    /// <param name="tokens">The part's tokens.</param>
    /// <param name="speech">The words that report it; null when nobody is said to say it.</param>
    /// <param name="before">The part before it.</param>
    /// <param name="link">What joins it to what stands before.</param>
    /// <param name="aside">Words within it that only report who says it.</param>
    public Part(Words words, Stretch tokens, SpeechFrame? speech, Part? before, string? link, Stretch aside = default)
    {
        (_words, Tokens, Speech, Before, Link) = (words, tokens, speech, before, link);
        Groups = VerbGroupFinder.Find(words, tokens.First, tokens.End);
        Groups.RemoveAll(g => aside.Covers(g.First));
        // "That they were ever there, X denies": the verb that carries it stands behind the clause told in front.
        Main = Cleft() is { } cleft ? cleft : IsFronted() ? Groups.FindLast(g => g.IsFinite) : Groups.Find(IsMain) ?? Groups.Find(g => g.IsFinite && !(IsSubjectless(g) && Groups.Exists(i => i.Mood == VerbMood.Infinitive)));
        var shared = Main is null || Main.First == Start && before is not null;
        Subject = Main is null ? default : shared && before is not null ? before.Subject : new Stretch(SubjectStart(), Main.First);
        SharesSubject = shared && before is not null;
    }

    public Stretch Tokens { get; }
    public SpeechFrame? Speech { get; }

    /// <summary>The part before it in the same sentence; null for the first.</summary>
    public Part? Before { get; }

    /// <summary>Word that joins it to what stands before: "when", "which", "and"; null for a main clause.</summary>
    public string? Link { get; }

    public List<VerbGroup> Groups { get; }

    /// <summary>The verb that carries it; null when it has none.</summary>
    public VerbGroup? Main { get; }

    /// <summary>Tokens of the subject, another part's when it is shared.</summary>
    public Stretch Subject { get; init; }

    public bool SharesSubject { get; }

    /// <summary>It is said in somebody's own words, between quotation marks.</summary>
    public bool Quoted { get; init; }

    /// <summary>It stands within another part, between subject and verb.</summary>
    public bool IsAside { get; init; }

    public bool IsRelative => Link is "which" or "who" or "whose" or "that";
    public int Start => Tokens.First;
    public int End => Tokens.End;

    /// <summary>Whether a word of a set stands in it.</summary>
    public bool Has(FrozenSet<string> set) => _words.Any(Start, End, set);

    /// <summary>Whether a word stands in it.</summary>
    public bool Has(string word) => At(word) >= 0;

    /// <summary>Where words stand in it one after another; -1 when they do not.</summary>
    public int At(params ReadOnlySpan<string> phrase)
    {
        for (var i = Start; i <= End - phrase.Length; i++)
        {
            var j = 0;
            while (j < phrase.Length && _words[i + j] == phrase[j])
            {
                j++;
            }
            if (j == phrase.Length)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Whether one of the phrases stands in it, words parted by spaces.</summary>
    public bool HasAny(string[][] phrases) => Array.Exists(phrases, p => At(p) >= 0);

    /// <summary>Auxiliary or verb with which the main verb begins, lower case; empty when there is none.</summary>
    public string Auxiliary => Main is null ? "" : _words[Main.First];

    /// <summary>"had done".</summary>
    public bool IsPluperfect => Auxiliary == "had" && Main!.End - Main.First > 1;

    /// <summary>"has done".</summary>
    public bool IsPerfect => Auxiliary is "has" or "have" && Main!.Head > Main.First;

    /// <summary>"It was on this beach that marines landed": the verb behind "that"; null in other parts.</summary>
    private VerbGroup? Cleft()
    {
        if (_words[Start] != "it" || _words[Start + 1] is not ("was" or "is"))
        {
            return null;
        }
        for (var i = Start + 3; i < Math.Min(Start + 16, End); i++)
        {
            if (_words[i] == "that" && _words[Start + 2] is "on" or "in" or "at" or "here" or "there" or "from" or "the" or "a" or "only" or "during" or "under")
            {
                return Groups.Find(g => g.IsFinite && g.First > i + 1);
            }
        }
        return null;
    }

    private bool IsFronted() => _words[Start] == "that" && Groups.FindAll(g => g.IsFinite) is [var first, _, ..] && first.First > Start + 1;

    /// <summary>"Captured soldiers to be swapped": a participle at the very beginning, which no subject can stand before.</summary>
    private bool IsSubjectless(VerbGroup group) => group.First == Start && Link is null && Before is null && Speech?.Rest.IsEmpty != false
        && group.End - group.First == 1 && VerbLexicon.OfParticiple(_words[group.Head]) is not null && _words[group.Head].EndsWith("ed", StringComparison.Ordinal);

    private bool IsMain(VerbGroup group)
    {
        if (!group.IsFinite || IsReduced(group) || IsSubjectless(group))
        {
            return false;
        }
        for (var i = group.First - 1; i >= Start && i >= group.First - 2; i--)
        {
            if (_words[i] is "who" or "which" or "that" && i > Start)
            {
                return false;
            }
        }
        if (IsInRelative(group) || IsInSubjectClause(group) || IsConditionAside(group))
        {
            return false;
        }
        // Behind a joint ("the yard where shells fell was") stands no main verb, unless the joint opens the part and a comma closes its clause.
        for (var i = group.First - 1; i > Start; i--)
        {
            if (_words[i] is "," && _words[i + 1] is not ("who" or "which"))
            {
                return true;
            }
            if (_words[i] is "when" or "after" or "before" or "while" or "where" or "if" or "unless" or "because" or "until" or "once" or "although" && !Groups.Any(g => g.IsFinite && g.First < i))
            {
                return false;
            }
        }
        return !(Joints.Contains(_words[Start]) && HasCommaBehind(group.End)) || Link is not null && Joints.Contains(Link);
    }

    /// <summary>"What is happening in Darfur could …", "Contrary to what was announced, …": the verb behind "what" is not the one that carries the part when another follows.</summary>
    private bool IsInSubjectClause(VerbGroup group)
    {
        for (var i = group.First - 1; i >= Start && i >= group.First - 4; i--)
        {
            if (_words[i] is "what" or "whatever" or "whoever" or "how" && i <= Start + 3)
            {
                return Groups.Exists(g => g.IsFinite && g.First > group.End);
            }
            if (_words[i] is ",")
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>", should it come,": a condition between commas.</summary>
    private bool IsConditionAside(VerbGroup group) =>
        _words[group.First] is "should" or "had" or "were" && group.First > Start + 1 && _words[group.First - 1] == "," && HasCommaBehind(group.End);

    /// <summary>The verb stands in a clause that a comma and a relative pronoun open and no comma has closed.</summary>
    private bool IsInRelative(VerbGroup group)
    {
        for (var i = group.First - 1; i > Start; i--)
        {
            if (_words[i] is "," or "--" or "–")
            {
                return _words[i + 1] is "who" or "which" or "whose" or "where" || _words[i + 2] is "which" or "whom" or "whose";
            }
        }
        return false;
    }

    /// <summary>"the women held in Gaza were": a participle that describes the subject of the verb behind it.</summary>
    private bool IsReduced(VerbGroup group)
    {
        if (group.First == Start && Link is null && VerbLexicon.OfParticiple(_words[group.Head]) is not null && group.End - group.First == 1 && HasCommaBehind(group.End))
        {
            return true;
        }
        if (group.Head > group.First || VerbLexicon.OfParticiple(_words[group.Head]) is null || group.Mood is not VerbMood.Asserted)
        {
            return false;
        }
        var next = Groups.Find(g => g.IsFinite && g.First > group.First);
        // Two finite verbs without a joint: the first describes a noun ("hostages set free would buy"), unless it reports ("said fighters fled").
        // "denied it had bombed": who denies, and what.
        if (next is null || Denying.Contains(group.Lemma) || next.First == group.End + 1 && _words[group.End] is "it" or "they" or "he" or "she" or "we" || !After.Contains(_words[group.End]) && (next.Head == next.First || Reporting.Contains(group.Lemma)))
        {
            return false;
        }
        for (var i = group.End; i < next.First; i++)
        {
            if (_words[i] is "," or ";" or "and" or "but" or "that" or "which" or "who" or "where" or "what" || Joints.Contains(_words[i]) && _words[i] is not "since" and not "as" and not "after" and not "before")
            {
                return false;
            }
        }
        return true;
    }

    private static readonly FrozenSet<string> Reporting = Lexicon.Set("saying");
    private static readonly FrozenSet<string> Denying = Lexicon.Set("denying");
    private static readonly FrozenSet<string> After = Words.Set("in at by on near from since with to under");

    private bool HasCommaBehind(int at)
    {
        for (var i = at; i < End; i++)
        {
            if (_words[i] == ",")
            {
                return Groups.Any(g => g.IsFinite && g.First > i);
            }
        }
        return false;
    }

    private static readonly FrozenSet<string> Joints = Words.Set("when after before while as since although though because once until if unless should had were provided only whereas");
}
