using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Obligations;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.Assessment;

/// <summary>Reads what the decisions on terms need, and stores and tells what they decide.</summary>
internal sealed class AgreementAssessor(
    IClaimStore claims, IObligationStore obligations, IncidentAssessor incidents, IChangeAnnouncer announcer, TimeProvider time)
{
    /// <summary>Assesses an agreement that is new or was replaced: every term as of today, and every claim received so far.</summary>
    public async Task AssessAsync(PreparedAgreement agreement, CancellationToken cancellationToken)
    {
        var id = agreement.Agreement.Id;
        var received = await ReceivedAsync(cancellationToken);
        await incidents.AssessAsync(agreement, received, cancellationToken);

        await obligations.ClearEvidenceAsync(id, cancellationToken);
        var last = await obligations.LastStatesAsync(id, cancellationToken);
        foreach (var (state, evidence) in StatesOf(agreement, received))
        {
            await obligations.AddEvidenceAsync(id, state.Obligation.Id, evidence.Select(e => e.Claim.Claim.Id), cancellationToken);
            await TellAsync(state, evidence, last, cancellationToken);
        }
    }

    /// <summary>What assessing an agreement in place of the one with its id would come to. Changes nothing.</summary>
    public async Task<Outcome> ForeseeAsync(PreparedAgreement agreement, CancellationToken cancellationToken)
    {
        var received = await ReceivedAsync(cancellationToken);
        var changes = await incidents.ForeseeAsync(agreement, received, cancellationToken);
        var last = await obligations.LastStatesAsync(agreement.Agreement.Id, cancellationToken);
        return new(
            [.. changes.Where(c => c.Change.IsTold)],
            [.. StatesOf(agreement, received).Select(s => (s.State, Previous: last.GetValueOrDefault(s.State.Obligation.Id), s.Evidence))
                .Where(s => IsTold(s.State, s.Evidence, s.Previous)).Select(s => new StateChange(s.State, s.Previous))]);
    }

    private async Task<List<ReceivedClaim>> ReceivedAsync(CancellationToken cancellationToken)
    {
        var received = new List<ReceivedClaim>();
        await foreach (var claim in claims.AllAsync(cancellationToken))
            received.Add(claim);
        return received;
    }

    /// <summary>Every term as of today, with all claims that bear on it.</summary>
    private IEnumerable<(ObligationState State, List<TermEvidence> Evidence)> StatesOf(PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> received)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var term in agreement.Agreement.Obligations)
        {
            var evidence = received.Select(c => BearingRules.BearingOf(c, term, agreement)).OfType<TermEvidence>().ToList();
            yield return (ObligationEvaluator.Evaluate(agreement.Agreement.Id, term, evidence, today, now), evidence);
        }
    }

    /// <summary>Assesses claims of a report that are already kept as new: incidents, and the terms on which they bear.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="incoming">The claims, all of one report.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task AssessAsync(PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> incoming, CancellationToken cancellationToken) =>
        AssessAsync(agreement, incoming, [], cancellationToken);

    /// <summary>The same when claims, or earlier versions of them, count no longer.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="incoming">Claims that are kept as new, all of one report; may be empty.</param>
    /// <param name="removed">Claims that are not kept any more, as they were.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AssessAsync(
        PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> incoming, IReadOnlyList<ReceivedClaim> removed, CancellationToken cancellationToken)
    {
        await incidents.AssessAsync(agreement, incoming, removed, cancellationToken);
        var id = agreement.Agreement.Id;
        var last = await obligations.LastStatesAsync(id, cancellationToken);
        var gone = removed.Select(c => c.Claim.Id).ToHashSet();
        var found = agreement.Agreement.Obligations
            .Select(term => (Term: term, Evidence: incoming.Select(c => BearingRules.BearingOf(c, term, agreement)).OfType<TermEvidence>().ToList()))
            .Where(f => f.Evidence.Count > 0 || (last.TryGetValue(f.Term.Id, out var state) && state.Evidence.Any(e => gone.Contains(e.ClaimId)))).ToList();
        if (found.Count == 0)
            return;
        var earlier = await EvidenceAsync(agreement, found.ConvertAll(f => f.Term), cancellationToken);
        foreach (var (term, evidence) in found)
        {
            await obligations.AddEvidenceAsync(id, term.Id, evidence.Select(e => e.Claim.Claim.Id), cancellationToken);
            List<TermEvidence> all = [.. earlier[term.Id], .. evidence];
            var day = evidence.Count > 0 ? incoming[0].ReferenceDate : DayRange.Day(last[term.Id].AsOfDate);
            await TellAsync(ObligationEvaluator.Evaluate(id, term, all, day, time.GetUtcNow()), all, last, cancellationToken);
        }
    }

    /// <summary>Judges again what rests on claims of which more became known: incidents, and the terms on which they bear, as of the day last told.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="changed">The claims as they are now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReassessAsync(PreparedAgreement agreement, IReadOnlyList<ReceivedClaim> changed, CancellationToken cancellationToken)
    {
        await incidents.ReassessAsync(agreement, changed, cancellationToken);
        var id = agreement.Agreement.Id;
        var ids = changed.Select(c => c.Claim.Id).ToHashSet();
        var last = await obligations.LastStatesAsync(id, cancellationToken);
        var terms = agreement.Agreement.Obligations
            .Where(t => last.TryGetValue(t.Id, out var state) && state.Evidence.Any(e => ids.Contains(e.ClaimId))).ToList();
        if (terms.Count == 0)
            return;
        var evidence = await EvidenceAsync(agreement, terms, cancellationToken);
        foreach (var term in terms)
        {
            var state = ObligationEvaluator.Evaluate(id, term, evidence[term.Id], DayRange.Day(last[term.Id].AsOfDate), time.GetUtcNow());
            await TellAsync(state, evidence[term.Id], last, cancellationToken);
        }
    }

    /// <summary>The state of every term on a day, in the order of the agreement. Changes nothing.</summary>
    public async Task<IEnumerable<ObligationState>> StatesAsync(PreparedAgreement agreement, DateOnly asOf, CancellationToken cancellationToken)
    {
        var evidence = await EvidenceAsync(agreement, agreement.Agreement.Obligations, cancellationToken);
        return agreement.Agreement.Obligations
            .Select(term => ObligationEvaluator.Evaluate(agreement.Agreement.Id, term, evidence[term.Id], asOf, time.GetUtcNow()));
    }

    private async Task<Dictionary<string, List<TermEvidence>>> EvidenceAsync(
        PreparedAgreement agreement, IReadOnlyList<Obligation> terms, CancellationToken cancellationToken)
    {
        var ids = await obligations.EvidenceAsync(agreement.Agreement.Id, cancellationToken);
        var wanted = terms.SelectMany(t => ids[t.Id]).Distinct().ToList();
        var found = (await claims.FindAsync(wanted, cancellationToken)).ToDictionary(c => c.Claim.Id);
        return terms.ToDictionary(t => t.Id, t => ids[t.Id].Where(found.ContainsKey)
            .Select(claim => BearingRules.BearingOf(found[claim], t, agreement)).OfType<TermEvidence>().ToList());
    }

    private async Task TellAsync(
        ObligationState state, IEnumerable<TermEvidence> evidence, IReadOnlyDictionary<string, ObligationState> last, CancellationToken cancellationToken)
    {
        var previous = last.GetValueOrDefault(state.Obligation.Id);
        if (previous is not null && IsSame(previous, state) && previous.Evidence.Equals(state.Evidence))
            return;
        await obligations.PutStateAsync(state, cancellationToken);
        if (IsTold(state, evidence, previous))
            announcer.Announce(state, previous);
    }

    /// <summary>Whether a state is news. That a further outlet carries the same text is kept, and none.</summary>
    private static bool IsTold(ObligationState state, IEnumerable<TermEvidence> evidence, ObligationState? previous) =>
        previous is null || !IsSame(previous, state)
        || (!previous.Evidence.Equals(state.Evidence) && !Copies.AreAllThatCame(previous.Evidence.Select(e => e.ClaimId), evidence.Select(e => e.Claim)));

    /// <summary>Whether a state says the same as another but for the day, the instant and the evidence with which it was taken.</summary>
    private static bool IsSame(ObligationState a, ObligationState b) =>
        a.Verdict.Equals(b.Verdict) && a.Implementation == b.Implementation && a.Obligation.Equals(b.Obligation);
}
