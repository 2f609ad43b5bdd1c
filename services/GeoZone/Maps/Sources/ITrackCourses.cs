using Truceline.GeoZone.Tracks.Course;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>What tells whether a track changed, and where its object was last.</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="Name">What it is called; empty when unknown.</param>
/// <param name="Type">What it is; empty when unknown.</param>
/// <param name="Stamp">Another one with every fix that was taken.</param>
/// <param name="Last">Its last fix.</param>
internal readonly record struct TrackHead(string ObjectId, string Name, string Type, long Stamp, Fix Last);

/// <summary>Reads tracks for maps: first what tells whether they changed, then only the fixes of those that did.</summary>
internal interface ITrackCourses
{
    /// <summary>Changes whenever a fix of an object is taken that was heard of since an instant.</summary>
    Task<string> VersionAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>The objects that were heard of since an instant.</summary>
    Task<IReadOnlyList<TrackHead>> HeadsAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Fixes of some objects from an instant on, by object, each in the order of time; of several at one instant the one that counts.</summary>
    Task<ILookup<string, Fix>> FixesAsync(IReadOnlyCollection<string> objectIds, DateTimeOffset from, CancellationToken cancellationToken);
}
