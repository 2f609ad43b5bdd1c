namespace Truceline.GeoZone.Maps;

/// <summary>
/// The collections with their features in memory. Each request asks the source for its version and reads again only when that changed; meanwhile the other
/// requests for the same collection wait. Thread-safe.
/// </summary>
internal sealed class MapLayers(IServiceScopeFactory scopes) : IDisposable
{
    private static readonly Dictionary<string, MapFeature> Nothing = [];
    private readonly Dictionary<string, Slot> _slots = [];
    private readonly Lock _lock = new();

    /// <summary>The collections in the order of their registration.</summary>
    public IReadOnlyList<CollectionInfo> Collections
    {
        get
        {
            using var scope = scopes.CreateScope();
            return [.. scope.ServiceProvider.GetServices<IMapSource>().Select(s => s.Collection)];
        }
    }

    /// <summary>A collection as its source has it now; null when there is none with this id.</summary>
    public async Task<(CollectionInfo Collection, MapLayer Layer)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetServices<IMapSource>().FirstOrDefault(s => s.Collection.Id == id) is not { } source)
            return null;
        var slot = SlotOf(id);
        if (slot.Layer is { } layer && layer.Version == await source.VersionAsync(cancellationToken))
            return (source.Collection, layer);
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            // Asked before the features are read: what comes in between is read twice, and never missed.
            var version = await source.VersionAsync(cancellationToken);
            if (slot.Layer?.Version != version)
                slot.Layer = new(version, await source.ReadAsync(slot.Layer?.ById ?? Nothing, cancellationToken));
            return (source.Collection, slot.Layer);
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var slot in _slots.Values)
            slot.Turn.Dispose();
    }

    private Slot SlotOf(string id)
    {
        lock (_lock)
            return _slots.TryGetValue(id, out var slot) ? slot : _slots[id] = new();
    }

    private sealed class Slot
    {
        private volatile MapLayer? _layer;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public MapLayer? Layer
        {
            get => _layer;
            set => _layer = value;
        }
    }
}
