using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>Harm announced to press or to punish.</summary>
internal sealed class ThreatRules(Words words)
{
    private static readonly FrozenSet<string> UltimatumNouns = Words.Set("ultimatum threat message warning");
    private static readonly FrozenSet<string> AuthorPrepositions = Words.Set("by from");
    private static readonly FrozenSet<string> Suffered = Words.Set("pay suffer regret bleed weep");
    private static readonly FrozenSet<string> Restraining = Words.Set("end stop halt no against from truce ceasefire pause without week day days hours lull free");
    private static readonly FrozenSet<string> Yielding = Words.Set("leave get go quit clear surrender vacate withdraw hand lay comply pull evacuate disarm free release open move abandon depart yield submit give decide");
    private static readonly FrozenSet<string> Terms = Words.Set("minutes hours hour days day week weeks deadline");
    private static readonly FrozenSet<string> Until = Words.Set("until till");
    private static readonly FrozenSet<string> Deadly = Words.Set("sink drown behead burn torch scorch erase exterminate finish flay pulverise pulverize incinerate decapitate expel bleed choke blockade wreak unleash reduce rain regret rue");
    private static readonly string[][] Menaces = PhraseList.Of(
        "no safe place|no safe haven|nowhere to hide|nowhere is safe|not be safe|not sleep|not stop at|no quarter|not hesitate|know no rest|no peace for|no refuge|last warning|final warning|last chance|a target|are targets|be targets|be treated as occupiers|be treated as enemies|be treated as hostile|be considered hostile|come suddenly|ready to strike|ready to fire|ready to launch|finger on the trigger|fingers on the trigger|finger is on the trigger|on the trigger|stone unturned|an example of|in their graves|in his grave|in a coffin|in coffins|body bags|their turn|next in line|is next|are next|their own coffin|blood on|a graveyard|their graveyard|settle accounts|settle scores|will be short|no return|to ashes|into ashes|to dust|to rubble|into rubble|back to the stone age|beyond imagination|never before seen|like never before|face hell|all hell|open season");
    private static readonly FrozenSet<string> Harm = Lexicon.Set("harm");
    private static readonly FrozenSet<string> HarmWords = Lexicon.Set("harmword");
    private static readonly FrozenSet<string> Threats = Words.Set("threat threats ultimatum");
    private static readonly FrozenSet<string> ThreateningSpeech = Words.Set("threaten growl thunder");
    private static readonly FrozenSet<string> Vows = Words.Set("vow swear promise pledge threaten resolve");
    private static readonly string[][] ThreatIdioms = PhraseList.Of("fair game|legitimate target|legitimate targets|next on|will be next|at their own risk|at its own risk|at their own peril|at his peril|will regret|will pay|gates of hell|will not be spared|know no mercy|no stone standing|risk being|days are numbered|ring of fire|ringed with fire|have been warned|within our range|in our sights|in our crosshairs|teach them a lesson|no one will be safe|crushing response|harsh response|decisive response|painful response|firm response|severe response|devastating response|overwhelming response|heavy price|high price|dear price|serious consequences|grave consequences|severe consequences|dire consequences|hell to pay|will feel|will taste|shall feel|shall taste|will sink|will answer for|go unanswered|go unpunished|come for them|come for you|come for him|will rue|shall rue|will burn|shall burn|cease to exist|wiped off|pay the price|bear the consequences|face the consequences|in flames|through alive|out alive|alive again|met with force|response in kind|nobody will be safe");

