using Truceline.Entity.Reading.Agreements.Norms;
using Truceline.Entity.Reading.Agreements.Parts;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Agreements;

/// <summary>The obligation that a commitment told in a report proposes, as far as the report tells it. Stateless.</summary>
internal static class NewsObligations
{
    /// <summary>The claims, commitments among them with their obligation; others as they were.</summary>
    public static IReadOnlyList<ClaimDraft> Fill(
        IReadOnlyList<ClaimDraft> claims, SegmentedText text, ReportHeader header, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        if (!claims.Any(c => c.Kind == ClaimKind.Commitment))
            return claims;
        var words = new Words(text);
        var index = new EntityIndex(text, entities, dates, quantities);
        var terms = new TermReader(text.Text, dates, header.Reference);
        var byId = entities.ToDictionary(e => e.Id);
        return claims.Select(c => c.Kind == ClaimKind.Commitment ? c with { Obligation = Of(c, words, index, terms, byId) } : c).ToList();
    }

    private static ObligationDraft? Of(ClaimDraft claim, Words words, EntityIndex index, TermReader terms, Dictionary<string, NamedEntity> entities)
    {
        var clause = new ProvisionText(words, [claim.Evidence]);
        if (clause.Count == 0)
            return null;
        var norm = NormFinder.Find(clause).FirstOrDefault()
            ?? new Norm(clause, NormForm.Bare, clause[0]) { Subordinate = Subordinates.Mark(clause), VerbEnd = 1, End = clause.Count };
        var read = new ObligationBuilder(index, terms, []).Build(norm, "", claim.Evidence);
        var draft = read ?? new ObligationDraft("", claim.Class == ClaimClasses.Refrain ? ObligationModality.Prohibition : ObligationModality.Duty, claim.Class, claim.Evidence)
        {
            Areas = PartReader.Areas(norm, claim.Class, _ => false).Select(a => clause.PhraseOf(a.First, a.End)).ToList(),
            Distances = claim.Quantities.Where(q => q.Kind == QuantityKind.Distance).ToList(),
        };
        // Who is bound, and when, the claim knows from the whole report.
        return draft with
        {
            Action = claim.Class,
            Parties = claim.Actors.Count > 0 ? claim.Actors.Select(id => Named(id, claim, entities)).OfType<Phrase>().ToList() : draft.Parties,
            Objects = draft.Objects.Count == 0 && claim.Object is { Length: > 0 } told && words.Source.Text.IndexOf(told, claim.Evidence.Start, claim.Evidence.Length, StringComparison.Ordinal) is var at and >= 0
                ? [new Phrase(told, new TextSpan(at, at + told.Length)) { Entities = claim.ObjectEntities }] : draft.Objects,
            Deadline = claim.Deadline is { } deadline
                ? new Term(deadline.Span.Of(words.Source.Text), deadline.Span) { Value = deadline.End.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } : draft.Deadline,
        };
    }

    /// <summary>An entity as the text names it nearest before the clause's end.</summary>
    private static Phrase? Named(string id, ClaimDraft claim, Dictionary<string, NamedEntity> entities) => entities.TryGetValue(id, out var entity)
        ? new Phrase(entity.Name, (entity.Mentions.LastOrDefault(m => m.Span.Start < claim.Evidence.End) ?? entity.Mentions[0]).Span) { Entities = [id] } : null;
}
