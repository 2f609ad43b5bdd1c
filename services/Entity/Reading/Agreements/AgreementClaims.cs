using System.Globalization;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>The obligations of an agreement as claims: promised, with the clause as evidence. An agreement reports no deeds, so nothing else is claimed.</summary>
internal static class AgreementClaims
{
    private const double Known = 0.85;
    private const double Unknown = 0.5;

    /// <summary>The claims of an agreement in order of their clauses; null when the text is no agreement.</summary>
    public static IReadOnlyList<ClaimDraft>? Read(
        SegmentedText text, ReportHeader header, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        if (AgreementReader.Read(text, header, entities, dates, quantities) is not { } obligations)
            return null;
        var byId = entities.ToDictionary(e => e.Id);
        return obligations.GroupBy(o => (o.Action, o.Clause)).Select(g => Of(g.First(), byId, dates, quantities)).ToList();
    }

    private static ClaimDraft Of(ObligationDraft obligation, Dictionary<string, NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities) =>
        new(
            ClaimKind.Commitment,
            obligation.Action,
            obligation.Clause,
            obligation.Condition is null ? AssertionMode.Promised : AssertionMode.Conditional,
            obligation.Action == ClaimClasses.OtherCommitment ? Unknown : Known,
            "agreement-point")
        {
            Actors = obligation.Parties.SelectMany(p => p.Entities).Distinct().ToList(),
            Object = obligation.Objects.Count == 0 ? null : string.Join(", ", obligation.Objects.Select(o => o.Text)),
            ObjectEntities = obligation.Objects.SelectMany(o => o.Entities).Distinct().ToList(),
            Place = obligation.Areas.SelectMany(a => a.Entities).FirstOrDefault(id => entities.TryGetValue(id, out var e) && e.Type is EntityType.Location or EntityType.Facility),
            Deadline = DeadlineOf(obligation.Deadline, dates),
            Quantities = quantities.Where(q => obligation.Clause.Contains(q.Span)).ToList(),
            Obligation = obligation,
        };

    private static DateMention? DeadlineOf(Term? term, IReadOnlyList<DateMention> dates)
    {
        if (term?.Value is not { } value || !DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        var start = dates.FirstOrDefault(d => term.Span.Overlaps(d.Span)) is { } mention && mention.End == day ? mention.Start : day;
        return new DateMention(term.Span, value[..10], start, day, DatePrecision.Day) { IsLimit = true };
    }
}
