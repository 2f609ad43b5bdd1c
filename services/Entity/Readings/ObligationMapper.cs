using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Agreements;
using Truceline.Entity.V1;
using Truceline.Type.V1;
using ObligationModality = Truceline.Entity.V1.ObligationModality;

namespace Truceline.Entity.Readings;

/// <summary>Proposed obligations as protos. Pure.</summary>
internal static class ObligationMapper
{
    internal static ProposedObligation Map(ObligationDraft draft, Ingest.V1.Report report, CodePoints points, Func<string, Participant?> participant)
    {
        var proto = new ProposedObligation
        {
            Number = draft.Number,
            Modality = Enum.Parse<ObligationModality>(draft.Modality.ToString()),
            Action = draft.Action,
            From = Term(draft.From),
            Start = Term(draft.Start),
            Deadline = Term(draft.Deadline),
            Exception = Phrase(draft.Exception),
            Condition = Phrase(draft.Condition),
            Clause = Evidence(draft.Clause),
        };
        if (draft.Limit is { } limit)
            proto.Limit = limit;
        proto.Parties.Add(Phrases(draft.Parties));
        proto.Objects.Add(Phrases(draft.Objects));
        proto.Areas.Add(Phrases(draft.Areas));
        proto.Verification.Add(Phrases(draft.Verification));
        proto.Distances.Add(draft.Distances.Select(d => MeasureMapper.Quantity(d, report.Text, points)));
        return proto;

        Evidence Evidence(TextSpan span) => new() { ReportId = report.Id, Span = points.Of(span), Quote = span.Of(report.Text) };

        IEnumerable<ObligationPhrase> Phrases(IEnumerable<Phrase> phrases) => phrases.Select(Phrase).OfType<ObligationPhrase>();

        ObligationPhrase? Phrase(Phrase? phrase) => phrase is null ? null : new ObligationPhrase
        {
            Text = phrase.Text,
            Evidence = Evidence(phrase.Span),
            Entities = { phrase.Entities.Select(participant).OfType<Participant>() },
        };

        ObligationTerm? Term(Term? term) => term is null ? null : new ObligationTerm
        {
            Expression = term.Expression,
            Evidence = Evidence(term.Span),
            Value = term.Value ?? "",
            After = term.After ?? "",
        };
    }
}
