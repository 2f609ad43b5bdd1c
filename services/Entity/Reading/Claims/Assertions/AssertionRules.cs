using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Assertions.News;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speakers;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Claims from the parts of a sentence, with who says them by way of whom, who did what to whom, and how many came to harm.</summary>
internal sealed class AssertionRules(ClaimModels models)
{
    private static readonly FrozenSet<string> Pronouns = Words.Set("he she it they we i his her its their our");
    private static readonly FrozenSet<string> Possessives = Words.Set("his her its their our");

    private string? _lastWho;
    private string? _lastSubject;
    private string? _lastDeed;

    /// <summary>Sentences since something was promised; many when nothing was.</summary>
    private int _sincePromise = NoPromise;

    private (string? Who, string? Subject) _before;
    private CutSentence? _sentence;
    private List<Part> _parts = [];

    /// <summary>The parts of the sentence that was read last.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>A claim of a part of the sentence that was read last, with who says it and who did what to whom.</summary>
    public ClaimDraft Told(SentenceView view, ClaimBuilder builder, Part part, Assertion assertion, Stretch tokens)
    {
        var after = (_lastWho, _lastSubject);
        (_lastWho, _lastSubject) = _before;
        var draft = Draft(view, builder, part, assertion, tokens, _sentence ?? throw new InvalidOperationException("No sentence was read."), _parts, null);
        (_lastWho, _lastSubject) = after;
        return draft;
    }

