using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;
using static Truceline.Entity.Reading.Claims.Assertions.Modes.ModeVocabulary;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>What is intended, due, expected or prepared.</summary>
internal sealed class PlanRules(Words words, EntityIndex index)
{
    private static readonly FrozenSet<string> Planning = Lexicon.Set("planning");
    private static readonly FrozenSet<string> PlanHeaders = Lexicon.Nouns("planheader");
    private static readonly string[][] Plans = PhraseList.Of(
        "under consideration|on the agenda|has in mind|have in mind|had in mind|its eyes on|their eyes on|working on|getting ready|set for|due to|due in|due on|slated for|slated to|about to|is the aim|the aim is|aim to|aim is|'s aim|under discussion|on the table|in the works|gearing up|in preparation|plan is|plans are|on the cards|set to|going to|patrol plan|looking to|is scheduled|pencilled in|planned for|scheduled for|earmarked for|down for|supposed to|meant to|looking into|look into|thinking of|toying with|lined up|readied for|poised to|in the pipeline|drawn up|bound for talks|slotted for|mapped out|under way for|underway for|afoot|are under way to|being readied|being prepared|being drawn up|on course to|on track to|billed for|booked for|in store|in the offing|aims for|aim for|aiming for|in train|stands ready|stand ready|at the ready|standing by to");
    private static readonly FrozenSet<string> PlanNouns = Words.Set("plan plans scheme schemes proposal proposals blueprint blueprints draft drafts idea ideas intention aim timetable");

    /// <summary>What is intended, due, expected or prepared.</summary>
    public Assertion? Plan(Part part)
    {
        var main = part.Main;
        var infinitive = part.Groups.Find(g => g.Mood == VerbMood.Infinitive);
        if (main is null && part is { Link: ":", Before: { Main: null } header } && words.Any(header.Start, header.End, PlanHeaders))
        {
            return Assertion.Of(ClaimKind.Statement, DutyClass.OfPlan(words, header), AssertionMode.Planned, "plan-entry", 0.6) with { Tokens = new(header.Start, part.End) };
        }
        if (main is null)
        {
            return infinitive is not null && infinitive.First > part.Start && part.Link != ":" && !Pledged(part) && part.Speech is null || part.HasAny(Plans)
                ? Assertion.Of(ClaimKind.Statement, DutyClass.OfPlan(words, part), AssertionMode.Planned, "headline-infinitive", 0.6) : null;
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
        plans |= main is { Lemma: "aim" or "prepare" or "hope" or "push" or "angle" or "gear" or "brace", Passive: false } && words[main.End] is "for" or "up" && index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)) is not null;
        var believed = main.Passive && Suspecting.Contains(main.Lemma) && infinitive is not null && infinitive.Lemma is "plan" or "prepare" or "intend";
        plans |= main is { Lemma: "go", Passive: false } && words[main.Head] == "going" && infinitive?.First == main.End;
        var wants = main.Lemma == "want" && !main.Passive && (goes || index.DatesIn(words.Source.SpanOf(main.First, part.End - 1)).Any());
        return plans || believed || wants || main.Lemma is "be" or "have" or "work" or "get" or "set" or "slate" or "schedule" or "pencil" or "gear" or "look" or "ready" or "earmark" or "expect" or "suppose" or "mean" or "line" or "think" or "toy" or "poise" or "draw" or "slot" or "map" or "prepare" or "bill" or "book" or "aim" or "stand" && part.HasAny(Plans) || IsPlanSubject(part, main)
            ? Assertion.Of(ClaimKind.Statement, DutyClass.OfPlan(words, part), AssertionMode.Planned, "plan", 0.75) : null;
    }

    /// <summary>"Plans drawn up by the command envisage …", "The idea is to …".</summary>
    private bool IsPlanSubject(Part part, VerbGroup main) =>
        words.Any(part.Subject.First, Math.Min(part.Subject.First + 3, part.Subject.End), PlanNouns) && (main.Lemma is "envisage" or "foresee" or "provide" or "include" or "call" or "entail" || main.Lemma == "be" && words[main.End] == "to");

    private bool Pledged(Part part) => part.Speech is { } speech && Promising.Contains(speech.Verb) || part.Before is { Main: { } before } && words[before.First] is "is" or "are" or "shall";
}
