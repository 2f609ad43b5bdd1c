using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Paging;
using TransitionNews = Truceline.GeoZone.Tracks.Course.TransitionNews;

namespace Truceline.GeoZone.Tracks;

/// <summary>Who tells transitions: each overturns only its own.</summary>
internal enum TransitionTeller
{
    /// <summary>The course of an object through areas and along routes.</summary>
    Course,

    /// <summary>The search for convoys.</summary>
    Convoys,

    /// <summary>Sites.</summary>
    Sites,
}

/// <summary>A track as it is stored.</summary>
internal sealed record StoredTrack(string ObjectId)
{
    /// <summary>What the object is called; empty when unknown.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is; empty when unknown.</summary>
    public string Type { get; set; } = "";

    /// <summary>Its last fix.</summary>
    public Fix Last { get; set; }

    /// <summary>The box of all its fixes, in degrees.</summary>
    public (double West, double South, double East, double North) Box { get; set; } = (180, 90, -180, -90);

    /// <summary>The stamp of the fences by which it was told (<see cref="Fences.FencesInForce.Basis"/>).</summary>
    public long Basis { get; set; }

    /// <summary>Its state (<see cref="TrackState"/>).</summary>
    public byte[] State { get; set; } = [];
}

/// <summary>A fix that is to be stored.</summary>
/// <param name="PositionId">Id of the position; each is stored once.</param>
/// <param name="ObjectId">The object.</param>
/// <param name="Fix">The fix.</param>
internal sealed record StoredFix(string PositionId, string ObjectId, Fix Fix);

/// <summary>Keeps tracks, their fixes and transitions. Changes are saved with the unit of work that they belong to.</summary>
internal interface ITrackStore
{
    /// <summary>Tracks by object, as far as there are any; whoever puts one that was changed meanwhile fails when he saves.</summary>
    Task<Dictionary<string, StoredTrack>> FindAsync(IReadOnlyCollection<string> objectIds, CancellationToken cancellationToken);

    /// <summary>Holds up everybody else who begins tracks, until the transaction ends: what is found after it was not begun by another meanwhile.</summary>
    Task TurnAsync(CancellationToken cancellationToken);

    /// <summary>Which of these positions are stored.</summary>
    Task<HashSet<string>> KnownAsync(IReadOnlyCollection<string> positionIds, CancellationToken cancellationToken);

    /// <summary>All stored fixes of an object from an instant on.</summary>
    Task<List<Fix>> FixesAsync(string objectId, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>All stored fixes of an interval, the end excluded; the latest when there are more than <paramref name="most"/>.</summary>
    Task<List<(string ObjectId, Fix Fix)>> FixesAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken);

    /// <summary>Stores fixes.</summary>
    void Add(IEnumerable<StoredFix> fixes);

    /// <summary>Stores a track that was found, or a new one.</summary>
    void Put(StoredTrack track);

    /// <summary>Transitions that hold.</summary>
    /// <param name="teller">Of whom.</param>
    /// <param name="objectId">Only of this object; null for all.</param>
    /// <param name="from">Only from this instant on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<List<TrackTransition>> HoldingAsync(TransitionTeller teller, string? objectId, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Stores changes of transitions and announces them.</summary>
    Task RecordAsync(TransitionTeller teller, IReadOnlyList<(TransitionNews News, TrackTransition Transition)> changes, CancellationToken cancellationToken);

    /// <summary>Objects with the box and the basis of their tracks, by id, after one; at most so many.</summary>
    Task<List<StoredTrack>> PageAsync(string after, int count, CancellationToken cancellationToken);

    /// <summary>Objects whose last fix is not older than an instant.</summary>
    Task<List<string>> RecentAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>A page of transitions that hold, the latest first, one more than its size when there are more; its key is time and id.</summary>
    Task<IReadOnlyList<TrackTransition>> ListAsync(string objectId, string fenceId, string area, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Changes after a sequence, in their order.</summary>
    Task<IReadOnlyList<V1.TransitionChange>> ChangesAsync(long after, int count, CancellationToken cancellationToken);

    /// <summary>The sequence of the last change; 0 when there is none.</summary>
    Task<long> LastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>Ends a unit of work.</summary>
    Task SaveAsync(CancellationToken cancellationToken);
}
