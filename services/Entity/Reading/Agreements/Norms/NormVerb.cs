using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>The verb of a norm with what governs it.</summary>
/// <param name="First">First word.</param>
/// <param name="Head">The deed.</param>
/// <param name="End">One past the deed.</param>
/// <param name="Lemma">Its infinitive.</param>
internal sealed record NormVerb(int First, int Head, int End, string Lemma)
{
    private static readonly FrozenSet<string> Modals = Words.Set("shall must will should may cannot can");
    private static readonly FrozenSet<string> Bindings = Words.Set(
        "undertake undertakes agree agrees agreed pledge pledges commit commits promise promises vow vows resolve resolves undertook pledged promised oblige obliged");
    private static readonly FrozenSet<string> Requests = Words.Set("upon on requests request urges urge invites invite asks ask obliges oblige requires require instructs");
    private static readonly FrozenSet<string> Phases = Words.Set("begin start continue proceed");
    private static readonly FrozenSet<string> Adverbs = Words.Set(
        "also immediately fully forthwith jointly hereby at once together strictly themselves itself each both further henceforth not never under any circumstances only then thereby : in no case");
    private static readonly FrozenSet<string> Declaring = Words.Set("reaffirm reaffirms declare declares recognise recognises recognize recognizes affirm affirms acknowledge acknowledges emphasise emphasize confirm confirms welcome welcomes express expresses reiterate reiterates");

    public bool Passive { get; init; }

    public bool Negated { get; init; }

    public bool Allowed { get; init; }

    public bool Declares { get; init; }

    /// <summary>The verb group that begins at a word; null when none does.</summary>
    public static NormVerb? At(ProvisionText text, int i)
    {
        var word = text[i];
        if (Modals.Contains(word))
            return AfterModal(text, i, i + 1, word);
        if (word is "is" or "are" or "has" or "have")
            return AfterBe(text, i);
        if (Bindings.Contains(word) && i > 0)
            return AfterBinding(text, i);
        if (word == "to" && text[i - 1] is not ("agree" or "according") && LegalRequest(text, i))
            return Deed(text, i, i + 1, negated: text[i - 1] == "not");
        return null;
    }

    /// <summary>A present of a known verb at a word, which speaks of a duty in a text that is one of duties; null when there is none.</summary>
    public static NormVerb? PresentAt(ProvisionText text, int i)
    {
        var word = text[i];
        if (word is "is" or "are" && text[i + 1] is var next && (next is "not" ? text[i + 2] : next) is { } participle && LegalVerbs.OfParticiple(participle) is { } passive and not "be")
        {
            var head = next is "not" ? i + 2 : i + 1;
            return new NormVerb(i, head, head + 1, passive) { Passive = true, Negated = next is "not" };
        }
        if (Declaring.Contains(word) && i > 0 && text.Find(i, i + 5, w => w is "following" or "follows" or ":") < 0)
            return new NormVerb(i, i, i + 1, "declare") { Declares = true };
        if (i == 0 || text[i - 1] is "the" or "a" or "an" or "of" or "to" or "in" or "for" or "and" or "or" or "its" or "their" or "all" or "no" or "by" or "with" or "any" or "each" or "," or "from" or "on")
            return null;
        var plural = text[i - 1].EndsWith('s') && text[i - 1] is not ("this" or "its") || text[i - 1] is "personnel" or "police" or "fully" or "both" || text.Find(0, i, w => w is "and" || (w.Length > 4 && w[^1] == 's' && w[^2] != 's')) >= 0;
        if (plural && LegalVerbs.IsBase(word) && word is not ("force" or "report" or "set" or "fire" or "be" or "limit"))
            return new NormVerb(i, i, i + 1, word);
        return LegalVerbs.OfThird(word) is { } third and not ("be" or "report" or "force" or "point") && !Follows(text, i) ? new NormVerb(i, i, i + 1, third) : null;
    }

    /// <summary>"steps taken", "lines of": a third person is followed by its object, a place or the end, not by "of".</summary>
    private static bool Follows(ProvisionText text, int i) => text[i + 1] is "of" or "and" or "," or "are" or "is" or "shall" or "which" || i + 1 >= text.Count && text[i - 1] is not "it";

    private static NormVerb? AfterModal(ProvisionText text, int first, int i, string modal)
    {
        var negated = modal == "cannot";
        i = Skip(text, i, ref negated);
        var allowed = modal is "may" or "can" && !negated;
        if (text[i] == "be" || (text[i] == "have" && text[i + 1] == "been"))
            return AfterInfinitiveBe(text, first, text[i] == "be" ? i + 1 : i + 2, negated, allowed);
        var deed = Deed(text, first, i, negated);
        return deed is null ? null : deed with { Allowed = allowed && !deed.Negated };
    }

