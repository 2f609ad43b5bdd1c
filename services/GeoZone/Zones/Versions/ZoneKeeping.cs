using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Stores versions with all that follows from them, in the caller's transaction: zones drawn from what changed, the news of them, and what was judged by them.</summary>
internal sealed class ZoneKeeping(
    VersionWriter writer, IVersionStore store, IAgreementStore agreements, AgreementAssessor assessor, IChangeAnnouncer announcer)
{
    /// <summary>Stores what <see cref="VersionWriter.SayAsync"/> gathered.</summary>
    /// <param name="changedBy">The id of the line or zone that was changed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<VersionOutcome> SaveAsync(string changedBy, CancellationToken cancellationToken)
    {
        var outcome = await writer.SaveAsync(changedBy, cancellationToken);
        foreach (var zones in ByAgreement(outcome))
        {
            announcer.Announce(zones.Key, LocalIds(zones), changedBy);
            await JudgeAgainAsync(zones.Key, cancellationToken);
        }
        return outcome;
    }

    /// <summary>Stores what an import says anew, tells of it, and judges again what other agreements have drawn from it.</summary>
    /// <param name="previous">The agreement as it was; null when it was not there.</param>
    /// <param name="now">The agreement as it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The agreement with its zones, for the caller to judge by.</returns>
    public async Task<PreparedAgreement> ImportAsync(Agreement? previous, Agreement now, CancellationToken cancellationToken)
    {
        var outcome = await KeepAsync(previous, now, cancellationToken);
        var changed = ByAgreement(outcome).ToList();
        var own = changed.Where(g => g.Key == now.Id).SelectMany(LocalIds).Union(ZoneChanges.Between(previous, now)).Order(StringComparer.Ordinal).ToList();
        if (own.Count > 0)
            announcer.Announce(now.Id, own, "");
        foreach (var others in changed.Where(g => g.Key != now.Id))
        {
            announcer.Announce(others.Key, LocalIds(others), "");
            await JudgeAgainAsync(others.Key, cancellationToken);
        }
        return new(now, await store.ZonesOfAsync(now.Id, cancellationToken));
    }

    /// <summary>Stores what an agreement says, and nothing else.</summary>
    public async Task<VersionOutcome> KeepAsync(Agreement? previous, Agreement now, CancellationToken cancellationToken)
    {
        foreach (var (key, eras) in AgreementEras.SaidAnew(previous, now))
            await writer.SayAsync(key, now.Id, _ => eras, cancellationToken);
        return await writer.SaveAsync("", cancellationToken);
    }

    private static IEnumerable<IGrouping<string, KeptChange>> ByAgreement(VersionOutcome outcome) =>
        outcome.Zones.GroupBy(c => c.AgreementId).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static IReadOnlyList<string> LocalIds(IGrouping<string, KeptChange> zones) =>
        [.. zones.Select(c => zones.Key.Length == 0 ? c.Key.Id : KeptKey.Local(c.Key.Id)).Order(StringComparer.Ordinal)];

    private async Task JudgeAgainAsync(string agreementId, CancellationToken cancellationToken)
    {
        if (agreementId.Length > 0 && await agreements.ReadAsync(agreementId, cancellationToken) is { } agreement)
            await assessor.AssessAsync(agreement, cancellationToken);
    }
}
