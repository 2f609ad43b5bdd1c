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
internal sealed class ClaimMapper(
    Ingest.V1.Report report, IReadOnlyDictionary<string, NamedEntity> entities, CodePoints points)
{
    internal Claim Map(ClaimDraft draft, string reader)
    {
        var span = points.Of(draft.Evidence);
        var kind = Enum.Parse<ClaimKind>(draft.Kind.ToString());
        var claim = new Claim
        {
            Id = ContentHash.Of(report.Id, kind.ToString(), draft.Class, $"{span.Start}-{span.End}"),
            Kind = kind,
            Class = draft.Class,
            Coding = EventCodings.Of(draft.Class),
            Mode = Enum.Parse<AssertionMode>(draft.Mode.ToString()),
            Evidence = new Evidence { ReportId = report.Id, Span = span, Quote = draft.Evidence.Of(report.Text) },
            Object = draft.Object ?? "",
            Speaker = Participant(draft.Speaker),
            Source = Participant(draft.Source),
            Quoted = draft.IsQuote,
            Reliability = report.Reliability,
            // One report alone confirms nothing; corroboration comes with others.
            Credibility = InformationCredibility.CannotBeJudged,
            Provenance = new Provenance { Reader = reader, Rule = draft.Rule, Confidence = draft.Confidence },
        };
        claim.Actors.Add(draft.Actors.Select(Participant).OfType<Participant>());
        claim.Targets.Add(draft.Targets.Select(Participant).OfType<Participant>());
        claim.ObjectEntities.Add(draft.ObjectEntities.Select(Participant).OfType<Participant>());
        claim.Quantities.Add(draft.Quantities.Select(q => MeasureMapper.Quantity(q, report.Text, points)));
        claim.Place = Place(draft.Place);
        claim.Date = draft.Date is { } date ? MeasureMapper.Extent(date) : null;
        claim.Deadline = draft.Deadline is { } deadline ? MeasureMapper.Extent(deadline) : null;
        return claim;
    }

    private Participant? Participant(string? id) => id is not null && entities.TryGetValue(id, out var entity)
        ? new Participant { EntityId = entity.Id, Name = entity.Name, Country = entity.Country ?? "", Type = Enum.Parse<V1.EntityType>(entity.Type.ToString()) }
        : null;

    private ClaimPlace? Place(string? id) => id is not null && entities.TryGetValue(id, out var entity)
        ? new ClaimPlace { EntityId = entity.Id, Name = entity.Name, Candidates = { entity.Places.Select(MeasureMapper.Place) } }
        : null;
}
