using Google.Protobuf;
using System.IO.Hashing;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Lines;

/// <summary>A line that a fence watches, over some time.</summary>
/// <param name="Course">Where it runs.</param>
/// <param name="FromTicks">The instant from which it does, in ticks of UTC.</param>
/// <param name="ToTicks">The instant from which it no longer does.</param>
/// <param name="LeftPartyId">The party on its left hand; empty when none is named.</param>
/// <param name="RightPartyId">That on its right hand.</param>
internal sealed record WatchedLine(Polyline Course, long FromTicks, long ToTicks, string LeftPartyId, string RightPartyId)
{
    public static Polyline CourseOf(Line line) => new(line.Positions.Select(GeoPoint.From));
}

/// <summary>A fence over a line. Immutable.</summary>
internal sealed class LineFence
{
    private readonly double _west, _south, _east, _north;

    /// <param name="fence">What it asks, and of whom.</param>
    /// <param name="areaKey">Names the line.</param>
    /// <param name="message">The fence as it was put.</param>
    /// <param name="lines">The line, one version after the other.</param>
    public LineFence(Fence fence, string areaKey, V1.Fence message, IReadOnlyList<WatchedLine> lines)
    {
        (Fence, AreaKey, Lines) = (fence, areaKey, lines);
        var hash = new XxHash64();
        hash.Append(message.ToByteArray());
        (_west, _south, _east, _north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var line in lines)
        {
            hash.Append(System.Text.Encoding.UTF8.GetBytes($"{line.FromTicks}|{line.ToTicks}|{line.LeftPartyId}|{line.RightPartyId}"));
            GeoPoint? last = null;
            foreach (var point in line.Course.Points)
            {
                hash.Append(BitConverter.GetBytes(point.Longitude));
                hash.Append(BitConverter.GetBytes(point.Latitude));
                // An edge over the antimeridian may be met anywhere around the globe, as far as boxes tell.
                if (last is { } before && Math.Abs(point.Longitude - before.Longitude) > 180)
                    (_west, _east) = (-180, 180);
                (_west, _south, _east, _north) = (Math.Min(_west, point.Longitude), Math.Min(_south, point.Latitude), Math.Max(_east, point.Longitude), Math.Max(_north, point.Latitude));
                last = point;
            }
        }
        Stamp = hash.GetCurrentHashAsUInt64();
    }

    public Fence Fence { get; }

    /// <summary>The line, as transitions name it.</summary>
    public string AreaKey { get; }

    /// <summary>The line, one version after the other.</summary>
    public IReadOnlyList<WatchedLine> Lines { get; }

    /// <summary>Another one whenever it or its line is.</summary>
    public ulong Stamp { get; }

    /// <summary>The line at an instant; null when there is none.</summary>
    public WatchedLine? At(long ticks) => Lines.FirstOrDefault(line => line.FromTicks <= ticks && ticks < line.ToTicks);

    /// <summary>Whether ways within a box can meet it.</summary>
    public bool Meets(double west, double south, double east, double north) =>
        south <= _north && north >= _south && (east - west > 180 || west <= _east && east >= _west);
}
