using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>What takes the plain truth from a part: threat, condition, denial, plan, promise, doubt, negation.</summary>
internal sealed partial class ModeRules(Words words, EntityIndex index, DateOnly reference)
{
    private static readonly FrozenSet<string> UltimatumThreatWords = Words.Set("ultimatum threat message warning");
    private static readonly FrozenSet<string> ByFromWords = Words.Set("by from");
    private static readonly FrozenSet<string> IfUnlessWords = Words.Set("if unless");
    private static readonly FrozenSet<string> ConsentAgreementWords = Words.Set("consent agreement agree agreed readiness ready willing willingness support offered accept accepted");
    private static readonly FrozenSet<string> AccessEntryWords = Words.Set("access entry passage permission");
    private static readonly FrozenSet<string> PrescribesProvidesWords = Words.Set("prescribes provides demands requires stipulates agreed promised pledged");
    private static readonly FrozenSet<string> HaveBeenWords = Words.Set("have been");
    private static readonly FrozenSet<string> ThatWords = Words.Set("that");
    private static readonly FrozenSet<string> ConcernedConcernsWords = Words.Set("concerned concerns binds bound applies");
    private static readonly FrozenSet<string> Suffered = Words.Set("pay suffer regret bleed weep");
    private static readonly FrozenSet<string> Stops = Words.Set("end stop halt no against from truce ceasefire pause");
    private static readonly FrozenSet<string> Pauses = Words.Set("truce ceasefire cease-fire pause moratorium armistice");
    private static readonly FrozenSet<string> Ends = Words.Set("end collapse over dead void breach violation that");
    private static readonly FrozenSet<string> Firing = Words.Set("truce ceasefire cease-fire firing fire guns hostilities");
    private static readonly FrozenSet<string> Pledges = Words.Set("pledge pledges promise promises commitment commitments undertaking undertakings assurance assurances guarantee guarantees vow word");
    private static readonly FrozenSet<string> Happening = Words.Set("invasion attack offensive strike assault war collapse escalation incursion operation withdrawal vacuum");
    private static readonly FrozenSet<string> Likely = Words.Set("possible likely unlikely conceivable plausible probable thinkable doubtful improbable liable apt feared imaginable");
    private static readonly FrozenSet<string> Whether = Words.Set("whether if");
    private static readonly FrozenSet<string> Open = Words.Set("clear unclear uncertain unknown unsure doubtful open question questionable");
    private static readonly FrozenSet<string> Harm = Lexicon.Set("harm");
    private static readonly FrozenSet<string> HarmWords = Lexicon.Set("harmword");
    private static readonly FrozenSet<string> Promising = Lexicon.Set("promising");
    private static readonly FrozenSet<string> Denying = Lexicon.Set("denying");
    private static readonly FrozenSet<string> Rejecting = Lexicon.Set("rejecting");
    private static readonly FrozenSet<string> Charges = Lexicon.Nouns("charge");
    private static readonly FrozenSet<string> Accusing = Lexicon.Set("accusing");
    private static readonly FrozenSet<string> Demanding = Lexicon.Set("demanding");
    private static readonly FrozenSet<string> Planning = Lexicon.Set("planning");
    private static readonly FrozenSet<string> Suspecting = Lexicon.Set("suspecting");
    private static readonly FrozenSet<string> Doubtful = Lexicon.Set("doubtadverb");
    private static readonly FrozenSet<string> Restraint = Lexicon.Set("restraint");
    private static readonly FrozenSet<string> Observers = Lexicon.Nouns("observer");
    private static readonly FrozenSet<string> PlanHeaders = Lexicon.Nouns("planheader");
    private static readonly FrozenSet<string> Phases = Lexicon.Set("phase");
    private static readonly FrozenSet<string> Figures = Lexicon.Nouns("figure");
    private static readonly FrozenSet<string> Threats = Words.Set("threat threats ultimatum");
    private static readonly FrozenSet<string> Nothing = Words.Set("no none nobody nothing neither never nowhere");
    private static readonly FrozenSet<string> Speakers = Words.Set("threaten growl thunder");
    private static readonly FrozenSet<string> Vows = Words.Set("vow swear promise pledge threaten resolve");
    private static readonly FrozenSet<string> Papers = Words.Set("deal agreement pact accord plan memorandum measures truce terms treaty protocol roadmap document minsk resolution paper framework");
    private static readonly FrozenSet<string> Giving = Words.Set("accept move withdraw pull leave return sign keep hold lay hand release free allow let stop cease observe respect honour lift reopen open remain send go stay disarm decommission give vacate halt join resume talk end rejoin");