    private static NormVerb? AfterInfinitiveBe(ProvisionText text, int first, int i, bool negated, bool allowed)
    {
        i = Skip(text, i, ref negated);
        switch (text[i])
        {
            case "prohibited" or "forbidden" or "barred" or "banned":
                return text[i + 1] is "from" or "to" && text.IsWord(i + 2) && text[i + 2] is not ("the" or "all" or "both" or "each")
                    ? Deed(text, first, i + 2, negated: true) : new NormVerb(first, i, i + 1, "prohibit") { Passive = true, Negated = true };
            case "obliged" or "required" or "bound" or "committed" or "requested" or "called" when text[i + 1] is "to" or "upon":
                return Deed(text, first, i + 2, text[i + 1] == "upon" && negated);
            case "allowed" or "permitted" or "entitled" or "authorised" or "authorized" or "free" when text[i + 1] == "to":
                return Deed(text, first, i + 2, negated) is { } deed ? deed with { Allowed = !negated } : null;
            case "responsible" when text[i + 1] == "for":
                return new NormVerb(first, i + 2, i + 3, text[i + 2].EndsWith("ing", StringComparison.Ordinal) ? Gerund(text[i + 2]) : "ensure");
            case "free" when text[i + 1] is "of" or "from":
                return new NormVerb(first, i, i + 2, "prohibit") { Negated = true };
            case "no":
                return new NormVerb(first, i - 1, i, "prohibit") { Negated = true };
        }
        if (LegalVerbs.LooksLikeParticiple(text[i]))
            return new NormVerb(first, i, i + 1, LegalVerbs.OfParticiple(text[i]) ?? text[i]) { Passive = true, Negated = negated, Allowed = allowed };
        return new NormVerb(first, i - 1, i, "be") { Negated = negated, Allowed = allowed };
    }

    private static NormVerb? AfterBe(ProvisionText text, int i)
    {
        var word = text[i];
        var negated = false;
        var next = Skip(text, i + 1, ref negated);
        if (text[next] == "to" && (word is "is" or "are" || LegalVerbs.IsBase(text[next + 1]) || text[next + 1] == "be"))
        {
            next = Skip(text, next + 1, ref negated);
            return text[next] == "be" ? AfterInfinitiveBe(text, i, next + 1, negated, allowed: false) : Deed(text, i, next, negated);
        }
        if (word is "is" or "are" && text[next] is "prohibited" or "forbidden" or "barred" or "banned" or "obliged" or "required" or "bound" or "committed" or "entitled"
            or "allowed" or "permitted" or "authorised" or "authorized" or "responsible")
            return AfterInfinitiveBe(text, i, next, negated, allowed: false);
        // "have agreed to withdraw"
        return word is "has" or "have" && Bindings.Contains(text[next]) ? AfterBinding(text, next) is { } bound ? bound with { First = i } : null : null;
    }

    private static NormVerb? AfterBinding(ProvisionText text, int i)
    {
        var negated = false;
        var next = Skip(text, i + 1, ref negated);
        if (text[next] != "to" || text[next + 1] is "the" or "a" or "this" or "these" or "an")
            return null;
        next = Skip(text, next + 1, ref negated);
        return text[next] == "be" ? AfterInfinitiveBe(text, i, next + 1, negated, allowed: false) : Deed(text, i, next, negated);
    }

    /// <summary>"Calls upon Israel and Lebanon to …", "Requests the Secretary-General to …".</summary>
    private static bool LegalRequest(ProvisionText text, int to)
    {
        for (var i = to - 1; i >= 0 && i > to - 16; i--)
        {
            if (text[i] is "," or ";" or ":")
                return false;
            if (Requests.Contains(text[i]) && (text[i] is not ("upon" or "on") || text[i - 1] is "calls" or "call"))
                return true;
        }
        return false;
    }

    private static NormVerb? Deed(ProvisionText text, int first, int i, bool negated)
    {
        i = Skip(text, i, ref negated);
        while (text[i] is not "fly" && text[i].EndsWith("ly", StringComparison.Ordinal) && !LegalVerbs.IsBase(text[i]))
            i++;
        if (!text.IsWord(i))
            return null;
        if (text[i] == "be")
            return AfterInfinitiveBe(text, first, i + 1, negated, allowed: false);
        if (Phases.Contains(text[i]) && text[i + 1] == "to" && text.IsWord(i + 2))
            return new NormVerb(first, i + 2, i + 3, text[i + 2]) { Negated = negated };
        if (text[i] is "refrain" or "abstain" or "desist")
            return new NormVerb(first, i, text[i + 1] == "from" ? i + 2 : i + 1, "refrain");
        var lemma = LegalVerbs.IsBase(text[i]) ? text[i] : text[i].EndsWith("ing", StringComparison.Ordinal) ? Gerund(text[i]) : text[i];
        if (Declaring.Contains(lemma) && lemma is not ("declare" or "welcome"))
            return new NormVerb(first, i, i + 1, lemma) { Declares = true };
        // "shall order and enforce": one deed told by two verbs.
        var head = text[i + 1] is "and" or "or" && LegalVerbs.IsBase(text[i + 2]) && text[i + 3] is "the" or "a" or "an" or "all" or "any" or "its" or "their" ? i + 2 : i;
        return new NormVerb(first, i, head + 1, lemma) { Negated = negated || (text[head + 1] == "no" && text[head + 2] is not ("later" or "more" or "less" or "longer")) };
    }

    private static int Skip(ProvisionText text, int i, ref bool negated)
    {
        while (Adverbs.Contains(text[i]) || (text[i] == "," && Adverbs.Contains(text[i + 1])) || (text[i] == "," && Adverbs.Contains(text[i - 1])))
        {
            negated |= text[i] is "not" or "never" || (text[i] == "no" && text[i + 1] == "case");
            if (text[i] is "no" && text[i + 1] != "case" || text[i] is "in" && text[i + 1] != "no" || text[i] is "under" && text[i + 1] != "any")
                break;
            i++;
        }
        return i;
    }

    private static string Gerund(string word)
    {
        var stem = word[..^3];
        return LegalVerbs.IsBase(stem) ? stem : LegalVerbs.IsBase(stem + "e") ? stem + "e" : stem.Length > 2 && LegalVerbs.IsBase(stem[..^1]) ? stem[..^1] : stem;
    }
}
