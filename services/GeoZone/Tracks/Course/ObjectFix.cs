namespace Truceline.GeoZone.Tracks.Course;

/// <summary>A fix of an object.</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="Fix">Where it was.</param>
internal readonly record struct ObjectFix(string ObjectId, Fix Fix);
