namespace Truceline.GeoZone.Zones.Versions;

/// <summary>
/// Gathers what is said in one transaction, draws what follows from it, and stores both under one instant of system time. Begin a new one after saving.
/// </summary>
internal sealed class VersionWriter(IVersionStore store, TimeProvider time)
{
    /// <summary>A zone drawn from others may not have more than this.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly Dictionary<KeptKey, Draft> _drafts = [];
    private readonly HashSet<KeptKey> _changed = [];

    /// <summary>Says something of a line, zone or place.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="agreementId">The agreement that it is part of; empty when it stands by itself.</param>
    /// <param name="change">From what was said of it until now to what is said from now on.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task SayAsync(KeptKey key, string agreementId, Func<IReadOnlyList<Era>, IReadOnlyList<Era>> change, CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(key, agreementId, cancellationToken);
        draft.Said = change(draft.Said);
        draft.Eras = draft.Said;
        _changed.Add(key);
    }

    /// <summary>Whether a zone would be drawn from itself.</summary>
    public Task<bool> ClosesCircleAsync(KeptKey key, CancellationToken cancellationToken) => ReachesAsync(key, key, [], cancellationToken);

    /// <summary>Draws again all that is drawn from what was changed, in its order, and stores what differs.</summary>
    /// <param name="changedBy">The id of what the change began with; empty for each its own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What has new versions, or some fewer; and zones that would become too large, with which nothing is stored.</returns>
    public async Task<VersionOutcome> SaveAsync(string changedBy, CancellationToken cancellationToken)
    {
        var tooLarge = await DrawAsync(cancellationToken);
        if (tooLarge.Count > 0)
            return new([], tooLarge);
        var changes = Differences().Select(d => new KeptChange(
            d.Key, d.Draft.AgreementId, d.Superseded, d.Added, d.Draft.Names, changedBy.Length > 0 ? changedBy : d.Key.Id)).ToList();
        await store.PutAsync(changes, time.GetUtcNow(), cancellationToken);
        _drafts.Clear();
        _changed.Clear();
        return new(changes, []);
    }

    /// <summary>The zones that would be stored, with all their eras before and after; and those that would become too large. Stores nothing and is to be dropped afterwards.</summary>
    public async Task<(IReadOnlyList<ForeseenZone> Zones, IReadOnlyList<KeptKey> TooLarge)> ForeseeAsync(CancellationToken cancellationToken)
    {
        var tooLarge = await DrawAsync(cancellationToken);
        return ([.. Differences().Where(d => d.Key.Kind == KeptKind.Zone)
            .Select(d => new ForeseenZone(d.Key.Id, d.Draft.AgreementId, [.. d.Draft.Known.Select(v => new Era(v.Days, v.Body))], d.Draft.Eras))], tooLarge);
    }

    /// <summary>Draws again all that is drawn from what was changed; gives what would become too large.</summary>
    private async Task<IReadOnlyList<KeptKey>> DrawAsync(CancellationToken cancellationToken)
    {
        foreach (var key in await InOrderAsync(cancellationToken))
        {
            var draft = await DraftAsync(key, "", cancellationToken);
            var named = new Dictionary<KeptKey, IReadOnlyList<Era>>();
            foreach (var name in draft.Names)
                named[name] = (await DraftAsync(name, "", cancellationToken)).Eras;
            draft.Eras = ZoneDerivation.Derive(draft.Said, name => named[name]);
        }
        return [.. _drafts.Where(d => d.Value.Eras.Any(e => e.Body.DrawnFrom?.CalculateSize() > MostBytes)).Select(d => d.Key)];
    }

    /// <summary>What differs from what was known, by kind and id.</summary>
    private IEnumerable<(KeptKey Key, Draft Draft, IReadOnlyList<KeptVersion> Superseded, IReadOnlyList<Era> Added)> Differences() =>
        from pair in _drafts.OrderBy(d => d.Key.Kind).ThenBy(d => d.Key.Id, StringComparer.Ordinal)
        let difference = Timeline.Difference(pair.Value.Known, pair.Value.Eras)
        where difference.Superseded.Count + difference.Added.Count > 0
        select (pair.Key, pair.Value, difference.Superseded, difference.Added);

    private async Task<Draft> DraftAsync(KeptKey key, string agreementId, CancellationToken cancellationToken)
    {
        if (_drafts.TryGetValue(key, out var known))
            return known;
        var kept = await store.FindAsync(key, cancellationToken);
        var versions = kept is null ? [] : await store.KnownAsync(key, cancellationToken);
        return _drafts[key] = new(kept?.AgreementId ?? agreementId, versions);
    }

    /// <summary>The zones that are to be drawn again, each after those it is drawn from.</summary>
    private async Task<List<KeptKey>> InOrderAsync(CancellationToken cancellationToken)
    {
        var affected = _changed.Where(k => k.Kind == KeptKind.Zone).ToHashSet();
        var open = new Queue<KeptKey>(_changed);
        while (open.TryDequeue(out var key))
        {
            var dependents = (await store.DependentsAsync(key, cancellationToken)).Concat(_drafts.Where(d => d.Value.Names.Contains(key)).Select(d => d.Key)).ToList();
            foreach (var dependent in dependents.Where(affected.Add))
                open.Enqueue(dependent);
        }
        var (ordered, seen) = (new List<KeptKey>(), new HashSet<KeptKey>());
        foreach (var key in affected.OrderBy(k => k.Id, StringComparer.Ordinal))
            await VisitAsync(key);
        return ordered;

        async Task VisitAsync(KeptKey key)
        {
            if (!seen.Add(key))
                return;
            foreach (var name in (await DraftAsync(key, "", cancellationToken)).Names.Where(affected.Contains))
                await VisitAsync(name);
            ordered.Add(key);
        }
    }

    private async Task<bool> ReachesAsync(KeptKey from, KeptKey goal, HashSet<KeptKey> seen, CancellationToken cancellationToken)
    {
        foreach (var name in (await DraftAsync(from, "", cancellationToken)).Names.Where(n => n.Kind == KeptKind.Zone))
        {
            if (name == goal || seen.Add(name) && await ReachesAsync(name, goal, seen, cancellationToken))
                return true;
        }
        return false;
    }

    private sealed class Draft(string agreementId, IReadOnlyList<KeptVersion> known)
    {
        public string AgreementId { get; } = agreementId;

        public IReadOnlyList<KeptVersion> Known { get; } = known;

        /// <summary>What is said of it, without what it is drawn from.</summary>
        public IReadOnlyList<Era> Said { get; set; } = Timeline.Merged(known.Select(v => new Era(v.Days, v.Body.Said)));

        /// <summary>With what it is drawn from.</summary>
        public IReadOnlyList<Era> Eras { get; set; } = [.. known.Select(v => new Era(v.Days, v.Body))];

        public IReadOnlyList<KeptKey> Names => [.. Said.SelectMany(e => ShapeReferences.Of(e.Body.Zone?.Shape)).Distinct()];
    }
}

/// <summary>A zone that would have other versions.</summary>
/// <param name="Id">The id under which it is kept.</param>
/// <param name="AgreementId">The agreement that it is part of; empty when it stands by itself.</param>
/// <param name="Before">What is known of it, in the order of valid time.</param>
/// <param name="After">What would be known of it, likewise.</param>
internal sealed record ForeseenZone(string Id, string AgreementId, IReadOnlyList<Era> Before, IReadOnlyList<Era> After);

/// <summary>What was stored.</summary>
/// <param name="Changes">What has new versions, or some fewer.</param>
/// <param name="TooLarge">Zones that would become too large; nothing was stored then.</param>
internal sealed record VersionOutcome(IReadOnlyList<KeptChange> Changes, IReadOnlyList<KeptKey> TooLarge)
{
    /// <summary>The zones among them.</summary>
    public IEnumerable<KeptChange> Zones => Changes.Where(c => c.Key.Kind == KeptKind.Zone);
}