    private static readonly string[][] Conditionals = Phrases(
        "on condition|in the event|as long as|so long as|only after|only if|only once|only when|not before|not until|provided that|dependent on|conditional on|depends on|depend on|hinges on|in exchange for|in return for|or not at all|contingent on|except if|assuming that|in case of|in the case of|in case|even if|on the understanding|subject to");

    private static readonly string[][] Lies = Phrases("a lie|not true|untrue|a fabrication|an invention|pure invention|false|nonsense|it was the other side|was the other side|not us|not i|not ours|no breach|by mistake|lay elsewhere|had been elsewhere|miles away|nothing to do with|none of our|knew nothing|knows nothing|a provocation|propaganda|fake|baseless|groundless|fiction|staged|, not");

    private static readonly string[][] ThreatIdioms = Phrases("fair game|legitimate target|legitimate targets|next on|will be next|at their own risk|at its own risk|at their own peril|at his peril|will regret|will pay|gates of hell|will not be spared|know no mercy|no stone standing|risk being|days are numbered|ring of fire|ringed with fire|have been warned|within our range|in our sights|in our crosshairs|teach them a lesson|no one will be safe|crushing response|harsh response|decisive response|painful response|firm response|severe response|devastating response|overwhelming response|heavy price|high price|dear price|serious consequences|grave consequences|severe consequences|dire consequences|hell to pay|met with force|response in kind|nobody will be safe");

    /// <summary>Words that say that something fell short.</summary>
    private static readonly string[][] Short = Phrases("nowhere near|yet to|in vain|to no avail|has still to|have still to|it is not the case");

    private static readonly string[][] Plans = Phrases(
        "under consideration|on the agenda|has in mind|have in mind|had in mind|its eyes on|their eyes on|working on|getting ready|set for|due to|due in|due on|slated for|slated to|about to|is the aim|the aim is|aim to|aim is|'s aim|under discussion|on the table|in the works|gearing up|in preparation|plan is|plans are|on the cards|set to|going to|patrol plan|looking to|is scheduled|pencilled in|planned for|scheduled for|earmarked for|down for|supposed to|meant to|looking into|look into|thinking of|toying with|lined up|readied for|poised to|in the pipeline|drawn up|bound for talks|slotted for|mapped out");

    private static string[][] Phrases(string list) => [.. list.Split('|').Select(p => p.Split(' '))];