    /// <summary>The claims of a sentence, in order of its parts.</summary>
    public List<ClaimDraft> Read(SentenceView view, ClaimBuilder builder)
    {
        _before = (_lastWho, _lastSubject);
        var words = view.Words;
        var frames = new SpeechFinder(words, view.Index).Find(view.First, view.End);
        var quotes = view.Quotes.Select(q => words.Source.TokensIn(q)).Select(t => new Stretch(t.First, t.End)).ToList();
        var sentence = new CutSentence(words, view.First, view.End, frames);
        var parts = new PartFinder(words, models.Cutter).Find(sentence, quotes);
        (_sentence, _parts) = (sentence, parts);
        var reader = new AssertionReader(words, view.Index, builder.Reference);
        var claims = new List<ClaimDraft>();
        _sincePromise++;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            // "After it had agreed, Israel bombed": a pronoun in front stands for the subject that follows.
            var ahead = part.Before is null && !part.Subject.IsEmpty && Pronouns.Contains(words[part.Subject.First]) && part.Subject.First > part.Start && part.Speech is null && i + 1 < parts.Count && parts[i + 1] is { IsAside: false, Subject.IsEmpty: false } next
                && !Pronouns.Contains(words[next.Subject.First]) ? Phrase(words, next.Subject) : null;
            foreach (var told in reader.Read(part).Where(a => !part.IsAside || a.Kind is ClaimKind.Commitment || a.Background || a.Kind is ClaimKind.Event && a.Class != DeedRules.OtherDeed))
            {
                var assertion = told;
                var tokens = assertion.Tokens ?? part.Tokens;
                if (tokens.End - tokens.First < 2 || tokens.First < view.First || tokens.End > view.End)
                {
                    continue;
                }
                if (assertion.Rule == "plan-entry")
                {
                    claims.RemoveAll(c => c.Mode is AssertionMode.Planned && c.Evidence.Start == words.Source.Tokens[tokens.First].Span.Start);
                }
                if (_sincePromise <= NearPromise && assertion is { Kind: ClaimKind.Statement, Class: ClaimClasses.Say, Mode: AssertionMode.Asserted, Background: false } or { Kind: ClaimKind.Event, Mode: AssertionMode.Asserted } && Excuses.IsOne(words, part))
                {
                    assertion = Assertion.Of(ClaimKind.Denial, ClaimClasses.DenyEvent, AssertionMode.Negated, "excuse", 0.6);
                }
                _sincePromise = assertion.Kind is ClaimKind.Commitment ? 0 : _sincePromise;
                var draft = Draft(view, builder, part, part.IsAside ? assertion with { Rule = NestedRule } : assertion, tokens, sentence, parts, ahead);
                if (draft is { Kind: ClaimKind.Commitment, Class: ClaimClasses.OtherCommitment } && Resumed(words, part) && _lastDeed is { } resumed)
                {
                    draft = draft with { Class = resumed };
                }
                claims.Add(draft.Fatalities is null && IsAssault(draft) ? draft with { Fatalities = Harm(words, parts, i) } : draft);
            }
            if (part.IsAside)
            {
                continue;
            }
            _lastDeed = claims.FindLast(c => c.Kind is ClaimKind.Event) is { } deed ? DutyOf(deed.Class) : _lastDeed;
            if (part.Main is not null && !part.Subject.IsEmpty && !Pronouns.Contains(words[part.Subject.First]))
            {
                _lastSubject = Phrase(words, part.Subject);
            }
        }
        foreach (var frame in frames.Where(f => !f.IsSource && !f.Who.IsEmpty && !Pronouns.Contains(words[f.Who.First])))
        {
            _lastWho = Phrase(words, frame.Who);
        }
        return claims;
    }

    private const int NoPromise = 100;

    /// <summary>How many sentences after a promise somebody still answers the charge of having broken it.</summary>
    private const int NearPromise = 2;

    /// <summary>"to see it through": what is promised was told before.</summary>
    private static bool Resumed(Words words, Part part) =>
        part.Groups.Find(g => g.Mood == VerbMood.Infinitive) is { } promised && words[promised.End] is "it" or "them" or "this" or "that";

    /// <summary>The duty that a deed of a class carries out; null when it carries out none.</summary>
    private static string? DutyOf(string deed) => deed switch
    {
        ClaimClasses.Patrol or ClaimClasses.RestoreTransit => deed,
        ClaimClasses.RetreatWithdraw => ClaimClasses.WithdrawForces,
        ClaimClasses.AidDelivery => ClaimClasses.HumanitarianAccess,
        ClaimClasses.Release => ClaimClasses.ExchangePrisoners,
        _ => null,
    };

    /// <summary>The rule of claims that stand within another.</summary>
    public const string NestedRule = "relative-clause";

    private static bool IsAssault(ClaimDraft draft) => draft.Kind is ClaimKind.Event && draft.Class.StartsWith("assault", StringComparison.Ordinal);

    /// <summary>"Nobody was hurt when a bomb fell", "opened fire, he said, and four men died": the toll that the part beside a deed tells.</summary>
    private static CountRange? Harm(Words words, List<Part> parts, int deed)
    {
        if (parts[deed] is { Link: "when" or "after" or "as", Before: { } before } && IsHarm(before))
        {
            return CountFinder.Killed(words, before);
        }
        return deed + 1 < parts.Count && parts[deed + 1] is { IsAside: false } next && IsHarm(next) ? CountFinder.Killed(words, next) : null;
    }

    private static bool IsHarm(Part part) => part.Main is { Mood: VerbMood.Asserted, Lemma: "kill" or "die" or "wound" or "injure" or "hurt" or "perish" };

    private ClaimDraft Draft(SentenceView view, ClaimBuilder builder, Part part, Assertion assertion, Stretch tokens, CutSentence sentence, List<Part> parts, string? ahead)
    {
        var frames = sentence.Frames;
        var words = view.Words;
        var draft = builder.Build(view, assertion.Kind, assertion.Class, tokens.First, tokens.End, assertion.Mode, assertion.Confidence, assertion.Rule) with
        {
            Background = assertion.Background,
            Repeated = assertion.Repeated,
            IsQuote = part.Quoted,
            Fatalities = Casualties.Killed(words, part, view.Index.QuantitiesIn(view.SpanOf(part.Start, part.End))),
            Injured = Casualties.Hurt(words, part, view.Index.QuantitiesIn(view.SpanOf(part.Start, part.End))),
        };
        var chain = Chain(view, part, frames);
        var who = assertion.SubjectSpeaks ? part.Subject : assertion.Who;
        if (!who.IsEmpty)
        {
            chain.Insert(0, Link(view, who, assertion.SubjectSpeaks ? words[part.Main!.Head] : "say"));
        }
        if (chain.Count == 0 && Observer(view, part, assertion) is { } observer)
        {
            chain.Add(observer);
        }
        var chosen = models.Speakers.Choose(new SpeakerCase(view, tokens, part, assertion, sentence, chain) { LastSpeaker = _lastWho, LastSubject = _lastSubject, Others = [.. parts.Where(p => p != part && !p.IsAside).Select(p => p.Tokens)] });
        var ruled = chosen.SequenceEqual(chain);
        chain = chosen;
        var speaker = chain.Find(l => l.Verb != "according");
        var outer = chain.FindLast(l => l != speaker);
        draft = draft with
        {
            Chain = chain,
            Speaker = !ruled ? speaker?.Source : speaker is null ? draft.Speaker : speaker.Source ?? (who.IsEmpty ? draft.Speaker : null),
            Source = !ruled ? outer?.Source : outer is null ? draft.Source : outer.Source ?? draft.Source,
        };
        draft = draft with { Terms = Disputed.In(words, tokens, speaker is null && !part.Quoted ? null : draft.Speaker, speaker?.Name) };
        return Roles.Of(view, part, assertion, draft, ahead ?? _lastSubject, ahead ?? Possessor(view, part, frames));
    }

    /// <summary>Who reported it, from the inmost to the publisher.</summary>
    private List<AttributionLink> Chain(SentenceView view, Part part, IReadOnlyList<SpeechFrame> frames)
    {
        var chain = new List<AttributionLink>();
        foreach (var frame in frames.Where(f => (f.Says(part.Start) || f == part.Speech) && !f.Who.IsEmpty).OrderBy(f => f.IsSource).ThenByDescending(f => f.Depth))
        {
            var link = Link(view, frame.Who, frame.Verb);
            if (chain.Count > 0 && (Pronouns.Contains(view.Words[frame.Who.First]) || chain[^1].Name == link.Name))
            {
                continue;
            }
            if (Pronouns.Contains(view.Words[frame.Who.First]) && frames.Any(f => f != frame && f.Depth < frame.Depth && f.Says(part.Start)))
            {
                continue;
            }
            chain.Add(link);
            // "a nurse, who in turn relied on drivers", "China, which had it from the North".
            for (var i = frame.Who.End; i < Math.Min(frame.Words.End, frame.Who.End + 9); i++)
            {
                if (view.Words[i] is "from" or "on" && view.Words[frame.Who.End] == "," && view.Words[frame.Who.End + 1] is "who" or "which")
                {
                    var end = i + 1;
                    while (end < frame.Words.End && view.Words[end] is not ("," or "that"))
                    {
                        end++;
                    }
                    chain.Insert(chain.Count - 1, Link(view, new(i + 1, end), "say"));
                    break;
                }
            }
        }
        if (frames.FirstOrDefault(f => f.Words.First >= view.First && (f.Says(part.Start) || f == part.Speech) && !f.IsSource) is { } told && Addressed(view, told) is { IsEmpty: false } medium)
        {
            var link = Link(view, medium, "according");
            if (!chain.Exists(l => l.Name == link.Name))
            {
                chain.Add(link with { Verb = "according" });
            }
        }
        // "said, citing the timetable": what one who is no medium cites is the source, not the speaker.
        if (chain is [var cited, var sayer, ..] && sayer.Verb != "according" && IsPersonal(view, sayer) && frames.Any(f => f.Depth == CitingDepth && Phrase(view.Words, f.Who) == cited.Name))
        {
            chain.RemoveAt(0);
            chain.Add(cited with { Verb = "according" });
        }
        // What a medium says in its own words it says itself.
        if (part.Quoted && chain is [{ Verb: "according" } own] && part.Speech is { IsSource: false } voice)
        {
            chain[0] = own with { Verb = voice.Verb };
        }
        if (part.Quoted && chain.Count == 0 && (_lastWho ?? _lastSubject) is { } before)
        {
            chain.Add(new AttributionLink(view.Discourse.Speaker(part.Start, part.Start), before, "say", view.SpanOf(part.Start, part.Start + 1)));
        }
        return chain;
    }

    /// <summary>Whether one who says something is a person or an office and no medium.</summary>
    private static bool IsPersonal(SentenceView view, AttributionLink link) =>
        view.Index.In(link.Span).Any(m => m.Entity.Type == EntityType.Person) || link.Name.Split(' ').Any(w => Spokesmen.Contains(w.ToLowerInvariant()));

    /// <summary>How deep the words of those whom somebody cites stand.</summary>
    private const int CitingDepth = 20;

    private static readonly FrozenSet<string> Assemblies = Words.Set("parliament congress council knesset duma cabinet senate bundestag assembly nato un");

    /// <summary>"told Reuters that", "in an interview with the daily", "read out on state television": through which medium it came.</summary>
    private static Stretch Addressed(SentenceView view, SpeechFrame frame)
    {
        var words = view.Words;
        for (var i = frame.Words.First; i < frame.Words.End; i++)
        {
            var tells = words[i] is "told" or "tells" or "informed" or "telling";
            if (!tells && words[i] is not ("with" or "on" or "by" or "to"))
            {
                continue;
            }
            var at = i + 1 + (words[i + 1] is "the" or "a" ? 1 : 0);
            var stop = at;
            while (stop < frame.Words.End && words.IsWord(stop) && words[stop] is not ("that" or "on" or "in" or "by" or "at" or "from" or "late") && !view.Index.IsDate(stop))
            {
                stop++;
            }
            if (stop == at || frame.Who.Covers(at))
            {
                continue;
            }
            var named = view.Index.In(view.SpanOf(at, stop)).ToList();
            var isMedium = words.Any(at, stop, Media) && !words.Any(at, stop, Spokesmen);
            if (isMedium || tells && words.IsCapital(at) && !Assemblies.Contains(words[at])
                && !named.Exists(m => m.Entity.Type is EntityType.Location or EntityType.Nationality or EntityType.Person or EntityType.ArmedForce or EntityType.ArmedGroup))
            {
                return new(at, stop);
            }
        }
        return default;
    }

    private AttributionLink Link(SentenceView view, Stretch who, string verb)
    {
        var name = Phrase(view.Words, who);
        if (Pronouns.Contains(name.ToLowerInvariant()))
        {
            name = _lastWho ?? _lastSubject ?? name;
        }
        var first = who.First;
        var head = first;
        while (head < who.End && view.Words[head] is not ("of" or "in" or "for" or "on" or "with" or "familiar" or "close" or "from" or "at" or "who" or "which" or ","))
        {
            head++;
        }
        var medium = Documents.Contains(view.Words[head - 1]) || verb is not ("threaten" or "thunder" or "growl" or "warn") && view.Words.Any(first, head, Media) && !view.Words.Any(first, who.End, Spokesmen);
        return new AttributionLink(view.Discourse.Speaker(first, who.End), name, medium ? "according" : verb, view.SpanOf(first, who.End));
    }

    /// <summary>Whose finding or count it is, where no frame tells: "the army recorded", "the ministry's count".</summary>
    private AttributionLink? Observer(SentenceView view, Part part, Assertion assertion)
    {
        var words = view.Words;
        if (part.Main is { Passive: false, Mood: VerbMood.Asserted } main && main.Lemma is "record" or "log" or "count" or "register" or "put" or "estimate" && (assertion.Repeated || assertion.Background) && !part.Subject.IsEmpty)
        {
            return Link(view, part.Subject, "according");
        }
        for (var i = part.Subject.First + 1; i < part.Subject.End && assertion.Background; i++)
        {
            if (words[i] is "'s" && words[i + 1] is "count" or "tally" or "figures" or "estimate" || words[i] is "count" or "tally" && words[i - 1].EndsWith("'s", StringComparison.Ordinal))
            {
                return Link(view, new(part.Subject.First, i), "according");
            }
        }
        return null;
    }

    private static readonly FrozenSet<string> Media = Words.Set("radio television newspaper daily gazette tribune times herald tv website broadcaster journal weekly study agency agencies");
    private static readonly FrozenSet<string> Documents = Words.Set("text statement communique communiqué document agreement report bulletin sheet log memorandum roadmap declaration timetable notice diary ledger register");
    private static readonly FrozenSet<string> Spokesmen = Words.Set("spokesman spokeswoman chief head official officials director refugee aid relief migration monitoring");

    private string? Possessor(SentenceView view, Part part, IReadOnlyList<SpeechFrame> frames) =>
        !part.Subject.IsEmpty && (Possessives.Contains(view.Words[part.Subject.First]) || Pronouns.Contains(view.Words[part.Subject.First]))
            ? (part.Speech ?? frames.FirstOrDefault(f => f.IsSource && f.Says(part.Start))) is { Who.IsEmpty: false } speech && view.Words[part.Subject.First] is not "they" ? Phrase(view.Words, speech.Who) : _lastSubject
            : null;

    /// <summary>A noun phrase as the text has it, without article and without what only describes it.</summary>
    public static string Phrase(Words words, Stretch tokens)
    {
        var (first, end) = (tokens.First, tokens.End);
        while (first < end - 1 && words[first] is "the" or "a" or "an" or "some" or "," or "\"" or "“" or "but" or "and" or "that" or "when" or "while" or "as" or "approx" or "." or "about" or "nearly" or "another" or "one")
        {
            first++;
        }
        for (var i = first + 1; i < end; i++)
        {
            if (words[i] is "," or "who" or "which" or "that" or "whose")
            {
                end = i;
                break;
            }
        }
        return end > first ? words.Source.SpanOf(first, end - 1).Of(words.Source.Text) : string.Empty;
    }
}
