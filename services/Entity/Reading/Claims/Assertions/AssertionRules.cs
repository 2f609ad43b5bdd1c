using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Claims from the parts of a sentence, with who says them by way of whom, who did what to whom, and how many came to harm.</summary>
internal sealed class AssertionRules
{
    private static readonly FrozenSet<string> Pronouns = Words.Set("he she it they we i his her its their our");
    private static readonly FrozenSet<string> Possessives = Words.Set("his her its their our");

    private string? _lastWho;
    private string? _lastSubject;

    /// <summary>The claims of a sentence, in order of its parts.</summary>
    public List<ClaimDraft> Read(SentenceView view, ClaimBuilder builder)
    {
        var words = view.Words;
        var frames = new SpeechFinder(words, view.Index).Find(view.First, view.End);
        var quotes = view.Quotes.Select(q => words.Source.TokensIn(q)).Select(t => new Stretch(t.First, t.End)).ToList();
        var parts = new PartFinder(words, view.Index).Find(view.First, view.End, frames, quotes);
        var reader = new AssertionReader(words, view.Index, builder.Reference);
        var claims = new List<ClaimDraft>();
        foreach (var part in parts)
        {
            foreach (var assertion in reader.Read(part))
            {
                var tokens = assertion.Tokens ?? part.Tokens;
                if (tokens.End - tokens.First < 2 || tokens.First < view.First || tokens.End > view.End)
                    continue;
                claims.Add(Draft(view, builder, part, assertion, tokens, frames));
            }
            if (part.Main is not null && !part.Subject.IsEmpty && !Pronouns.Contains(words[part.Subject.First]))
                _lastSubject = Phrase(words, part.Subject);
        }
        foreach (var frame in frames.Where(f => !f.IsSource && !f.Who.IsEmpty && !Pronouns.Contains(words[f.Who.First])))
            _lastWho = Phrase(words, frame.Who);
        return claims;
    }

    private ClaimDraft Draft(SentenceView view, ClaimBuilder builder, Part part, Assertion assertion, Stretch tokens, List<SpeechFrame> frames)
    {
        var words = view.Words;
        var draft = builder.Build(view, assertion.Kind, assertion.Class, tokens.First, tokens.End, assertion.Mode, assertion.Confidence, assertion.Rule) with
        {
            Background = assertion.Background,
            Repeated = assertion.Repeated,
            IsQuote = part.Quoted,
            Fatalities = CountFinder.Killed(words, part),
            Injured = CountFinder.Hurt(words, part),
            Terms = Disputed.In(words, tokens, null),
        };
        var chain = Chain(view, part, frames);
        var who = assertion.SubjectSpeaks ? part.Subject : assertion.Who;
        if (!who.IsEmpty)
            chain.Insert(0, Link(view, who, assertion.SubjectSpeaks ? words[part.Main!.Head] : "say"));
        var speaker = chain.Find(l => l.Verb != "according");
        var outer = chain.FindLast(l => l != speaker);
        draft = draft with
        {
            Chain = chain,
            Speaker = speaker is null ? draft.Speaker : speaker.Source ?? (who.IsEmpty ? draft.Speaker : null),
            Source = outer is null ? draft.Source : outer.Source ?? draft.Source,
        };
        return Roles.Of(view, part, assertion, draft, _lastSubject, Possessor(view, part));
    }

    /// <summary>Who reported it, from the inmost to the publisher.</summary>
    private List<AttributionLink> Chain(SentenceView view, Part part, List<SpeechFrame> frames)
    {
        var chain = new List<AttributionLink>();
        foreach (var frame in frames.Where(f => f.Says(part.Start) && !f.Who.IsEmpty).OrderBy(f => f.IsSource).ThenByDescending(f => f.Depth))
        {
            chain.Add(Link(view, frame.Who, frame.Verb));
            // "a nurse, who in turn relied on drivers", "China, which had it from the North".
            for (var i = frame.Who.End; i < Math.Min(frame.Words.End, frame.Who.End + 9); i++)
            {
                if (view.Words[i] is "from" or "on" && view.Words[frame.Who.End] == "," && view.Words[frame.Who.End + 1] is "who" or "which")
                {
                    var end = i + 1;
                    while (end < frame.Words.End && view.Words[end] is not ("," or "that"))
                        end++;
                    chain.Insert(chain.Count - 1, Link(view, new(i + 1, end), "say"));
                    break;
                }
            }
        }
        if (part.Quoted && chain.Count == 0 && (_lastWho ?? _lastSubject) is { } before)
            chain.Add(new AttributionLink(view.Discourse.Speaker(part.Start, part.Start), before, "say", view.SpanOf(part.Start, part.Start + 1)));
        return chain;
    }

    private AttributionLink Link(SentenceView view, Stretch who, string verb)
    {
        var name = Phrase(view.Words, who);
        if (Pronouns.Contains(name.ToLowerInvariant()))
            name = _lastWho ?? _lastSubject ?? name;
        var first = who.First;
        return new AttributionLink(view.Discourse.Speaker(first, who.End), name, verb, view.SpanOf(first, who.End));
    }

    private string? Possessor(SentenceView view, Part part) =>
        !part.Subject.IsEmpty && (Possessives.Contains(view.Words[part.Subject.First]) || Pronouns.Contains(view.Words[part.Subject.First]))
            ? part.Speech is { Who.IsEmpty: false } speech && view.Words[part.Subject.First] is not "they" ? Phrase(view.Words, speech.Who) : _lastSubject
            : null;

    /// <summary>A noun phrase as the text has it, without article and without what only describes it.</summary>
    public static string Phrase(Words words, Stretch tokens)
    {
        var (first, end) = (tokens.First, tokens.End);
        while (first < end - 1 && words[first] is "the" or "a" or "an" or "some" or "," or "\"" or "“" or "but" or "and" or "that" or "when" or "while" or "as" or "approx" or "." or "about" or "nearly" or "another" or "one")
            first++;
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