    /// <summary>Harm announced to press or to punish.</summary>
    public Assertion? Threat(Part part)
    {
        var main = part.Main;
        var speech = part.Speech;
        if (main is { Lemma: "threaten" or "menace", Mood: VerbMood.Asserted, Negated: false, Passive: false } && !part.IsRelative)
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threatening-verb", 0.85) with { SubjectSpeaks = true };
        }
        if (main is { Lemma: "reserve" } && part.Has("right") || part.At("with", "a", "threat") >= 0 || part.At("with", "threats") >= 0)
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-noun", 0.8) with { SubjectSpeaks = true };
        }
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false } && (main.Lemma is "issue" or "deliver" or "give" or "set" or "make" && part.Has(Threats) || Vows.Contains(main.Lemma) && HasHarm(part, main)))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "vowed-harm", 0.8) with { SubjectSpeaks = true };
        }
        // "gave the garrison three days to leave, failing which …".
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false, Lemma: "give" or "set" or "hand" or "grant" } && (part.At("failing", "which") >= 0 || part.At("or", "face") >= 0 || part.At("or", "else") >= 0 || part.At("or", "be") >= 0 || part.Has("deadline") && part.Has("or")))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "term-set", 0.75) with { SubjectSpeaks = true };
        }
        if ((speech is not null || part.Quoted) && main is not null && (main.Mood is VerbMood.Would or VerbMood.Obligation || main.Lemma is "be" or "risk") && !(speech is { Verb: "fear" or "predict" }) && HasAny(part, ThreatIdioms))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-idiom", 0.7);
        }
        // "said it would bomb any plane", "anyone who … will lose a hand": harm announced by the one who would do it.
        if (speech is { Verb: not ("fear" or "predict" or "believe" or "estimate" or "report" or "learn" or "hear") } && main is { Negated: false } && (main.Mood is VerbMood.Would || words[main.First] is "will" or "'ll" or "shall") && !part.Has("if")
            && (Harm.Contains(main.Lemma) && !main.Passive && main.Lemma is not ("cut" or "march" or "level" or "fire" or "launch" or "hang") && words[part.Subject.First] is "it" or "they" or "we" or "he" or "she" or "i" || words[part.Start] is "anyone" or "whoever" or "everyone" or "those" && words[part.Start + 1] is "who" or "seen" or "caught" or "found"))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "own-harm", 0.75);
        }
        var threatening = part.At("threatening") is var at && at > part.Start && words[at - 1] is not ("is" or "are" or "was" or "were") ? at : -1;
        if (threatening > 0)
        {
            var from = main is not null && main.End < threatening ? main.End + (words[main.End] is "of" or "out" or "about" ? 1 : 0) : part.Start;
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-participle", 0.75) with { Tokens = new(from, part.End) };
        }
        if (part.Before is { Main: null } header && part.Link == ":" && words.Any(header.Start, header.End, UltimatumThreatWords))
        {
            var by = words.Find(header.Start, header.End, ByFromWords);
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "ultimatum", 0.75) with { Who = by < 0 ? default : new(by + 1, header.End) };
        }
        if (VerbLexicon.OfBase(words[part.Start]) is not null && part.Has("or") && speech is not null && part.Groups.TrueForAll(g => g.First > part.Start + 1 || !g.IsFinite))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "imperative", 0.7);
        }
        var future = main is not null && (main.Mood is VerbMood.Would or VerbMood.Obligation) && words[main.First] is not ("must" or "is" or "are" or "was" or "were");
        if (speech is not null && (Speakers.Contains(speech.Verb) || speech.Verb is "warn" && (speech.Who.IsEmpty || future && main!.Lemma != "be" && words[main.First] is "will" || future && Harm.Contains(main!.Lemma))) && (future || speech.Verb == "threaten"))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "threat-spoken", 0.75);
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
            ? Make(ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened, "announced-harm", 0.7) : null;
    }

    private bool HasHarm(Part part, VerbGroup main)
    {
        var infinitive = part.Groups.Find(g => g.First >= main.End && g.Mood == VerbMood.Infinitive);
        if (infinitive is null || infinitive.Negated)
        {
            return main.Lemma is "vow" or "swear" or "threaten" or "promise" && (part.Has(HarmWords) || Enumerable.Range(main.End, Math.Max(0, part.End - main.End)).Any(i => DeedLexicon.OfNoun(words[i])?.StartsWith("assault", StringComparison.Ordinal) == true && !words.Any(main.End, i, Stops)));
        }
        return infinitive.Lemma == "make" && words.Any(infinitive.End, part.End, Suffered) || Harm.Contains(infinitive.Lemma) && infinitive.Lemma is not ("silence" or "cut") || infinitive.Lemma is "go" or "continue" or "keep" or "fight" && part.Has("fighting") || infinitive.Lemma == "fight" && !part.Has("corruption") || part.Has(HarmWords);
    }

    /// <summary>"denied", "rejected the charge", "ruled out that", "called it a lie", "will not admit".</summary>
    public Assertion? DenialByVerb(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            return null;
        }
        var active = main is { Mood: VerbMood.Asserted, Passive: false };
        if (active && Accusing.Contains(main.Lemma))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Accuse, AssertionMode.Asserted, "accusing-verb", 0.8) with { SubjectSpeaks = true };
        }
        if (active && (Demanding.Contains(main.Lemma) || main.Lemma == "call" && words[main.End] is "on" or "for" && !words.Any(part.Subject.First, part.Subject.End, Papers)))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Demand, AssertionMode.Asserted, "demanding-verb", 0.75) with { SubjectSpeaks = true };
        }
        // "put the number at ten": a figure is the subject's, and a standing one.
        if (active && !main.Negated && main.Lemma is "put" or "estimate" or "set" or "place" && words.Any(main.End, Math.Min(main.End + 4, part.End), Figures) && part.At("at") > main.End)
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Asserted, "figure-put", 0.7) with { SubjectSpeaks = true };
        }
        var access = words.Any(main.End, Math.Min(main.End + 5, part.End), AccessEntryWords);
        if (active && !main.Negated && Denying.Contains(main.Lemma) && !access)
        {
            return Make(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "denying-verb", 0.85) with { SubjectSpeaks = true };
        }
        if (active && !main.Negated && Rejecting.Contains(main.Lemma))
        {
            return Make(ClaimKind.Denial, part.Has(Charges) || words[main.End] is "that" ? ClaimClasses.DenyEvent : ClaimClasses.Refuse, AssertionMode.Negated, "rejecting-verb", 0.8) with { SubjectSpeaks = true };
        }
        // What experts or monitors call untrue is a finding of theirs.
        if (active && main.Lemma is "call" or "brand" && HasAny(part, Lies) && words.Any(part.Subject.First, part.Subject.End, Observers))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "called-untrue", 0.75) with { SubjectSpeaks = true };
        }
        if (active && (main.Lemma == "rule" && words[main.End] == "that" && main.Particle == "out" || main.Lemma == "wash" || main.Lemma is "call" or "brand" && HasAny(part, Lies)))
        {
            return Make(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "ruled-out", 0.8) with { SubjectSpeaks = true };
        }
        // "distanced itself from the attack", "contests it", "put it down to thieves", "blamed others for it".
        if (active && !main.Negated && (main.Lemma == "distance" || main.Lemma is "contest" or "dispute" && (words[main.End] is "it" or "this" or "that" || part.Has(Charges)) || main.Lemma == "put" && words[main.End] is "it" or "this" or "that" && part.At("down", "to") >= 0 || main.Lemma is "shrug" or "play" or "laugh" && part.Has(Charges)))
        {
            return Make(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "distancing", 0.75) with { SubjectSpeaks = true };
        }
        if (main is { Passive: false, Lemma: "refuse" or "decline" } && active && part.Groups.Exists(g => g.First >= main.End && g.Mood == VerbMood.Infinitive && g.Lemma is not "comment"))
        {
            return Make(ClaimKind.Denial, ClaimClasses.Refuse, AssertionMode.Negated, "refusing-verb", 0.75) with { SubjectSpeaks = true };
        }
        return main.Negated && main.Lemma is "admit" or "acknowledge" or "concede"
            ? Make(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "no-admission", 0.75) with { SubjectSpeaks = true } : null;
    }

    /// <summary>What is intended, due, expected or prepared.</summary>
    public Assertion? Plan(Part part)
    {
        var main = part.Main;
        var infinitive = part.Groups.Find(g => g.Mood == VerbMood.Infinitive);
        if (main is null && part is { Link: ":", Before: { Main: null } header } && words.Any(header.Start, header.End, PlanHeaders))
        {
            return Make(ClaimKind.Statement, DutyOrDeed(header), AssertionMode.Planned, "plan-entry", 0.6) with { Tokens = new(header.Start, part.End) };
        }
        if (main is null)
        {
            return infinitive is not null && infinitive.First > part.Start && part.Link != ":" && !Pledged(part) && part.Speech is null || HasAny(part, Plans)
                ? Make(ClaimKind.Statement, DutyOrDeed(part), AssertionMode.Planned, "headline-infinitive", 0.6) : null;
        }
        if (main.Negated || main.Mood is not VerbMood.Asserted || main.Lemma == "reserve")
        {
            return null;
        }
        var goes = infinitive is not null && infinitive.First >= main.End && infinitive.First - main.End <= 8;
        if (words.Find(main.End, Math.Min(main.End + 3, part.End), Likely) >= 0)
        {
            return null;
        }
        var plans = Planning.Contains(main.Lemma) && (goes || main.Lemma is "plan" or "consider" or "mull" or "weigh" or "contemplate" or "schedule" or "expect" or "envisage" or "project" or "intend" or "seek" && !main.Passive && words[main.End] is not "that")
            && !(main.Lemma is "expect" or "hope" or "consider" && words[main.End] is "that");
        plans |= main is { Lemma: "aim" or "prepare" or "hope" or "push" or "angle", Passive: false } && words[main.End] == "for" && index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)) is not null;
        var believed = main.Passive && Suspecting.Contains(main.Lemma) && infinitive is not null && infinitive.Lemma is "plan" or "prepare" or "intend";
        var wants = main.Lemma == "want" && !main.Passive && (goes || index.DatesIn(words.Source.SpanOf(main.First, part.End - 1)).Any());
        return plans || believed || wants || main.Lemma is "be" or "have" or "work" or "get" or "set" or "slate" or "schedule" or "pencil" or "gear" or "look" or "ready" or "earmark" or "expect" or "suppose" or "mean" or "line" or "think" or "toy" or "poise" or "draw" or "slot" or "map" && HasAny(part, Plans) || IsPlanSubject(part, main)
            ? Make(ClaimKind.Statement, DutyOrDeed(part), AssertionMode.Planned, "plan", 0.75) : null;
    }

    /// <summary>"Plans drawn up by the command envisage …", "The idea is to …".</summary>
    private bool IsPlanSubject(Part part, VerbGroup main) =>
        words.Any(part.Subject.First, Math.Min(part.Subject.First + 3, part.Subject.End), PlanNouns) && (main.Lemma is "envisage" or "foresee" or "provide" or "include" or "call" or "entail" || main.Lemma == "be" && words[main.End] == "to");

    private static readonly FrozenSet<string> PlanNouns = Words.Set("plan plans scheme schemes proposal proposals blueprint blueprints draft drafts idea ideas intention aim timetable");

    private bool Pledged(Part part) => part.Speech is { } speech && Promising.Contains(speech.Verb) || part.Before is { Main: { } before } && words[before.First] is "is" or "are" or "shall";

    /// <summary>What somebody agreed, pledged or is bound to do.</summary>
    public Assertion? Promise(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            return part.Speech is { } vow && Promising.Contains(vow.Verb) && part.Groups.Count > 0 || part.Before is { Main: not null } before && IsDue(before) && part.Groups is [{ Mood: VerbMood.Infinitive }, ..]
                || part.Quoted && words[part.Start] == "no" && words[part.Start + 1] == "more"
                ? Make(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "promised-infinitive", 0.7) : null;
        }
        var nobody = main.Negated || words[part.Subject.First] is "neither" or "nobody" or "no" or "none";
        var gave = Promising.Contains(main.Lemma) && main.Mood is VerbMood.Asserted && !nobody && !(main.Passive && main.Lemma is not ("oblige" or "bind" or "commit" or "agree" or "resolve"))
            && (part.Groups.Exists(g => g.First >= main.End && g.Mood == VerbMood.Infinitive) || words[main.End] is "on" or "to" or "that" or "a" or "an" or "the" or "in" or "themselves" or "itself" or "himself" || main.Lemma is "undertake" or "pledge" or "promise")
            || part.Has("pledge") && main.Lemma is "renew" or "give" or "make" or "repeat" or "sign" || part.At("given", "a", "date") >= 0 || part.At("gave", "a", "date") >= 0 || part.At("word") >= 0 && main.Lemma == "give" || part.At("signed", "up", "to") >= 0
            || part.At("bound", "themselves") >= 0 || part.At("commit", "themselves") >= 0 || main.Lemma == "accept" && part.Has(Papers);
        // "declared a truce for the feast": one side binds itself.
        if (main is { Mood: VerbMood.Asserted, Passive: false, Negated: false, Lemma: "declare" or "announce" or "proclaim" or "call" or "offer" } && words.Find(main.End, Math.Min(main.End + 6, part.End), Pauses) is var pause && pause >= 0 && words.Find(main.End, pause, Ends) < 0 && part.Speech is null && main.Lemma is not ("call" or "offer"))
        {
            return Make(ClaimKind.Commitment, ClaimClasses.CeaseFire, AssertionMode.Promised, "declared-truce", 0.7);
        }
        // "secured a pledge from the factions to stop", "signed to withdraw".
        gave |= main is { Mood: VerbMood.Asserted, Negated: false } && (words.Find(main.End, Math.Min(main.End + 5, part.End), Pledges) is var pledge && pledge >= 0 && part.Groups.Exists(g => g.Mood == VerbMood.Infinitive && g.First > pledge)
                && main.Lemma is "secure" or "obtain" or "win" or "get" or "extract" or "receive" or "make" or "give" or "exact" or "offer" or "issue" or "wring"
            || main is { Passive: false, Lemma: "sign" or "initial" or "consent" or "bind" } && part.Groups.Find(g => g.Mood == VerbMood.Infinitive && g.First >= main.End) is { } what && !words.Any(main.End, what.First, Papers));
        if (gave)
        {
            return Make(ClaimKind.Commitment, Duty(part), AssertionMode.Promised, main.Lemma == "be" && words[main.End] == "what" ? "cleft-promise" : "promise", 0.8);
        }
        if (part is { Link: "which", Before: { } noun } && words[part.Start] == "which" && main.Mood is VerbMood.Would or VerbMood.Obligation && !main.Negated && part.Speech is not null && DutyClass.Known(words, noun.Start, part.End) is { } of)
        {
            return Make(ClaimKind.Commitment, of, AssertionMode.Promised, "relative-promise", 0.65);
        }
        if (part.Speech is { } speech && Promising.Contains(speech.Verb) && !IsPast(main))
        {
            return Make(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "promised-that", 0.75);
        }
        if (part.Link == "as" && main is { } as1 && Promising.Contains(as1.Lemma))
        {
            return Make(ClaimKind.Commitment, Duty(part), AssertionMode.Promised, "as-promised", 0.75);
        }
        if (part.At("as") is var prescribe && prescribe > 0 && words.Any(prescribe, part.End, PrescribesProvidesWords))
        {
            return Make(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "as-prescribed", 0.7);
        }
        if (IsDue(part) && words[main.First] is not ("shall" or "must") && main.Lemma is "meet" or "visit" or "travel" or "attend" or "speak" or "arrive" or "fly" or "address")
        {
            return Make(ClaimKind.Statement, DutyOrDeed(part), AssertionMode.Planned, "arranged", 0.65);
        }
        // "is to ask for troops tomorrow": of what no paper binds to, arranged.
        if (IsDue(part) && words[main.First] is "is" or "are" && part.Speech is null && !part.Quoted && !part.Has(Papers) && DutyClass.Known(words, part) is null && !main.Passive)
        {
            return Make(ClaimKind.Statement, DutyOrDeed(part), AssertionMode.Planned, "arranged", 0.6);
        }
        if (IsDue(part) && !(words[main.First] is "must" && part.Speech is null && !part.Quoted && words.Any(part.Start, part.End, HaveBeenWords)))
        {
            return Make(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "duty", 0.75);
        }
        // "The guerrillas will …", "they would …": of one's own withdrawal, restraint or service.
        var will = words[main.First] is "will" or "'ll" or "shall" || main.Mood is VerbMood.Would && part.Speech is not null;
        if (will && main.Lemma is "honour" or "respect" or "abide" or "observe" or "uphold" or "comply" && DutyClass.Known(words, part) is null)
        {
            return Make(ClaimKind.Commitment, words.Any(part.Start, part.End, Firing) ? ClaimClasses.CeaseFire : ClaimClasses.OtherCommitment, AssertionMode.Promised, "own-will", 0.65);
        }
        if (will && DutyClass.Known(words, part) is { } duty && !(main.Negated && !Restraint.Contains(main.Lemma)) && !part.Has("could") && main.Lemma != "be" && words[part.Subject.First] is not ("an" or "any" or "renewed") && !(words[part.Subject.First] == "a" && words.Any(part.Subject.First, part.Subject.End, Happening))
            && !(part.Speech is { Verb: "fear" or "predict" or "believe" or "warn" or "estimate" }))
        {
            return Make(ClaimKind.Commitment, duty, AssertionMode.Promised, "own-will", 0.65);
        }
        // "will be signed on Friday": of what is set for a day.
        if (words[main.First] is "will" or "'ll" && !main.Negated && main.Mood is VerbMood.Obligation && part.Speech is null && !part.Quoted && !part.Has("if") && !part.Has(Papers) && (main.Passive || Meetings.Contains(main.Lemma)) && DutyClass.Known(words, part) is null && index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)).Any())
        {
            return Make(ClaimKind.Statement, DutyOrDeed(part), AssertionMode.Planned, "set-for-a-day", 0.6);
        }
        // "… while 5,000 soldiers move in": the present of a duty beside another.
        if (part.Before is { } other && IsDue(other) && part.Link is "while" or "and")
        {
            return Make(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "beside-duty", 0.6);
        }
        var present = part.Quoted && VerbLexicon.OfPresent(words[main.First]) is not null && main.Lemma is "return" or "leave" or "begin" or "start" or "withdraw" && index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)).Any();
        return present ? Make(ClaimKind.Commitment, DutyClass.Of(words, part), AssertionMode.Promised, "present-duty", 0.6) : null;
    }

    /// <summary>The class of a duty; of "as they had undertaken to do" that of the part before it.</summary>
    private string Duty(Part part) => part is { Link: "as", Before: { } before } && part.Groups.Exists(g => g.Mood == VerbMood.Infinitive && g.Lemma == "do")
        ? DutyClass.Known(words, before.Start, part.End) ?? ClaimClasses.OtherCommitment : DutyClass.Of(words, part);

    private static bool IsPast(VerbGroup main) => main.Mood is VerbMood.Asserted && main.End - main.First == 1 && VerbLexicon.OfPast(main.Lemma) is not null;

    /// <summary>"shall", "must", "is to", "were to have", "should have gone" under an agreement.</summary>
    private bool IsDue(Part part)
    {
        if (part.Main is not { } main || part.Has("if"))
        {
            return false;
        }
        var word = words[main.First];
        var isTo = word is "is" or "are" or "was" or "were" && main.Mood is VerbMood.Obligation || word is "is" or "are" or "was" or "were" && words[main.End] == "to" && main.Lemma == "be" && VerbLexicon.OfBase(words[main.End + 1]) is not null
            || main.Mood is VerbMood.Obligation && words[main.First + 1] == "to";
        return isTo || word is "shall" or "must" || word == "should" && part.At("under") >= 0;
    }

    /// <summary>"The possibility that … cannot be dismissed", "There is a risk that …".</summary>
    public Assertion? Chance(Part part) => part.Main is not null && words.Find(part.Start, Math.Min(part.Start + 5, part.End), Chances) is var chance && chance >= 0 && words[chance + 1] == "that"
        ? Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "chance", 0.7) : null;

    /// <summary>What may be, or is only thought to be.</summary>
    public Assertion? Possibility(Part part)
    {
        var main = part.Main;
        if (main is null)
        {
            return Doubts(part) ? Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "doubtful", 0.6) : null;
        }
        var @class = part.Speech?.Verb is "fear" or "warn" ? ClaimClasses.Warn : ClaimClasses.Say;
        var rumour = words[part.Start] is "rumours" or "rumour" or "rumors" or "reports" or "fears" or "suspicions" && words.Find(part.Start, part.Start + 3, ThatWords) is var that && that >= 0 ? that : -1;
        if (rumour >= 0 && part.Groups.FindLast(g => g.Mood == VerbMood.Possible || g.Negated) is { } unchecked1 && unchecked1.First > rumour + 1)
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "rumour", 0.7) with { Tokens = new(rumour + 1, unchecked1.First) };
        }
        // "it is unclear whether", "nobody knows if": an open question.
        if (main.Mood is VerbMood.Asserted && words.Find(main.End, Math.Min(main.End + 4, part.End), Whether) >= 0 && (words.Any(main.First, Math.Min(main.End + 3, part.End), Open) || main.Lemma is "doubt" or "wonder" || (main.Negated || words[part.Subject.First] is "nobody" or "no") && main.Lemma is "know" or "establish" or "determine" or "verify" or "say" or "tell" or "confirm"))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Hypothetical, "open-question", 0.7);
        }
        // "it is possible that", "looks likely to", "is bound to".
        if (main is { Mood: VerbMood.Asserted, Negated: false } && words.Find(main.End, Math.Min(main.End + 4, part.End), Likely) is var likely && likely >= 0 && words[likely + 1] is "that" or "to")
        {
            return Make(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "likelihood", 0.7);
        }
        if (main.Mood is VerbMood.Possible && words[main.First] is not "should" && !(main.Negated && part.Speech is null) || main.Mood is VerbMood.Would && words[main.First + 1] is not "not")
        {
            return Make(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "modal", 0.75);
        }
        if (Doubts(part) && !part.Has("will"))
        {
            var adverb = words.Find(part.Start, part.End, Doubtful);
            // "a trench, possibly dug in October, appears": what is doubtful ends with the aside.
            var end = part.End;
            if (adverb > part.Start && words[adverb - 1] == "," && adverb < main.First)
            {
                end = main.First;
            }
            return Make(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "doubtful", 0.7) with { Tokens = new(part.Start, end) };
        }
        var suspected = main is { Passive: true, Negated: false } && Suspecting.Contains(main.Lemma) || part.Speech?.Verb is "fear" or "suspect" or "rumour";
        return suspected ? Make(ClaimKind.Statement, @class, AssertionMode.Hypothetical, "suspected", 0.7) : null;
    }

    private static readonly FrozenSet<string> Chances = Words.Set("possibility risk danger chance likelihood prospect");

    /// <summary>Whether an adverb of doubt is about the whole and not about a number ("perhaps 1,300 men").</summary>
    private bool Doubts(Part part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (Doubtful.Contains(words[i]) && !words.IsNumber(i + 1) && !(words[i] is "perhaps" or "maybe" && words[i + 1] is "a" or "two" or "three" or "four" or "five" or "ten" or "twenty" or "half" or "as"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>What was not: a denial when a party to it says so, a finding otherwise.</summary>
    public Assertion? Negation(Part part)
    {
        var main = part.Main;
        var said = part.Speech is { Verb: not ("hear" or "fear") };
        var observer = said && (words.Any(part.Speech!.Who.First, part.Speech.Who.End, Observers) || part.Speech.Who.IsEmpty && false);
        var lies = (said || part.Quoted) && HasAny(part, Lies) && !observer;
        if (lies)
        {
            return Make(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "not-so", 0.75);
        }
        var negative = main is not null && (main.Negated || words[part.Subject.First] is "no" or "none" or "nobody" or "neither" or "nothing" or "not" || words[main.End] is "no" or "nothing" or "none" or "neither" or "nobody" || part.At("by", "no", "means") >= 0
            || part.At("no", "longer") >= 0 || words[part.Start] is "not" or "none" or "no" or "nobody" or "never" or "nowhere" || words[part.Start] is "at" or "in" or "on" or "under" && words[part.Start + 1] == "no" || part.At("without", "a", "signature") >= 0 || words.Find(main.End, Math.Min(main.End + 4, part.End), Nothing) >= 0 || HasAny(part, Short)
            || part.At("without") is var without && without >= main.End && words[without + 1] is "a" or "an" or "any" or "agreement" or "result" && words[without + 2] is not ("fight" or "shot" or "struggle"))
            || main is null && words[part.Start] is "no" or "not" or "none" or "zero";
        // "failed to bring the parties together", "fell short of", "stopped short of".
        if (main is { Mood: VerbMood.Asserted, Negated: false, Passive: false } && (main.Lemma is "fail" or "neglect" or "omit" && part.Groups.Exists(g => g.Mood == VerbMood.Infinitive && g.First <= main.End + 1) || main.Lemma is "stop" or "fall" && words[main.End] == "short"))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "failed-to", 0.75);
        }
        // "Nothing suggests that the guns were moved".
        if (part.Speech is { Who.IsEmpty: false } empty && words[empty.Who.First] is "nothing" or "nobody" or "none" or "no")
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "nothing-says", 0.7);
        }
        // What one wants none of is a wish, and denies nothing.
        if (part.Quoted && main is { Lemma: "be", Negated: false } || main is { Lemma: "want" or "seek" or "desire", Negated: false })
        {
            return null;
        }
        // "Not until May did a lorry enter": the verb before its subject tells that nothing did so far.
        var inverted = words[part.Start] == "not" && words[part.Start + 1] is "until" or "since" && main is { Lemma: "do" };
        if (!inverted && (!negative || words[part.Start] == "not" && words[part.Start + 1] is "only" or "just" or "until" or "far" or "long"))
        {
            return null;
        }
        if (main is { Mood: VerbMood.Asserted } && Phases.Contains(main.Lemma) && words.Any(main.First, main.End + 1, Yet))
        {
            return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "not-yet", 0.7);
        }
        if (said && !observer && main is not null && main.Mood is VerbMood.Asserted && main.Lemma is not ("want" or "comment" or "know" or "have") || part.Quoted && main is { Mood: VerbMood.Asserted, Lemma: not "be" }
            || said && !observer && main is { Lemma: "have" } && part.Has("nothing"))
        {
            return Make(ClaimKind.Denial, words.Any(part.Start, part.End, ConcernedConcernsWords) ? ClaimClasses.Refuse : main is { Lemma: "attack" or "intervene" or "invade" or "plan" or "bomb" } && part.Has("action") ? ClaimClasses.NoMilitaryAction : ClaimClasses.DenyEvent,
                AssertionMode.Negated, "own-negation", 0.7);
        }
        if (said && !observer && main is { Mood: VerbMood.Obligation or VerbMood.Would, Negated: true })
        {
            return Make(ClaimKind.Denial, ClaimClasses.Refuse, AssertionMode.Negated, "refusal", 0.65);
        }
        return Make(ClaimKind.Statement, ClaimClasses.Say, AssertionMode.Negated, "negated", 0.75);
    }

    private static readonly FrozenSet<string> Meetings = Lexicon.Set("meeting");
    private static readonly FrozenSet<string> Yet = Words.Set("yet even still");

    private string DutyOrDeed(Part part) => DutyClass.Planned(words, part) ?? DutyClass.Known(words, part) ?? ClaimClasses.Say;

    private static bool HasAny(Part part, string[][] phrases) => part.HasAny(phrases);

    private static Assertion Make(ClaimKind kind, string @class, AssertionMode mode, string rule, double confidence) => new(kind, @class, mode, rule, confidence);

    /// <summary>The day from which relative dates count.</summary>
    public DateOnly Reference => reference;

    /// <summary>Verbs by which a party gives way.</summary>
    public static bool GivesWay(string lemma) => Giving.Contains(lemma);
}
