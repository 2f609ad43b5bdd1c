using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>Reads off a candidate what the model sees: its verb, subject and objects, words in it and around it, who reports it, what is named, when, and what the rules say.</summary>
/// <param name="view">The sentence.</param>
/// <param name="reference">The day from which time is counted.</param>
internal sealed partial class ClauseSigns(SentenceView view, DateOnly reference)
{
    private readonly Words _words = view.Words;
    private ClauseInput _input = new();

    /// <summary>What is seen of a candidate.</summary>
    public ClauseInput Of(ClauseCandidate candidate)
    {
        _input = new ClauseInput();
        var (tokens, part) = (candidate.Tokens, candidate.Part);
        ByRules(candidate);
        Verbs(part, tokens);
        Tree(tokens);
        InWords(tokens);
        Around(tokens);
        Speech(part);
        Deeds(part, tokens);
        Named(part, tokens);
        Shape(candidate);
        return _input;
    }

    private void Add(ClauseSign sign, string value) => _input.Signs.Add(WordHash.Append((ulong)sign + 1, WordHash.Exact(value)));

    private void Add(ClauseSign sign, int value) => _input.Signs.Add(WordHash.Append((ulong)sign + 1, (ulong)value + 1));

    private void ByRule(ClauseSign sign, string value) => _input.RuleSigns.Add(WordHash.Append((ulong)sign + 1, WordHash.Exact(value)));

    private void ByRule(ClauseSign sign, int value) => _input.RuleSigns.Add(WordHash.Append((ulong)sign + 1, (ulong)value + 1));

    private void Slot(ClauseSlot slot, int token) => _input.Words.Add((slot, WordHash.Lower(_words[token])));

    private void ByRules(ClauseCandidate candidate)
    {
        if (candidate.ByRules is not { } claim)
        {
            ByRule(ClauseSign.Unclaimed, candidate.Part.IsAside ? 2 : 1);
            return;
        }
        var outcome = ClauseOutcomes.Of(claim.Kind, claim.Mode);
        ByRule(ClauseSign.Rule, claim.Rule);
        ByRule(ClauseSign.RuleOutcome, (int)outcome);
        ByRule(ClauseSign.RuleClass, claim.Class);
        ByRule(ClauseSign.RuleOutcomeClass, $"{outcome}/{claim.Class}");
        ByRule(ClauseSign.RuleFlags, (claim.Background ? 1 : 0) + (claim.Repeated ? 2 : 0));
        ByRule(ClauseSign.RuleKindSpeech, $"{outcome}/{claim.IsQuote}/{claim.Chain.Count > 0}");
    }

    private void Verbs(Part part, Stretch tokens)
    {
        Add(ClauseSign.VerbCount, Math.Min(3, part.Groups.Count(g => g.IsFinite)));
        if (part.Main is { } main)
        {
            Add(ClauseSign.Verb, main.Lemma);
            Add(ClauseSign.Particle, main.Phrase);
            Add(ClauseSign.VerbMood, (int)main.Mood);
            Add(ClauseSign.VerbPassive, (main.Passive ? 1 : 0) + (main.Negated ? 2 : 0));
            Add(ClauseSign.Modal, part.Auxiliary);
            for (var i = main.First; i < main.Head; i++)
                Add(ClauseSign.Auxiliaries, _words[i]);
            Add(ClauseSign.SubjectKind, SubjectKind(part));
            if (main.Negated)
                Add(ClauseSign.Negated, main.Lemma);
        }
        else
            Add(ClauseSign.VerbMood, -1);
        foreach (var group in part.Groups.Where(g => g.Mood == VerbMood.Infinitive && tokens.Covers(g.Head)))
            Add(ClauseSign.Infinitive, group.Lemma);
    }

    private string SubjectKind(Part part) =>
        part.Subject.IsEmpty ? "none" : part.SharesSubject ? "shared" : _words[part.Subject.First] is "i" or "we" or "you" or "he" or "she" or "it" or "they" or "this" or "that" or "no" or "nobody" or "none" or "there" or "who" or "which" or "any" or "anyone"
            ? _words[part.Subject.First] : _words.IsCapital(part.Subject.First) ? "name" : "noun";

    private void Speech(Part part)
    {
        if (part.Quoted)
            Add(ClauseSign.Quoted, 1);
        if (part.Link is { } link)
            Add(ClauseSign.Link, link);
        if (part.IsAside)
            Add(ClauseSign.Aside, 1);
        if (part.Speech is not { } speech)
        {
            Add(ClauseSign.Speech, string.Empty);
            return;
        }
        Add(ClauseSign.Speech, speech.Verb);
        Add(ClauseSign.Speech, speech.IsSource ? 1 : 0);
        for (var i = speech.Who.First; i < speech.Who.End; i++)
            Add(ClauseSign.SpeechWho, _words[i]);
        for (var i = speech.Words.First; i < speech.Words.End; i++)
        {
            if (_words.IsWord(i) && _words[i].Length > 3)
                Slot(ClauseSlot.Frame, i);
        }
    }

    private void Deeds(Part part, Stretch tokens)
    {
        Add(ClauseSign.DeedByVerb, DeedClass.Of(_words, part) ?? string.Empty);
        Add(ClauseSign.DeedByNoun, DeedClass.OfNouns(_words, tokens.First, tokens.End) ?? string.Empty);
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (DeedLexicon.OfNoun(_words[i]) is { } told)
                Add(ClauseSign.DeedNoun, told);
        }
    }

    private void Named(Part part, Stretch tokens)
    {
        foreach (var mention in view.Index.In(view.SpanOf(tokens.First, tokens.End)))
            Add(ClauseSign.Entity, (int)mention.Entity.Type);
        if (!part.Subject.IsEmpty)
        {
            foreach (var mention in view.Index.In(view.SpanOf(part.Subject.First, part.Subject.End)))
                Add(ClauseSign.SubjectEntity, (int)mention.Entity.Type);
        }
        foreach (var date in view.Index.DatesIn(view.SpanOf(tokens.First, tokens.End)))
        {
            var days = date.Start.DayNumber - reference.DayNumber;
            Add(ClauseSign.Date, days > 0 ? 0 : days >= -14 ? 1 : days >= -200 ? 2 : days >= -500 ? 3 : 4);
        }
    }

    private void Shape(ClauseCandidate candidate)
    {
        var tokens = candidate.Tokens;
        Add(ClauseSign.Length, (tokens.End - tokens.First) switch { < 4 => 0, < 7 => 1, < 12 => 2, < 20 => 3, < 35 => 4, _ => 5 });
        Add(ClauseSign.Place, Math.Min(3, candidate.Place));
        Add(ClauseSign.Within, candidate.IsWithin ? 1 : 0);
        Add(ClauseSign.Contains, candidate.HasWithin ? 1 : 0);
        Add(ClauseSign.Closing, _words[view.End]);
        if (tokens.First == view.First)
            Add(ClauseSign.FirstOfSentence, tokens.End >= view.End ? 2 : 1);
    }
}