    /// <summary>Harm announced to press or to punish.</summary>
    public Assertion? Threat(Part part)
    {
        var main = part.Main;
        var speech = part.Speech;
        if (main is { Lemma: "threaten" or "menace", Mood: VerbMood.Asserted, Negated: false, Passive: false } && !part.IsRelative)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threatening-verb", 0.85) with { SubjectSpeaks = true };
        }
        if (main is { Lemma: "reserve" } && (part.Has("right") || part.Has("options")) || main is { Lemma: "put" } && part.At("on", "notice") > 0 || main is { Lemma: "serve" } && part.Has("notice") || part.At("with", "a", "threat") >= 0 || part.At("with", "threats") >= 0)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-noun", 0.8) with { SubjectSpeaks = true };
        }
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false } && (main.Lemma is "issue" or "deliver" or "give" or "set" or "make" && part.Has(Threats) || Vows.Contains(main.Lemma) && HasHarm(part, main)))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "vowed-harm", 0.8) with { SubjectSpeaks = true };
        }
        // "gave the garrison three days to leave, failing which …".
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false, Lemma: "give" or "set" or "hand" or "grant" } && (part.At("failing", "which") >= 0 || part.At("or", "face") >= 0 || part.At("or", "else") >= 0 || part.At("or", "be") >= 0 || part.Has("deadline") && part.Has("or")))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "term-set", 0.75) with { SubjectSpeaks = true };
        }
        // "gave the people of the town 48 hours to get out", "have until noon to leave".
        if (main is { Mood: VerbMood.Asserted, Negated: false, Lemma: "give" or "set" or "hand" or "grant" or "have" or "allow" or "leave" }
            && part.Groups.Find(g => g.Mood == VerbMood.Infinitive && g.First >= main.End && Yielding.Contains(g.Lemma)) is { } yield && (words.Any(main.End, yield.First, Terms) || words.Any(main.End, yield.First, Until)))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "term-set", 0.75) with { SubjectSpeaks = main is { Passive: false } && main.Lemma != "have" };
        }
        if ((speech is not null || part.Quoted) && main is not null && (main.Mood is VerbMood.Would or VerbMood.Obligation || main.Lemma is "be" or "risk") && !(speech is { Verb: "fear" or "predict" }) && part.HasAny(ThreatIdioms))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-idiom", 0.7);
        }
        // "There is no safe place for them", "we may come one night": words that only threaten.
        if ((speech is { Verb: not ("fear" or "predict" or "believe" or "estimate" or "report" or "learn" or "hear") } || part.Quoted) && part.HasAny(Menaces) && !Observed(part))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "menace", 0.65);
        }
        // "told the monks to clear the pagoda or see it bombed"; "Leave or die".
        if (part.Link != ":" && part.Has("or") && (speech is { Verb: "tell" or "order" or "warn" or "instruct" } || VerbLexicon.OfBase(words[part.Start]) is not null && !words.IsCapital(part.Start + 1)) && OrElse(part))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "or-else", 0.7);
        }
        // "warned that vessels would be sunk": an attack that is announced, by whoever has a part in it.
        if ((speech is { Verb: not ("fear" or "predict" or "believe" or "estimate" or "report" or "learn" or "hear" or "expect" or "hope") } || part.Quoted) && !Observed(part) && Announces(part) is { Negated: false } deed && HarmTo(part, deed))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "announced-attack", 0.65);
        }
        // "If one hair is harmed, the tribe will burn the pipelines."
        if (part.Speech is null && (words[part.Start] is "if" or "unless" or "should") && part.Groups.Find(g => words[g.First] is "will" or "shall") is { Negated: false, Passive: false } revenge && Harm.Contains(revenge.Lemma))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "harm-if", 0.6);
        }
        // "said it would bomb any plane", "anyone who … will lose a hand": harm announced by the one who would do it.
        if (speech is { Verb: not ("fear" or "predict" or "believe" or "estimate" or "report" or "learn" or "hear") } && main is { Negated: false } && (main.Mood is VerbMood.Would || words[main.First] is "will" or "'ll" or "shall") && !part.Has("if")
            && (Harm.Contains(main.Lemma) && !main.Passive && main.Lemma is not ("cut" or "march" or "level" or "fire" or "launch" or "hang") && words[part.Subject.First] is "it" or "they" or "we" or "he" or "she" or "i" || words[part.Start] is "whoever" || words[part.Start] is "anyone" or "everyone" or "those" && words[part.Start + 1] is "who" or "seen" or "caught" or "found"))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "own-harm", 0.75);
        }
        var threatening = part.At("threatening") is var at && at > part.Start && words[at - 1] is not ("is" or "are" or "was" or "were") ? at : -1;
        if (threatening > 0)
        {
            var from = main is not null && main.End < threatening ? main.End + (words[main.End] is "of" or "out" or "about" ? 1 : 0) : part.Start;
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-participle", 0.75) with { Tokens = new(from, part.End) };
        }
        if (part.Before is { Main: null } header && part.Link == ":" && words.Any(header.Start, header.End, UltimatumNouns))
        {
            var by = words.Find(header.Start, header.End, AuthorPrepositions);
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "ultimatum", 0.75) with { Who = by < 0 ? default : new(by + 1, header.End) };
        }
        if ((VerbLexicon.OfBase(words[part.Start]) is not null && part.Groups.TrueForAll(g => g.First > part.Start + 1 || !g.IsFinite) || words[part.Start] == "do" && words[part.Start + 1] == "not") && part.Has("or") && speech is not null)
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "imperative", 0.7);
        }
        var future = main is not null && (main.Mood is VerbMood.Would or VerbMood.Obligation) && words[main.First] is not ("must" or "is" or "are" or "was" or "were");
        if (speech is not null && (ThreateningSpeech.Contains(speech.Verb) || speech.Verb is "warn" && (speech.Who.IsEmpty || future && main!.Lemma != "be" && words[main.First] is "will" || future && Harm.Contains(main!.Lemma))) && (future || speech.Verb == "threaten"))
        {
            return Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-spoken", 0.75);
        }
        if (!future || main!.Negated && !part.Has("mercy"))
        {
            return null;
        }
        var harmful = part.Has(HarmWords) || Harm.Contains(main.Lemma) && main.Lemma is not ("march" or "fire" or "level" or "cut" or "launch" or "seize" or "shoot" or "blow" or "sink" or "raid" or "strike") || main.Lemma == "pay" && part.Has("for");
        var military = speech is not null && part.Has("if") && (main.Lemma is "march" or "strike" or "fire" or "respond" or "retaliate" or "return" or "attack" or "advance" or "move" && part.Has("in") || main.Lemma == "put" && part.Has("troops")) && !main.Negated
            || main.Lemma is "retaliate" or "avenge" or "march" or "respond" && !main.Negated && speech is not null;
        var speaks = speech is not null || part.Quoted;
        return (harmful && speaks && !(speech is { Verb: "fear" or "believe" or "predict" }) && part.Has("would") is var would && (!would || part.Has("if") || part.Has("put") || part.Has("wiped") || speech?.Verb is "threaten")) || military
            ? Assertion.Of(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "announced-harm", 0.7) : null;
    }

    /// <summary>Who says it only watches.</summary>
    private bool Observed(Part part) => part.Speech is { Who.IsEmpty: false } speech && words.Any(speech.Who.First, speech.Who.End, ModeVocabulary.Observers);

    /// <summary>The verb of what is announced: with "will", "would", "shall", "is going to"; null when nothing is.</summary>
    private VerbGroup? Announces(Part part) => part.Groups.Find(g => g.IsFinite && (words[g.First] is "will" or "'ll" or "shall" or "would" || words[g.First].EndsWith("'ll", StringComparison.Ordinal)));

    /// <summary>Whether an announced deed is an attack or takes away life, ways or home.</summary>
    private bool HarmTo(Part part, VerbGroup deed)
    {
        if (Harm.Contains(deed.Lemma) && deed.Lemma is not ("cut" or "march" or "level" or "fire" or "launch" or "hang" or "end") || Deadly.Contains(deed.Lemma))
        {
            return true;
        }
        var end = part.Groups.Find(g => g.IsFinite && g.First > deed.End)?.First ?? part.End;
        return DeedClass.Of(words, deed, deed.Passive ? part.Start : deed.First, end)?.StartsWith("assault", StringComparison.Ordinal) == true && deed.Lemma is not ("be" or "hold" or "take" or "enter" or "lose" or "fall" or "continue" or "win" or "secure" or "come" or "return" or "report" or "open");
    }

    /// <summary>"or see it bombed", "or die", "or face the consequences".</summary>
    private bool OrElse(Part part)
    {
        var or = part.At("or");
        return words[or + 1] is "see" or "die" or "face" or "be" or "perish" or "risk" or "watch" or "suffer" or "burn" or "else" or "lose" or "bear" or "meet" or "starve" or "hang";
    }

    private bool HasHarm(Part part, VerbGroup main)
    {
        var infinitive = part.Groups.Find(g => g.First >= main.End && g.Mood == VerbMood.Infinitive);
        if (infinitive is null || infinitive.Negated)
        {
            return main.Lemma is "vow" or "swear" or "threaten" or "promise" && (part.Has(HarmWords) || Enumerable.Range(main.End, Math.Max(0, part.End - main.End)).Any(i => DeedLexicon.OfNoun(words[i])?.StartsWith("assault", StringComparison.Ordinal) == true && !words.Any(main.End, i, Restraining)));
        }
        return infinitive.Lemma == "make" && words.Any(infinitive.End, part.End, Suffered) || Harm.Contains(infinitive.Lemma) && infinitive.Lemma is not ("silence" or "cut") || infinitive.Lemma is "go" or "continue" or "keep" or "fight" && part.Has("fighting") || infinitive.Lemma == "fight" && !part.Has("corruption") || part.Has(HarmWords);
    }
}
