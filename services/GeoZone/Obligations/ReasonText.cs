using System.Globalization;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Obligations;

/// <summary>Says in a sentence or two why a term is in its state.</summary>
internal static class ReasonText
{
    public static string Of(Obligation term, TermFacts facts, Verdict verdict)
    {
        var why = verdict.Compliance switch
        {
            Compliance.NotYetDue when facts.AsOf < facts.ValidFrom => $"It binds from {Day(facts.ValidFrom)}; {Day(facts.AsOf)} lies before that.",
            Compliance.NotYetDue => $"It is due by {Day(facts.Deadline!.Value)}, that day included; on {Day(facts.AsOf)} its time had not passed.",
            Compliance.Violated => $"{Reports(facts.Breaks)} what breaks it, inside its area and while it bound.",
            Compliance.PossiblyViolated => facts.Fulfils.Count > 0
                ? $"{Reports(facts.Breaks)} what breaks it, {Reports(facts.Fulfils, capital: false)} that it was carried out."
                : $"{Reports(facts.Breaks)} what would break it; place, time or doer is not certain.",
            Compliance.Compliant => $"{Reports(facts.Fulfils)} that it was carried out, and nothing known speaks against it.",
            _ => Undetermined(term, facts),
        };
        var restated = facts.All.Count(e => e.Bearing == Bearing.Restates);
        var denied = facts.All.Count(e => e.Bearing == Bearing.DeniesBreach);
        return why + Count(restated, " It is restated in ", ".") + Count(denied, " A breach is denied in ", ".");
    }

    private static string Undetermined(Obligation term, TermFacts facts)
    {
        if (term.Modality is not (Modality.Duty or Modality.Prohibition))
            return "It binds nobody to a deed that could be kept or broken.";
        if (facts.Fulfils.Count > 0)
            return $"{Reports(facts.Fulfils)} that it was carried out; that is not enough to call it kept.";
        return facts.Deadline is { } deadline
            ? $"It was due by {Day(deadline)}; by {Day(facts.AsOf)} no report tells whether it was done, and silence is no proof that it was."
            : term.Modality == Modality.Duty
            ? $"It binds since {Day(facts.ValidFrom)}; {Until(facts)} tells whether it is carried out, and silence is no proof that it is."
            : $"It binds since {Day(facts.ValidFrom)}; {Until(facts)} tells of a breach, and silence is no proof that it is kept.";
    }

    private static string Until(TermFacts facts) =>
        facts.AsOf == facts.ValidFrom ? "no report of that day" : $"no report of the time until {Day(facts.AsOf)}";

    private static string Reports(IReadOnlyList<TermEvidence> evidence, bool capital = true) =>
        evidence.Count == 1 ? $"{(capital ? "One" : "one")} claim reports" : $"{evidence.Count.ToString(CultureInfo.InvariantCulture)} claims report";

    private static string Count(int count, string before, string after) =>
        count == 0 ? "" : before + (count == 1 ? "one claim" : $"{count.ToString(CultureInfo.InvariantCulture)} claims") + after;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
