using Truceline.Entity.Reading;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;
using AssertionMode = Truceline.Entity.V1.AssertionMode;
using ClaimKind = Truceline.Entity.V1.ClaimKind;

namespace Truceline.Entity.Readings;

/// <summary>Claims of one reading as protos. Pure.</summary>
/// <param name="report">The report that was read.</param>
/// <param name="entities">Its entities, by id.</param>
/// <param name="points">Positions in its text.</param>
/// <param name="outlet">Outlet whose own words it speaks in; null when unknown.</param>
internal sealed class ClaimMapper(
    Ingest.V1.Report report, IReadOnlyDictionary<string, NamedEntity> entities, CodePoints points, string? outlet)
{
    internal Claim Map(ClaimDraft draft, string reader)
    {
        var claim = new Claim
        {
            Id = IdOf(draft.Key),
            Kind = Enum.Parse<ClaimKind>(draft.Kind.ToString()),
            Class = draft.Class,
            Coding = EventCodings.Of(draft.Coding),
            Mode = Enum.Parse<AssertionMode>(draft.Mode.ToString()),
            Evidence = Evidence(draft.Evidence),
            Object = draft.Object ?? "",
            Speaker = Participant(draft.Speaker),
            Source = Participant(draft.Source),
            Quoted = draft.IsQuote,
            Background = draft.Background,
            RepeatedOverPeriod = draft.Repeated,
            Fatalities = Count(draft.Fatalities),
            Injured = Count(draft.Injured),
            Reliability = report.Reliability,
            // One report alone confirms nothing; corroboration comes with others.
            Credibility = InformationCredibility.CannotBeJudged,
            Provenance = new Provenance { Reader = reader, Rule = draft.Rule, Confidence = draft.Confidence },
        };
        claim.Actors.Add(draft.Actors.Select(Participant).OfType<Participant>());
        claim.Targets.Add(draft.Targets.Select(Participant).OfType<Participant>());
        claim.ObjectEntities.Add(draft.ObjectEntities.Select(Participant).OfType<Participant>());
        claim.ActorPhrases.Add(draft.ActorPhrases);
        claim.TargetPhrases.Add(draft.TargetPhrases);
        claim.Instruments.Add(draft.Instruments.Select(Participant).OfType<Participant>());
        claim.Chain.Add(draft.Chain.Select(Link));
        claim.Links.Add(draft.Links.Select(l => new V1.ClaimLink { Relation = Enum.Parse<V1.ClaimRelation>(l.Relation.ToString()), ClaimId = IdOf(l.Target) }));
        claim.Terms.Add(draft.Terms.Select(t => new V1.DisputedTerm { Word = t.Word, SaidBy = Participant(t.SaidBy) ?? Unnamed(t.Name ?? outlet), Evidence = Evidence(t.Span) }));
        claim.Quantities.Add(draft.Quantities.Select(q => MeasureMapper.Quantity(q, report.Text, points)));
        claim.Place = Place(draft.Place);
        claim.Date = MeasureMapper.ExtentOfClaim(draft.Date);
        claim.Deadline = MeasureMapper.ExtentOfClaim(draft.Deadline);
        claim.Obligation = draft.Obligation is { } obligation ? ObligationMapper.Map(obligation, report, points, Participant) : null;
        return claim;
    }

    private string IdOf(ClaimKey key)
    {
        var span = points.Of(key.Evidence);
        return ContentHash.Of(report.Id, Enum.Parse<ClaimKind>(key.Kind.ToString()).ToString(), key.Class, $"{span.Start}-{span.End}");
    }

    private Evidence Evidence(TextSpan span) => new() { ReportId = report.Id, Span = points.Of(span), Quote = span.Of(report.Text) };

    private V1.CountRange? Count(Reading.CountRange? count)
    {
        if (count is null)
            return null;
        var proto = new V1.CountRange { Low = count.Low, Evidence = Evidence(count.Span) };
        if (count.High is { } high)
            proto.High = high;
        return proto;
    }

    private V1.Attribution Link(AttributionLink link) =>
        new() { Source = Participant(link.Source), Name = link.Name, Verb = link.Verb, Evidence = Evidence(link.Span) };

    private Participant? Participant(string? id) => id is not null && entities.TryGetValue(id, out var entity)
        ? new Participant { EntityId = entity.Id, Name = entity.Name, Country = entity.Country ?? "", Type = Enum.Parse<V1.EntityType>(entity.Type.ToString()) }
        : null;

    /// <summary>Somebody of whom the reading has no entity; null without a name.</summary>
    private static Participant? Unnamed(string? name) => string.IsNullOrEmpty(name) ? null : new Participant { Name = name };

    private ClaimPlace? Place(string? id) => id is not null && entities.TryGetValue(id, out var entity)
        ? new ClaimPlace { EntityId = entity.Id, Name = entity.Name, Candidates = { entity.Places.Select(MeasureMapper.Place) } }
        : null;
}
